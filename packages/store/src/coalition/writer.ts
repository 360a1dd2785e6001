/** Members, communities, rosters, clearances: what changes the rights of readers. */
import { Failure } from '@entente/core/failure';
import { communitiesAbove, wouldLoop } from '@entente/core/coalition/roster';
import type { Change } from '../change/change.ts';
import { judge, type GateRow } from '../gate/verdict.ts';
import { endAgreementsOf } from '../matching/writer.ts';
import { printRights, readCoalition, type Narrowing } from './rights.ts';

export interface NewMember {
  id: string;
  name: string;
  kind: string;
  /** STIX id of the identity that makes it the creator of objects. */
  identity: string;
  /** Whether it has a voice in decisions; full where it is left out. */
  standing?: 'full' | 'observer';
}

/** A member enters the cell, with a reader class of its own. */
export async function admitMember(
  change: Change,
  { id, name, kind, identity, standing = 'full' }: NewMember,
): Promise<void> {
  await change.client.query(
    'insert into member (id, name, kind, identity, standing, entered_at) values ($1, $2, $3, $4, $5, $6)',
    [id, name, kind, identity, standing, change.at],
  );
  await addReader(change, id, id, null);
}

/** A class of accounts that may see less than its member. */
export async function addReader(
  change: Change,
  id: string,
  member: string,
  narrow: Narrowing | null,
): Promise<void> {
  await change.client.query('insert into reader (id, member, narrow, drained) values ($1, $2, $3, $4)', [
    id,
    member,
    narrow === null ? null : JSON.stringify(narrow),
    change.no - 1,
  ]);
  await rejudge(change);
}

/** A member leaves: it loses everything at once, and stands on no roster any more. */
export async function departMember(change: Change, id: string): Promise<void> {
  await change.client.query('update member set departed_at = $2 where id = $1', [id, change.at]);
  const standing = change.coalition.rosters.entries.filter((line) => line.entry === id);
  for (const { community } of standing) {
    await openEpochs(change, community);
    await takeOff(change, community, id);
  }
  await endAgreementsOf(change, id);
  await rejudge(change);
}

/** A member is without rights for now; its contributions, rosters and accounts stay as they are. */
export async function suspendMember(change: Change, id: string): Promise<void> {
  await change.client.query('update member set suspended_at = $2 where id = $1', [id, change.at]);
  await rejudge(change);
}

/** A suspended member has its rights again. */
export async function reinstateMember(change: Change, id: string): Promise<void> {
  await change.client.query('update member set suspended_at = null where id = $1', [id]);
  await rejudge(change);
}

/**
 * A member becomes supervisor of data protection, or is so no more: it is given records of reads of the whole cell.
 * @throws Failure `not-found` where it has left, `conflict` where it is so already
 */
export async function setSupervision(change: Change, id: string, supervises: boolean): Promise<void> {
  if (change.coalition.members.get(id)?.departed !== false) {
    throw new Failure('not-found', 'The member has left.');
  }
  const { rowCount } = await change.client.query(
    'update member set supervises = $2 where id = $1 and supervises <> $2',
    [id, supervises],
  );
  if (rowCount === 0) {
    throw new Failure(
      'conflict',
      supervises ? 'The member supervises already.' : 'The member does not supervise.',
    );
  }
  change.coalition = await readCoalition(change.client);
}

/** A community with an empty roster. */
export async function createCommunity(change: Change, id: string, name: string): Promise<void> {
  if (change.coalition.members.has(id)) throw new Failure('conflict', 'A member has this id already.');
  await change.client.query('insert into community (id, name, created_at) values ($1, $2, $3)', [
    id,
    name,
    change.at,
  ]);
  change.coalition = await readCoalition(change.client);
}

/**
 * Puts a member or a community on the roster of a community. Opens an epoch there and in every community
 * above; the entry reads from that epoch, or from the one that the decision names.
 */
