import { contributorAlone, join, makeLabel, type Label, type LabelParts } from './label.ts';

/** What a contributor may name in a label, as far as it may know of it. */
export interface Known {
  isMember(id: string): boolean;
  /** The current epoch of a community whose roster the contributor may read; else `undefined`. */
  epochOf(community: string): number | undefined;
  isPolicy(id: string): boolean;
  isAttribute(id: string): boolean;
}

/** Where the audience of a contribution may be named, besides its own markings. */
export interface LabelSources {
  /** Label that the person chose for the whole batch, or the audience of the collection posted into. */
  chosen?: LabelParts | undefined;
  /** The member's default for this source: its audience counts where none is named elsewhere. */
  default?: LabelParts | undefined;
}

/**
 * The label of a contribution: what its markings, the collection and the person named, joined, so that
 * posting never widens. Without an audience, or with anything unknown in it, the contributor alone. Where owners
 * are named, the contributor is one of them: whoever sees the contribution sees that it has an owner, and whom to
 * ask, also where it may not know of the others.
 */
export function resolveLabel(
  contributor: string,
  stated: readonly LabelParts[],
  sources: LabelSources,
  known: Known,
): Label {
  const named = sources.chosen === undefined ? [...stated] : [...stated, sources.chosen];
  const isNamed = named.some((parts) => (parts.any?.length ?? 0) > 0);
  if (sources.default !== undefined) {
    const { any, ...rest } = sources.default;
    named.push(isNamed || any === undefined ? rest : sources.default);
  }
  const stands = named.map((parts) => makeLabel(parts)).reduce(join, makeLabel({}));
  const joined = withOwner(stands, contributor);
  return isUnderstood(named, known)
    ? makeLabel({
        ...joined,
        any: joined.any.map((clause) => clause.map((one) => withEpoch(one, known) ?? one)),
      })
    : contributorAlone(contributor, joined);
}

/** A label that names owners names this one too. */
const withOwner = (label: Label, contributor: string): Label =>
  label.owners.length === 0 ? label : makeLabel({ ...label, owners: [...label.owners, contributor] });

/** The label of what waits for the consent of owners: whatever it states, it stays with its contributor. */
export const heldLabel = (label: Label, contributor: string, waits: readonly string[]): Label =>
  withOwner(join(contributorAlone(contributor, { owners: waits }), label), contributor);

/** Whether an audience is named and everything that is named is known, also what other clauses imply. */
function isUnderstood(named: readonly LabelParts[], known: Known): boolean {
  const clauses = named.flatMap((parts) => parts.any ?? []);
  return (
    clauses.length > 0 &&
    clauses.every((clause) => clause.every((audience) => withEpoch(audience, known) !== undefined)) &&
    named.every((parts) => Object.keys(parts.levels ?? {}).every((policy) => known.isPolicy(policy))) &&
    named.every((parts) => (parts.all ?? []).every((attribute) => known.isAttribute(attribute)))
  );
}

/** `community:<id>` with the epoch of the moment; `undefined` for what the contributor cannot know. */
function withEpoch(audience: string, known: Known): string | undefined {
  if (audience === 'public') return audience;
  const [kind, id = '', more] = audience.split(':');
  if (more !== undefined) return undefined;
  if (kind === 'member') return known.isMember(id) ? audience : undefined;
  const epoch = kind === 'community' ? known.epochOf(id) : undefined;
  return epoch === undefined ? undefined : `community:${id}@${epoch}`;
}

/** Whether `label` is no wider than `ceiling`: every reader that it permits, the ceiling permits. */
export function withinCeiling(label: Label, ceiling: Label): boolean {
  const access = ({ levels, all, any, until }: Label): Label => makeLabel({ levels, all, any, until });
  const wanted = access(label);
  return JSON.stringify(join(wanted, access(ceiling))) === JSON.stringify(wanted);
}
