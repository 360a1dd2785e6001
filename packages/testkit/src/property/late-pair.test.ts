/** Feeds that come late, in two worlds that differ in what a member may see at no moment. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from '@entente/core/search/words';
import { startTestCell, type TestCell } from '../cell.ts';
import type { Act } from '../world/acts.ts';
import type { HiddenOptions } from '../world/hidden.ts';
import { pickFrom } from '../world/random.ts';
import { memberIds, words } from '../world/pool.ts';
import { worldArbitrary } from '../world/generate.ts';
import { playAct } from '../world/play.ts';
import { serverFeed, type ToldRow } from './compare.ts';
import { putToSleep } from './late.ts';
import { pairOf, type Pair } from './pair.ts';

const runs = Number(process.env['ENTENTE_WORLDS'] ?? 10);

/** What a member is told at one moment. */
interface Told {
  /** The instant of the last act before. */
  at: number;
  /** Objects that each word finds while the feeds are behind. */
  found: string[][];
  /** What the feed holds when it has come. */
  feed: ToldRow[];
}

/** What the member is told if the feeds come after only at these instants. */
async function tellLate(acts: readonly Act[], member: string, instants: readonly number[]): Promise<Told[]> {
  const started = await startTestCell(undefined, { slice: 3, objects: 3, rows: 5 });
  try {
    const told: Told[] = [];
    const waiting = [...acts];
    for (const at of instants) {
      const wakeUp = putToSleep(started.cell);
      while (waiting[0] !== undefined && waiting[0].at <= at) {
        const act = waiting.shift() as Act;
        started.world.at = act.at;
        await playAct(started.cell, act);
      }
      started.world.at = at;
      const found = await findWords(started, member);
      wakeUp();
      await started.cell.settle();
      told.push({ at, found, feed: await serverFeed(started, member) });
    }
    return told;
  } finally {
    await started.close();
  }
}

const findWords = ({ cell }: TestCell, member: string): Promise<string[][]> =>
  cell.view(member, async (view) => {
    const found: string[][] = [];
    for (const text of words) {
      const hits = await view.search({ words: wordsOf(text), prefix: false, limit: 50 });
      found.push(hits.map(({ object }) => object));
    }
    return found;
  });

/** Every so many acts of the first world, and the end of both. */
function instantsOf({ before, after }: Pair, atOnce: number): number[] {
  const instants = before.acts.filter((_act, index) => index % atOnce === atOnce - 1).map(({ at }) => at);
  return [...instants, Math.max(...[before, after].map(({ acts }) => acts.at(-1)?.at ?? 0)) + 60_000_000];
}

/** In most worlds, what is done again to what the member sees, and shows it nothing; in the others, anything. */
const sought: readonly HiddenOptions[] = [
  { attempts: 12, kinds: ['restate', 'restate', 'repeat'] },
  { attempts: 12, kinds: ['restate', 'restate', 'repeat'] },
  { attempts: 3 },
];

const choices = fc.record({
  world: worldArbitrary({ members: { min: 3, max: 4 } }),
  atOnce: fc.integer({ min: 3, max: 16 }),
  seed: fc.nat(),
});

test.each([
  ['fixed', { numRuns: runs, seed: 20170525 }],
  ['fresh', { numRuns: Math.ceil(runs / 2) }],
])(
  'what a member may not see shows in no date and no search while its feed is behind (%s seed)',
  async (_name, drawn) => {
    const options = { endOnFailure: process.env['ENTENTE_SHRINK'] === undefined, ...drawn };
    await fc.assert(
      fc.asyncProperty(choices, async ({ world, atOnce, seed: pickSeed }) => {
        const pick = pickFrom(pickSeed);
        const member = memberIds[pick(3)] as string;
        const pair = pairOf(world, [member], pick, { most: 12, sought: sought[pick(3)] as HiddenOptions });
        fc.pre(pair !== undefined);
        const instants = instantsOf(pair, atOnce);
        const before = await tellLate(pair.before.acts, member, instants);
        expect(await tellLate(pair.after.acts, member, instants)).toEqual(before);
      }),
      options,
    );
  },
  600_000,
);