export async function enterRoster(
  change: Change,
  community: string,
  entry: string,
  openedFrom?: number,
): Promise<void> {
  const { rosters } = change.coalition;
  const member = change.coalition.members.get(entry);
  if (
    !rosters.communities.has(community) ||
    (!rosters.communities.has(entry) && member?.departed !== false)
  ) {
    throw new Failure(
      'not-found',
      'There is no such community, or no such member or community to enter it. One that your member is not within is ' +
        'named by its id.',
    );
  }
  if (wouldLoop(rosters, community, entry)) {
    throw new Failure('conflict', 'A community cannot be a part of itself.');
  }
  const opened = await openEpochs(change, community);
  const { [community]: own = 1, ...above } = opened;
  const { rowCount } = await change.client.query(
    `insert into roster (community, entry, opened_from, above, entered_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [community, entry, openedFrom ?? own, JSON.stringify(above), change.at],
  );
  if (rowCount === 0) throw new Failure('conflict', 'This entry stands on the roster already.');
  await rejudge(change);
}

/** Takes an entry off a roster; what it held through it is lost at once. */
export async function leaveRoster(change: Change, community: string, entry: string): Promise<void> {
  await openEpochs(change, community);
  if (!(await takeOff(change, community, entry)))
    throw new Failure('conflict', 'This entry does not stand on the roster.');
  await rejudge(change);
}

/** Takes an entry off and keeps when it was there; whether it stood there. */
async function takeOff({ client, at }: Change, community: string, entry: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `with gone as (delete from roster where community = $1 and entry = $2 returning *)
     insert into roster_past (community, entry, entered_at, left_at)
       select community, entry, entered_at, $3 from gone`,
    [community, entry, at],
  );
  return rowCount !== 0;
}

/** A policy of levels, owned by the member that grants clearances in it. */
export async function createPolicy(change: Change, id: string, owner: string, name: string): Promise<void> {
  await change.client.query('insert into policy (id, owner, name) values ($1, $2, $3)', [id, owner, name]);
  change.coalition = await readCoalition(change.client);
}

/** A clearance, granted by the owner of the policy. */
export async function grantClearance(
  change: Change,
  policy: string,
  member: string,
  rank: number,
): Promise<void> {
  await change.client.query(
    `insert into clearance (policy, member, rank) values ($1, $2, $3)
     on conflict (policy, member) do update set rank = excluded.rank`,
    [policy, member, rank],
  );
  await rejudge(change);
}

/** An attribute, owned by the member that grants it. */
export async function createAttribute(
  change: Change,
  id: string,
  owner: string,
  name: string,
): Promise<void> {
  await change.client.query('insert into attribute (id, owner, name) values ($1, $2, $3)', [id, owner, name]);
  change.coalition = await readCoalition(change.client);
}

/** Grants or takes an attribute. */
export async function grantAttribute(
  change: Change,
  attribute: string,
  member: string,
  held: boolean,
): Promise<void> {
  const statement = held
    ? 'insert into attribute_grant (attribute, member) values ($1, $2) on conflict do nothing'
    : 'delete from attribute_grant where attribute = $1 and member = $2';
  await change.client.query(statement, [attribute, member]);
  await rejudge(change);
}

/** Opens an epoch in a community and in every one above it; community → the epoch opened. */
async function openEpochs({ client, coalition }: Change, community: string): Promise<Record<string, number>> {
  const all = [community, ...communitiesAbove(coalition.rosters, community)];
  const { rows } = await client.query<{ id: string; epoch: number }>(
    'update community set epoch = epoch + 1 where id = any($1::text[]) returning id, epoch',
    [all],
  );
  return Object.fromEntries(rows.map(({ id, epoch }) => [id, epoch]));
}

/** Judges every gate anew for the readers whose rights changed; what they are served of labels may change too. */
async function rejudge(change: Change): Promise<void> {
  const before = change.coalition.rights;
  change.coalition = await readCoalition(change.client);
  const after = change.coalition.rights;
  const readers = [...new Set([...before.keys(), ...after.keys()])].filter(
    (reader) => printRights(before.get(reader)) !== printRights(after.get(reader)),
  );
  if (readers.length === 0) return;
  const { rows } = await change.client.query<GateRow>('select id, contributor, cnf from gate');
  await judge(change, rows, 'known', new Set(readers));
  await change.client.query(
    `insert into backlog (change, reader, kind, key) select $1, r, 'holding', h.id
     from unnest($2::text[]) as r, holding h join label l on l.id = h.label
     where l.body like '%community:%' on conflict do nothing`,
    [change.no, readers],
  );
}
