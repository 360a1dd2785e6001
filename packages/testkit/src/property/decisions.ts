/**
 * Decisions that go with a pair of worlds: some put to the whole cell, in both of them; and one among others that none
 * of the askers is an elector of, in one.
 */
import type { AskedEffect } from '@entente/server/decision/content';
import type { Caller } from '@entente/server/caller';
import type { TestServer } from '../server.ts';
import { callerOf } from '../world/play.ts';
import { words } from '../world/pool.ts';

/** As the secretary of the cell: on this stage every member hosts. */
export const secretaryOf = (member: string): Caller => ({
  ...callerOf(member),
  account: `secretary of ${member}`,
  roles: new Set(['secretary']),
  scopes: new Set(['read', 'admin']),
});

const second = 1_000_000;
const bilingual = (text: string) => ({ en: text, fr: text });

export interface Tabled {
  purpose?: 'agree' | 'note';
  effect?: AskedEffect;
  community?: string;
  /** Seconds of silence. */
  seconds: number;
}

/** Drafts and tables a text; gives its id. */
export async function tableText(
  { ports, world }: TestServer,
  caller: Caller,
  { purpose = 'agree', effect = { kind: 'communique' }, community, seconds }: Tabled,
): Promise<string> {
  const { id } = await ports.decisions.draft(caller, {
    purpose,
    title: bilingual(words[0] ?? ''),
    text: bilingual(words.join(' ')),
    effect,
    community: community ?? null,
    informed: [],
  });
  await ports.decisions.table(caller, id, world.at + seconds * second);
  return id;
}

/** What every member is an elector of. */
export async function tableForAll(server: TestServer, secretary: string): Promise<string[]> {
  const caller = secretaryOf(secretary);
  const ids: string[] = [];
  for (const seconds of [15, 40, 300, 300, 300]) ids.push(await tableText(server, caller, { seconds }));
  ids.push(await tableText(server, caller, { purpose: 'note', seconds: 300 }));
  const issued = await tableText(server, caller, { seconds: 300 });
  // What is sent says whether it still waits: all of it has left before this settles some.
  await server.rest();
  await server.ports.decisions.settle(caller, issued, 'withdraw', 'Not now.');
  return [...ids, issued];
}

/** What is put to a community that the askers are not within: one adopted meanwhile, one broken, one a draft. */
export async function tableHidden(
  server: TestServer,
  secretary: string,
  community: string,
  entry: string | undefined,
): Promise<string[]> {
  const caller = secretaryOf(secretary);
  const effect: AskedEffect =
    entry === undefined
      ? { kind: 'mandate' }
      : { kind: 'roster', community, enter: [{ entry, from: 'start' }], leave: [] };
  const entering = await tableText(server, caller, { community, effect, seconds: 20 });
  const broken = await tableText(server, caller, { community, seconds: 300 });
  const elector = callerOf(secretary);
  await server.ports.decisions.break(elector, broken, 'Too long.');
  await server.ports.decisions.open(elector, entering);
  return [entering, broken];
}
