/** What a member of a pair of worlds has to itself: records, a proposal, addresses, searches, requests of data subjects. */
import type { LabelParts } from '@entente/core/label/label';
import type { JsonObject } from '@entente/core/stix/types';
import type { ImportActs } from '@entente/server/acts/imports';
import { addAccount } from '@entente/store/account/writer';
import { confirmAddress, proposeAddress, setSentences } from '@entente/store/mail/writer';
import type { TestServer } from '../server.ts';
import { callerOf } from '../world/play.ts';
import { words } from '../world/pool.ts';
import { idFor, note } from './companion-parts.ts';
import type { Companions } from './companions.ts';
import type { Pair } from './pair.ts';

const days = 86_400_000_000;

/** What a member has beside its own objects, for whoever asks that it be restricted or erased. */
export const erasable = (_member: string, place: number): string => idFor('tool', 70 + place);

/**
 * @param own what the member has in one batch, for itself
 * @param proposed what waits for a second person, and nothing else of the companions concerns
 */
export async function setUp(
  server: TestServer,
  member: string,
  { own, proposed }: { own: JsonObject[]; proposed: JsonObject },
  found: Companions,
): Promise<void> {
  const { ports } = server;
  const caller = callerOf(member);
  const proposer = { ...caller, account: `colleague of ${member}` };
  await reachable(server, member, found);
  const review = server.world.at + 30 * days;
  const bringIn = (objects: JsonObject[], chosen: LabelParts): ReturnType<ImportActs['bringIn']> =>
    ports.imports.bringIn(proposer, {
      source: bundleOf(objects),
      name: 'list.json',
      chosen: { ...chosen, review },
      strict: false,
      dryRun: false,
    });
  const { batch } = await bringIn(own, { any: [[`member:${member}`]] });
  note(found.batches, batch ?? '');
  const checked = { objects: [String(own[0]?.['id'])], review: review + days, reason: 'checked' };
  await ports.reviews.confirm(caller, checked);
  await ports.policies.setPolicy(caller, { ceiling: { any: [] }, secondPerson: true });
  await bringIn([proposed], { any: [['public']] });
  await ports.policies.setPolicy(caller, { ceiling: null, secondPerson: false });
  for (const { id } of await ports.policies.listProposals(caller)) note(found.proposals, id);
  const inbox = await ports.inbox.list(caller, { shown: 'all', after: undefined, limit: 100 });
  for (const { id } of inbox) note(found.messages, id);
  await ports.policies.setDefault(caller, 'feed', { handling: ['TLP:AMBER'] });
  await ports.constitution.offer(caller, String(own[0]?.['id']));
}

/** Gives the account that calls for a member an address, and the member a webhook: what leaves is told as answers are. */
async function reachable({ cell, ports }: TestServer, member: string, found: Companions): Promise<void> {
  const caller = callerOf(member);
  const account = { id: caller.account, login: `desk@${member}`, member, reader: member, language: 'en' };
  await cell.act(caller, 'account', {}, async ({ client, at }) => {
    const rest = { name: 'Desk', kind: 'person', roles: [...caller.roles], password: null, at } as const;
    await addAccount(client, { ...account, ...rest });
    const pending = `desk@${member}.example`;
    await proposeAddress(client, account.id, { pending, codeDigest: 'none', at, rhythm: 'soon' });
    await confirmAddress(client, account.id, 'none');
    await setSentences(client, member, true);
  });
  const { webhook } = await ports.webhooks.add(caller, `https://${member}.example/hook`);
  note(found.webhooks, webhook.id);
}

/** The reference that every request of a data subject has. */
export const registered = 'Case 7';

export async function enterSubjectRequests(
  { ports }: TestServer,
  member: string,
  { ids, members }: Pick<Pair, 'ids' | 'members'>,
  found: Companions,
): Promise<void> {
  const order = { via: 'subject', subject: 'Somebody', reference: registered } as const;
  const times = { receivedAt: undefined, deadline: undefined };
  const enter = (kind: 'access' | 'erase', objects: readonly string[]): Promise<string> =>
    ports.subjects.enter(callerOf(member), { ...order, ...times, kind, objects: [...objects] });
  note(found.subjectRequests, await enter('access', ids.slice(0, 20)));
  // Of what nothing else is done with: what is restricted or erased leaves the rest as it is.
  note(found.erasures, await enter('erase', members.map(erasable)));
}

export async function keepSearches({ ports }: TestServer, member: string, found: Companions): Promise<void> {
  for (const query of [{}, { q: words[0]?.split(' ')[0] }]) {
    const search = { name: 'new', query: JSON.stringify(query) };
    note(found.searches, await ports.searches.save(callerOf(member), search));
  }
}

async function* bundleOf(objects: readonly JsonObject[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(JSON.stringify({ type: 'bundle', id: idFor('bundle', 0), objects }));
}
