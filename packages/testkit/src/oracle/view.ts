/** What a member may see: rules 1 to 6 of ADR 5, worked out anew from all contributions each time. */
import type { JsonObject } from '@entente/core/stix/types';
import { endsOf, isTimed, type Contribution } from './contribution.ts';
import { formFor, type Cut, type Form, type Standing } from './form.ts';
import type { Handed } from './handed.ts';
import { permitsReader, project } from './label.ts';
import { hub } from './notice.ts';
import type { Coalition } from './roster.ts';

export interface Cell {
  handed: Handed;
  coalition: Coalition;
  /** The hub's clock. */
  at: bigint;
  contributions: readonly Contribution[];
}

/** One contribution in a member's view, as that member is served it. */
export interface Seen {
  contribution: Contribution;
  form: JsonObject;
  cuts: Cut[];
  /** The label as served, as text; '' for the member's own. */
  projection: string;
  /** By rules 1 to 5, set aside what differs in `modified` alone. */
  likeness: string;
}

/** Every contribution that grounds a reference of `c` (rule 2). */
export function groundsOf(c: Contribution, target: string, all: readonly Contribution[]): Contribution[] {
  const foreign = c.foreign.get(target);
  return all.filter(
    (other) => other.id === target && (other.contributor === c.contributor || foreign?.has(other) === true),
  );
}

/**
 * The contributions that rules 1, 3 and 5 leave to the reader: the least fixed point, from nothing. Whether the
 * version that a language-content names is open decides for none of them: it is optional, and never open where it
 * makes up an id.
 */
export function permitted(cell: Cell, reader: string): Set<Contribution> {
  if (!cell.coalition.isPresent(reader)) return new Set();
  const within = new Set(cell.contributions.filter((c) => c.contributor === reader));
  for (let before = -1; before !== within.size;) {
    before = within.size;
    for (const c of cell.contributions) {
      if (within.has(c) || !permitsReader(c.label, reader, cell.at, cell.coalition)) continue;
      if (isRevokedOutOfSight(c, cell.contributions, within)) continue;
      const standing = standingOf(cell, reader, c, within);
      const areEndsOpen = endsOf(c.type).every((end) => isEndOpen(c, end, standing));
      if (areEndsOpen && formFor(c, standing, cell.handed)) within.add(c);
    }
  }
  return within;
}

/**
 * A contributor's own revoking version reaches all who may see any earlier version; for one whom it does not
 * permit, it acts as a recall.
 */
function isRevokedOutOfSight(
  c: Contribution,
  all: readonly Contribution[],
  within: ReadonlySet<Contribution>,
): boolean {
  const revoking = all.filter(
    (other) =>
      other.id === c.id &&
      other.contributor === c.contributor &&
      other.version > c.version &&
      other.object['revoked'] === true,
  );
  return revoking.length > 0 && !revoking.some((other) => within.has(other));
}

function isEndOpen(c: Contribution, end: string, standing: Standing): boolean {
  const target = c.object[end];
  return c.references.every((reference) => reference.target !== target || standing.isOpen(reference.target));
}

function standingOf(
  cell: Cell,
  reader: string,
  c: Contribution,
  within: ReadonlySet<Contribution>,
  has: (c: Contribution) => boolean = () => false,
): Standing {
  const { coalition, at, contributions, handed } = cell;
  const seesOwner = (owner: string): boolean =>
    contributions.some((other) => other.id === c.id && other.contributor === owner && within.has(other));
  return {
    reader,
    // The reference of a notice is open to its addressee, though what it names is in no view of its.
    isOpen: (target) =>
      c.contributor === hub || groundsOf(c, target, contributions).some((ground) => within.has(ground)),
    isPortionOpen: (index) => {
      const portion = c.portions[index];
      return portion !== undefined && permitsReader(portion.label, reader, at, coalition);
    },
    isVersionOpen: (target, version) =>
      groundsOf(c, target, contributions).some(
        (ground) => ground.version === version && isTimed(ground.object) && has(ground),
      ),
    projection: project(c.label, reader, seesOwner, coalition, handed),
  };
}

/** The whole view, in order of put. Needs the permitted contributions of the same moment. */
export function viewOf(cell: Cell, reader: string, within: ReadonlySet<Contribution>): Seen[] {
  const seen = new Map<Contribution, Seen | undefined>();
  const look = (c: Contribution): Seen | undefined => {
    if (!seen.has(c)) {
      seen.set(c, see(c));
    }
    return seen.get(c);
  };
  const see = (c: Contribution): Seen | undefined => {
    if (c.contributor === reader)
      return { contribution: c, form: c.object, cuts: [], projection: '', likeness: '' };
    const standing = standingOf(cell, reader, c, within, has);
    const form: Form | undefined = formFor(c, standing, cell.handed);
    if (!form) return undefined;
    const { object, cuts, likeness } = form;
    const projection = cell.handed.canonical(standing.projection);
    return { contribution: c, form: object, cuts, projection, likeness };
  };
  // Rule 6 as well: what the reader cannot get is not named to it.
  const has = (c: Contribution): boolean => within.has(c) && !isRepetition(c, reader, within, look);
  return [...within]
    .toSorted((a, b) => a.order - b.order)
    .filter(has)
    .flatMap((c) => look(c) ?? []);
}

/** Rule 6: another's version whose form is that of the version before it, but for `modified`. */
function isRepetition(
  c: Contribution,
  reader: string,
  within: ReadonlySet<Contribution>,
  look: (c: Contribution) => Seen | undefined,
): boolean {
  if (c.contributor === reader) return false;
  const versions = [...within]
    .filter((other) => other.id === c.id && other.contributor === c.contributor)
    .toSorted((a, b) => compare(a.version, b.version) || a.order - b.order);
  const earlier = [...new Set(versions.map(({ version }) => version))].filter((one) => one < c.version);
  let last: string | undefined;
  for (const instant of earlier) {
    // The one that is served: the first put in of those that are in the view.
    const likenesses = versions
      .filter(({ version }) => version === instant)
      .map((one) => look(one)?.likeness);
    last = likenesses.find((likeness) => likeness !== last) ?? last;
  }
  return last !== undefined && look(c)?.likeness === last;
}

export const compare = <T extends bigint | string | number>(a: T, b: T): number =>
  a < b ? -1 : a > b ? 1 : 0;
