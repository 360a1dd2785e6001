/**
 * What is put to a community that goes with a pair of worlds: a member and another are in it, in both; and in one of
 * them it is told more, once the member has left it.
 */
import { callerOf } from '../world/play.ts';
import { words } from '../world/pool.ts';
import { secretaryOf, tableText } from './decisions.ts';
import type { Stage } from './stage.ts';

const community = 'c9000000-0000-4000-8000-000000000008';

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
