/** Feeds that come late: several acts are done before the sequencer looks. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hub } from '@entente/store/contribution/contributor';
import { startTestCell } from '../cell.ts';
import { Oracle } from '../oracle/oracle.ts';
import type { World } from '../world/acts.ts';
import { worldArbitrary } from '../world/generate.ts';
import { playAct } from '../world/play.ts';
import { handed, oracleFeed, serverFeed, type ToldRow } from './compare.ts';
import { putToSleep } from './late.ts';

const runs = Number(process.env['ENTENTE_WORLDS'] ?? 12);

/**
 * What a feed holds, whatever the order and the dates: these follow from when a feed came to a change. So do
 * the notices, as who was never served a thing does not lose it, and among equals whose claim is served.
 */
const contents = (feed: readonly ToldRow[]): string[] =>
  feed
    .filter(({ contributor }) => contributor !== hub)
    .map(({ added: _added, served: _served, ...row }) => handed.canonical(row as never))
    .sort();

/**
 * Who may pass on what others own follows from what its feed has had (docs/adr/0005, "Putting in", 6): what came and
 * went before a late feed looked, it never had. So worlds are taken in which nobody owns anything.
 */
const isUnowned = (world: World): boolean => !JSON.stringify(world).includes('"owners"');

/** Plays so many acts at a time before the feeds come after. */
async function compareWorld(world: World, atOnce: number): Promise<void> {
  const started = await startTestCell(undefined, { slice: 3, objects: 3, rows: 5 });
  try {
    const oracle = new Oracle(handed);
    const members: string[] = [];
    for (let start = 0; start < world.acts.length; start += atOnce) {
      const wakeUp = putToSleep(started.cell);
      for (const act of world.acts.slice(start, start + atOnce)) {
        if (act.kind === 'member') members.push(act.id);
        started.world.at = act.at;
        oracle.play(act);
        await playAct(started.cell, act);
      }
      wakeUp();
      await started.cell.settle();
      for (const member of members) {
        const found = await serverFeed(started, member);
        expect(contents(found)).toEqual(contents(oracleFeed(oracle, member)));
      }
    }
  } finally {
    await started.close();
  }
}

test.each([
  ['fixed', { numRuns: runs, seed: 20170525 }],
  ['fresh', { numRuns: Math.ceil(runs / 2) }],
])(
  'a feed that comes late holds what it would have held in time (%s seed)',
  async (_name, drawn) => {
    const options = { endOnFailure: process.env['ENTENTE_SHRINK'] === undefined, ...drawn };
    await fc.assert(
      fc.asyncProperty(worldArbitrary().filter(isUnowned), fc.integer({ min: 2, max: 9 }), compareWorld),
      options,
    );
  },
  600_000,
);
