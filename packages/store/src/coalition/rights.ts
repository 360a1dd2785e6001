import { Failure } from '@entente/core/failure';
import { openings, type RosterEntry, type Rosters } from '@entente/core/coalition/roster';
import type { Rights } from '@entente/core/label/permits';
import type { Known } from '@entente/core/label/resolve';
import type { Queryable } from '../database/queryable.ts';

/** What narrows a class of accounts below its member: clearances capped, attributes taken away. */
export interface Narrowing {
  levels?: Record<string, number>;
  without?: string[];
}

export interface CoalitionMember {
  name: string;
  identity: string;
  departed: boolean;
  /** Without rights for now; nothing of it is lost. */
  suspended: boolean;
  /** Observers are told of decisions and have no voice in them. */
  standing: 'full' | 'observer';
  /** Whether it is supervisor of data protection by decision of the cell. */
  supervises: boolean;
}

/** The coalition as it stands: members, rosters, policies, and the rights of every reader class. */
export interface Coalition {
  members: ReadonlyMap<string, CoalitionMember>;
  /** STIX identity → the member that is bound to it. */
  identities: ReadonlyMap<string, string>;
  rosters: Rosters;
  /** Line of a roster, as `enteredIn` asks for it → the number of the change that wrote it. */
  lines: ReadonlyMap<string, number>;
  epochs: ReadonlyMap<string, number>;
  policies: ReadonlyMap<string, string>;
  attributes: ReadonlyMap<string, string>;
  /** Reader class → its rights. Members that departed or are suspended have none. */
  rights: ReadonlyMap<string, Rights>;
}

interface CoalitionRow {
  members: (CoalitionMember & { id: string })[];
  readers: { id: string; member: string; narrow: Narrowing | null }[];
  communities: { id: string; epoch: number }[];
  roster: {
    community: string;
    entry: string;
    opened_from: number;
    above: Record<string, number>;
    change: number;
  }[];
  policies: { id: string; owner: string }[];
  clearances: { policy: string; member: string; rank: number }[];
  attributes: { id: string; owner: string }[];
  grants: { attribute: string; member: string }[];
}

// In an order of their own: that of the rows on the disk tells which of them were written again.
const statement = `
select
  (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'identity', identity,
     'departed', departed_at is not null, 'suspended', suspended_at is not null, 'standing', standing,
     'supervises', supervises) order by id), '[]') from member) as members,
  (select coalesce(json_agg(json_build_object('id', id, 'member', member, 'narrow', narrow) order by id), '[]') from reader)
     as readers,
  (select coalesce(json_agg(json_build_object('id', id, 'epoch', epoch) order by id), '[]') from community) as communities,
  (select coalesce(json_agg(roster order by community, entry), '[]') from roster) as roster,
  (select coalesce(json_agg(json_build_object('id', id, 'owner', owner) order by id), '[]') from policy) as policies,
  (select coalesce(json_agg(clearance order by policy, member), '[]') from clearance) as clearances,
  (select coalesce(json_agg(json_build_object('id', id, 'owner', owner) order by id), '[]') from attribute) as attributes,
  (select coalesce(json_agg(attribute_grant order by attribute, member), '[]') from attribute_grant) as grants`;

/** Reads the whole coalition: small tables, one statement. */
export async function readCoalition(client: Queryable): Promise<Coalition> {
  const { rows } = await client.query<CoalitionRow>(statement);
  const row = rows[0] as CoalitionRow;
  const members = new Map(row.members.map(({ id, ...member }) => [id, member]));
  const rosters: Rosters = {
    communities: new Set(row.communities.map(({ id }) => id)),
    entries: row.roster.map(({ community, entry, opened_from, above }) => ({
      community,
      entry,
      openedFrom: opened_from,
      above,
    })),
  };
  const present = row.readers.filter(({ member }) => isPresent(members.get(member)));
  return {
    members,
    identities: new Map(row.members.map(({ id, identity }) => [identity, id])),
    rosters,
    lines: new Map(row.roster.map((line) => [keyOfLine(line), line.change])),
    epochs: new Map(row.communities.map(({ id, epoch }) => [id, epoch])),
    policies: new Map(row.policies.map(({ id, owner }) => [id, owner])),
    attributes: new Map(row.attributes.map(({ id, owner }) => [id, owner])),
    rights: new Map(present.map((reader) => [reader.id, rightsOf(reader, row, rosters)])),
  };
}

function rightsOf(reader: CoalitionRow['readers'][number], row: CoalitionRow, rosters: Rosters): Rights {
  const { member, narrow } = reader;
  const levels = row.clearances.filter((clearance) => clearance.member === member);
  const held = row.grants.filter((grant) => grant.member === member).map(({ attribute }) => attribute);
  return {
    member,
    full: narrow === null,
    levels: Object.fromEntries(
      levels.map(({ policy, rank }) => [policy, Math.min(rank, narrow?.levels?.[policy] ?? rank)]),
    ),
    attributes: new Set(held.filter((attribute) => !narrow?.without?.includes(attribute))),
    communities: openings(rosters, member),
  };
}

const keyOfLine = ({ community, entry }: Pick<RosterEntry, 'community' | 'entry'>): string =>
  `${community} ${entry}`;

/** The number of the change that wrote a line of a roster. */
export function enteredIn({ lines }: Coalition, line: RosterEntry): number {
  const change = lines.get(keyOfLine(line));
  if (change === undefined) throw new Error(`${line.entry} stands on no roster of ${line.community}`);
  return change;
}

/** What `member` may name in a label: a community only while it is within it. */
export function knownTo(coalition: Coalition, member: string): Known {
  const within = openings(coalition.rosters, member);
  return {
    isMember: (id) => coalition.members.get(id)?.departed === false,
    epochOf: (community) => (within.has(community) ? coalition.epochs.get(community) : undefined),
    isPolicy: (id) => coalition.policies.has(id),
    isAttribute: (id) => coalition.attributes.has(id),
  };
}

/** Whether a member is there with all its rights. */
export const isPresent = (member: CoalitionMember | undefined): boolean =>
  member !== undefined && !member.departed && !member.suspended;

/** Throws Failure('forbidden') for a member that has left the cell or is suspended: it can do nothing. */
export function assertPresent(coalition: Coalition, member: string): void {
  if (isPresent(coalition.members.get(member))) return;
  throw new Failure('forbidden', 'Your member is not, or no longer, in this cell.');
}

/** Rights as text: the same where they say the same. */
export function printRights(rights: Rights | undefined): string {
  if (rights === undefined) return '';
  const { member, full, levels, attributes, communities } = rights;
  const byKey = ([left]: [string, number], [right]: [string, number]): number => (left < right ? -1 : 1);
  return JSON.stringify([
    member,
    full,
    Object.entries(levels).sort(byKey),
    [...attributes].sort((left, right) => (left < right ? -1 : 1)),
    [...communities].sort(byKey),
  ]);
}
