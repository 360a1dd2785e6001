import { wholeMember, type Label } from './label.ts';

/** The rights of one reader class at one moment: what a label is held against. */
export interface Rights {
  readonly member: string;
  /** False for a class of accounts that may see less than its member. */
  readonly full: boolean;
  /** Policy id → clearance. */
  readonly levels: Readonly<Record<string, number>>;
  readonly attributes: ReadonlySet<string>;
  /** Community id → the epoch from which it is open to this reader. */
  readonly communities: ReadonlyMap<string, number>;
}

/** Far beyond any date that a label may name (year 2255, the last that a double counts in microseconds). */
export const forever = Number.MAX_SAFE_INTEGER;

/**
 * Until when `label`, on what `contributor` put in, permits the reader: 0 where it never does, else
 * microseconds since 1970 (`forever` without an end). The one place that decides who may see what.
 * What a member itself contributed it always sees; a narrower class of it needs level and attributes.
 */
export function permitsUntil(label: Label, contributor: string, rights: Rights): number {
  const own = contributor === rights.member;
  if (own && rights.full) return forever;
  for (const [policy, rank] of Object.entries(label.levels)) {
    if (rank > (rights.levels[policy] ?? 0)) return 0;
  }
  if (!label.all.every((attribute) => rights.attributes.has(attribute))) return 0;
  if (own) return forever;
  if (!label.any.every((clause) => clause.some((audience) => holds(audience, rights)))) return 0;
  return label.any.length === 0 ? 0 : (label.until ?? forever);
}

/** Whether the reader holds an audience. What is not understood is held by nobody. */
function holds(audience: string, rights: Rights): boolean {
  if (audience === 'public') return true;
  if (audience.startsWith('member:')) return audience.slice(7) === rights.member;
  if (rights.full && audience === wholeMember(rights.member)) return true;
  const [, community, epoch] = /^community:([^@]+)@(\d+)$/.exec(audience) ?? [];
  if (community === undefined || epoch === undefined) return false;
  const opened = rights.communities.get(community);
  return opened !== undefined && opened <= Number(epoch);
}

/** Whether whoever `before` permits, whoever that be, `label` permits as well; dates aside. */
export function permitsAsMuch(label: Label, before: Label): boolean {
  if (before.any.length === 0) return true;
  return (
    label.any.length > 0 &&
    Object.entries(label.levels).every(([policy, rank]) => rank <= (before.levels[policy] ?? 0)) &&
    label.all.every((attribute) => before.all.includes(attribute)) &&
    label.any.every((clause) =>
      before.any.some((other) => other.every((one) => clause.some((wide) => isWithin(one, wide)))),
    )
  );
}

/** Whether whoever holds one audience holds the other. */
function isWithin(audience: string, wide: string): boolean {
  if (audience === wide || wide === 'public') return true;
  const [of, epoch] = splitEpoch(audience);
  const [other, later] = splitEpoch(wide);
  return of === other && epoch !== undefined && later !== undefined && epoch <= later;
}

function splitEpoch(audience: string): [community: string, epoch: number | undefined] {
  const [, community, epoch] = /^(community:[^@]+)@(\d+)$/.exec(audience) ?? [];
  return community === undefined ? [audience, undefined] : [community, Number(epoch)];
}
