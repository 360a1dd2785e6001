/** What a contributor may be told of others by its own labels and the rosters that it may read (rule 8; ADR 15). */
import { endsOf, type Contribution } from './contribution.ts';
import { formFor } from './form.ts';
import type { Handed } from './handed.ts';
import type { OracleLabel } from './label.ts';
import type { Coalition } from './roster.ts';

export type Foreseen = 'yes' | 'no' | 'unsure';

/** Whether a contributor can say of a label that it permits another member. */
export function foresee(
  label: OracleLabel,
  { contributor, member, at }: { contributor: string; member: string; at: bigint },
  coalition: Coalition,
): Foreseen {
  if (label.until !== undefined && at >= label.until) return 'no';
  const clauses = label.any.map((clause) =>
    clause.map((audience) => foreseeAudience(audience, contributor, member, coalition)),
  );
  if (clauses.length === 0 || clauses.some((clause) => clause.every((one) => one === 'no'))) return 'no';
  const isAsked = label.all.length > 0 || Object.values(label.levels).some((rank) => rank > 0);
  return !isAsked && clauses.every((clause) => clause.includes('yes')) ? 'yes' : 'unsure';
}

export function foreseeAudience(
  audience: string,
  contributor: string,
  member: string,
  coalition: Coalition,
): Foreseen {
  if (audience === 'public') return 'yes';
  const community = /^community:(.*)@(\d+)$/.exec(audience);
  if (!community) return audience === `member:${member}` ? 'yes' : 'no';
  const [, id = '', epoch] = community;
  if (!coalition.isWithin(contributor, id)) return 'unsure';
  // Whether the member is suspended at the moment is no matter of rosters.
  const openedFrom = coalition.asReadBy(contributor).standsFrom(member, id);
  if (openedFrom !== undefined && openedFrom <= Number(epoch)) return 'yes';
  return isReadThrough(id, contributor, coalition) ? 'no' : 'unsure';
}

const isReadThrough = (id: string, reader: string, coalition: Coalition): boolean =>
  coalition.isWithin(reader, id) &&
  (coalition.communities.get(id)?.roster ?? [])
    .filter(({ entry }) => coalition.communities.has(entry))
    .every(({ entry }) => isReadThrough(entry, reader, coalition));

/** Whether a contribution is in the view of whomever its label permits, whatever is closed. */
export function isPlain(c: Contribution, handed: Handed): boolean {
  const nothing = { isOpen: () => false, isPortionOpen: () => false, isVersionOpen: () => false };
  return (
    endsOf(c.type).length === 0 &&
    formFor(c, { ...nothing, reader: '', projection: {} }, handed) !== undefined
  );
}

/** One of a member's objects that it took back. */
export interface Withdrawal {
  contributor: string;
  at: bigint;
  kind: 'recall' | 'narrowing';
  object: string;
  members: string[];
  rest: boolean;
}

/**
 * What is told of contributions that are about to be taken out, or to get another label.
 * @param taken all of one contributor
 */
export function withdrawalsOf(
  taken: readonly Contribution[],
  after: OracleLabel | undefined,
  {
    all,
    at,
    coalition,
    handed,
  }: { all: readonly Contribution[]; at: bigint; coalition: Coalition; handed: Handed },
): Withdrawal[] {
  const contributor = taken[0]?.contributor ?? '';
  const others = [...coalition.members.keys()].filter((id) => id !== contributor && coalition.isPresent(id));
  const told = new Map<string, Withdrawal>();
  for (const c of taken) {
    const losses = others.map((member) => {
      const who = { contributor, member, at };
      const had = foresee(c.label, who, coalition);
      const has = after === undefined ? 'no' : foresee(after, who, coalition);
      if (had === 'no' || has === 'yes' || keepsAll(c.label, after, at)) return { member, loss: 'none' };
      return { member, loss: had === 'yes' && has === 'no' ? 'sure' : 'unsure' };
    });
    if (losses.every(({ loss }) => loss === 'none')) continue;
    const same = all.filter((other) => other.id === c.id && other.contributor === contributor);
    const isSure =
      isPlain(c, handed) &&
      same.every((other) => taken.includes(other)) &&
      !same.some((other) => other.object['revoked'] === true);
    const kind = after === undefined ? 'recall' : 'narrowing';
    const one = told.get(c.id) ?? { contributor, at, kind, object: c.id, members: [], rest: false };
    told.set(c.id, one);
    const sure = losses.filter(({ loss }) => loss === 'sure').map(({ member }) => member);
    if (isSure) one.members = [...new Set([...one.members, ...sure])].sort();
    one.rest ||= !isSure || losses.some(({ loss }) => loss === 'unsure');
  }
  return [...told.values()];
}

/** Whether a label takes nothing from anybody whom the one before it permitted, who ever that is. */
function keepsAll(before: OracleLabel, after: OracleLabel | undefined, at: bigint): boolean {
  if (after === undefined || (after.until !== undefined && after.until <= at)) return false;
  const isRaised = Object.keys(after.levels).some((id) => (after.levels[id] ?? 0) > (before.levels[id] ?? 0));
  const isAsked = after.all.some((attribute) => !before.all.includes(attribute));
  if (isRaised || isAsked) return false;
  const reaches = (audience: string, clause: readonly string[]): boolean =>
    clause.some((one) => {
      const [community, epoch] = audience.split('@');
      const [other, later] = one.split('@');
      return one === 'public' || one === audience || (community === other && Number(epoch) <= Number(later));
    });
  return (
    after.any.length > 0 &&
    after.any.every((clause) =>
      before.any.some((narrow) => narrow.every((audience) => reaches(audience, clause))),
    )
  );
}
