/**
 * What is put to communities that go with a pair of worlds. A member and another are in one of them, in both worlds; and
 * in one it is told more, once the member has left it. Into the other the member comes between two versions of a text, in
 * one world, and before its first in the other.
 */
import type { Caller } from '@entente/server/caller';
import type { Ports } from '@entente/server/serve/ports';
import { callerOf } from '../world/play.ts';
import { words } from '../world/pool.ts';
import { secretaryOf, tableText } from './decisions.ts';
import type { Stage } from './stage.ts';

const community = 'c9000000-0000-4000-8000-000000000008';
const older = 'c9000000-0000-4000-8000-000000000007';

const second = 1_000_000;
const bilingual = (text: string) => ({ en: text, fr: text });

/**
 * @param at the moment from which on there is room for some acts, a tenth of a millisecond apart
 * @returns the ids of the texts
 */
export async function decideTogether(
  stages: readonly [Stage, Stage],
  [member, other]: readonly [string, string],
  at: number,
): Promise<string[]> {
  const found = new Set<string>();
  const secretary = secretaryOf(other);
  for (const stage of stages) {
    await stage.play({ kind: 'community', at, id: community, name: 'Joint' });
    await stage.play({ kind: 'enter', at: at + 10, community, entry: other });
    await stage.play({ kind: 'enter', at: at + 20, community, entry: member });
    await stage.act(at + 30, 'what a community is told', async (server) => {
      const runs = await tableText(server, secretary, { community, seconds: 40 });
      const broken = await tableText(server, secretary, { community, seconds: 300 });
      for (const id of [runs, broken]) found.add(id);
      await server.rest();
      await server.ports.decisions.break(callerOf(other), broken, 'Too long.');
    });
    await stage.play({ kind: 'leave', at: at + 50, community, entry: member });
  }
  const [, broken] = [...found] as [string, string];
  await stages[1].act(at + 60, 'what it is told afterwards', async (server) => {
    const text = { title: bilingual(words[1] ?? ''), text: bilingual('Otherwise.') };
    const expiry = server.world.at + 300 * second;
    await server.ports.decisions.revise(secretary, broken, { ...text, effect: { kind: 'mandate' } }, expiry);
    await server.ports.decisions.open(callerOf(other), broken);
    found.add(await tableText(server, secretary, { community, seconds: 300 }));
  });
  return [...found];
}

/**
 * @param at the moment from which on there is room for some acts, a tenth of a millisecond apart
 * @returns the ids of the texts
 */
export async function decideAfresh(
  stages: readonly [Stage, Stage],
  [member, other]: readonly [string, string],
  at: number,
): Promise<string[]> {
  const found = new Set<string>();
  const secretary = secretaryOf(other);
  const text = {
    title: bilingual(words[2] ?? ''),
    text: bilingual('Afresh.'),
    effect: { kind: 'mandate' },
  } as const;
  for (const [place, stage] of stages.entries()) {
    const isBroken = place === 1;
    let ids: string[] = [];
    await stage.play({ kind: 'community', at, id: older, name: 'Older' });
    await stage.play({ kind: 'enter', at: at + 10, community: older, entry: other });
    await stage.act(at + 20, 'texts that are drafted', async ({ ports }) => {
      const draft = { ...text, purpose: 'agree', community: older, informed: [] } as const;
      ids = [await draftOf(ports, secretary, draft), await draftOf(ports, secretary, draft)];
      for (const id of ids) found.add(id);
    });
    if (isBroken)
      await stage.act(at + 30, 'what is broken before', async ({ ports, world }) => {
        for (const id of ids) {
          await ports.decisions.table(secretary, id, world.at + 300 * second);
          await ports.decisions.state(callerOf(other), id, 'reserve', 'Before.');
          await ports.decisions.break(callerOf(other), id, 'Too long.');
        }
      });
    await stage.play({ kind: 'enter', at: at + 40, community: older, entry: member });
    await stage.act(at + 50, 'what is put to newcomers', async ({ ports, world }) => {
      for (const [index, id] of ids.entries()) {
        const expiry = world.at + (index === 0 ? 30 : 300) * second;
        if (isBroken) await ports.decisions.revise(secretary, id, text, expiry);
        else await ports.decisions.table(secretary, id, expiry);
      }
    });
  }
  return [...found];
}

const draftOf = async (
  { decisions }: Ports,
  secretary: Caller,
  draft: Parameters<Ports['decisions']['draft']>[1],
): Promise<string> => (await decisions.draft(secretary, draft)).id;
