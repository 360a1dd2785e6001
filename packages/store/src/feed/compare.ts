/**
 * Compares what one reader has of one object with the rows that its feed has of it. What follows is that
 * difference alone, so comparing twice changes nothing.
 */
import { createHash } from 'node:crypto';
import type { Rights } from '@entente/core/label/permits';
import type { StixObject } from '@entente/core/stix/types';
import type { Loss } from '../notice/writer.ts';
import { groupOf, seenForm, type BoundReader, type Seen, type SeenInGroup } from '../view/group.ts';
import { labelOf, projectionOf } from '../view/release.ts';
import { compareForms, cutsMore, stayingPaths, type FeedRow, type FormState } from './movement.ts';
import { seenBy, type Scene } from './scene.ts';

/** A form at the place that it takes in the feed. */
export interface Placed {
  seen: SeenInGroup;
  state: FormState;
  /** The row that it had. */
  row: FeedRow | undefined;
}

export interface Compared {
  object: string;
  /** Forms that came or moved: they go to the end of the feed. */
  moved: Placed[];
  /** Forms that changed where they stand. */
  kept: (Placed & { row: FeedRow })[];
  /** Rows of what left the view. */
  removed: FeedRow[];
  losses: Loss[];
}

/** @param place of the reader in the scene */
export function compareObject(scene: Scene, object: string, place: number, change: number): Compared {
  const reader = scene.readers[place] as BoundReader;
  const { rights } = reader;
  const seen = seenBy(scene, object, place);
  const rows = (scene.rows.get(object) ?? []).filter((row) => row.place === place);
  const before = new Map(rows.map((row) => [row.contribution, row]));
  const group = groupOf(seen, reader, entering(seen, before, change));
  // Rows that leave may stay for another slice.
  const isSole = group.length === 1 && rows.every(({ contribution }) => contribution === group[0]?.id);
  const after = group.map((one): Placed => {
    return { seen: one, state: stateOf(one, isSole, rights, scene), row: before.get(one.id) };
  });
  const compared: Compared = { object, moved: [], kept: [], removed: [], losses: [] };
  for (const one of after) {
    const { row } = one;
    const difference = row === undefined ? 'moves' : compareForms(row, one.state, staying(one.seen));
    if (difference === 'moves') compared.moved.push(one);
    else if (row !== undefined && (difference === 'differs' || hasOtherGates(one.seen, row)))
      compared.kept.push({ ...one, row });
  }
  if (rows.length === 0) return compared;
  const present = new Set(after.map((one) => one.seen.id));
  compared.removed = rows.filter(({ contribution }) => !present.has(contribution));
  compared.losses = lossesOf(compared.removed, seen, after);
  return compared;
}

/** What follows of rows that leave, where the rest of their object waits for a later change. */
export function withoutRows(scene: Scene, object: string, place: number, rows: readonly FeedRow[]): Compared {
  const losses = lossesOf(rows, seenBy(scene, object, place), []);
  return { object, moved: [], kept: [], removed: [...rows], losses };
}

const hasOtherGates = (seen: Seen, row: FeedRow): boolean =>
  row.gate !== seen.gate || row.plain !== seen.plain;

/** What enters now is ordered behind everything that is in the feed. */
function entering(
  seen: readonly Seen[],
  before: ReadonlyMap<number, FeedRow>,
  change: number,
): (id: number) => number {
  if (seen.length === 1) return () => 0;
  const fresh = seen.filter(({ id }) => !before.has(id)).sort((a, b) => order(a, b, change));
  const place = new Map(fresh.map(({ id }, index) => [id, Number.MAX_SAFE_INTEGER - 1_000_000 + index]));
  return (id) => before.get(id)?.entered ?? place.get(id) ?? Infinity;
}

/** What this change put in comes first, in its order; then the rest by id, version, contributor. */
export function order(a: Seen, b: Seen, change: number): number {
  const [left, right] = [a.change === change, b.change === change];
  if (left !== right) return left ? -1 : 1;
  if (left) return a.id - b.id;
  if (a.object !== b.object) return a.object < b.object ? -1 : 1;
  if (a.version !== b.version) return a.version - b.version;
  if (a.contributor !== b.contributor) return a.contributor < b.contributor ? -1 : 1;
  return a.id - b.id;
}

const versionOf = ({ version, contributor }: FeedRow | Seen): string => `${version} ${contributor}`;

/** What the reader lost: versions of which it sees no contribution any more, and parts newly cut. */
function lossesOf(removed: readonly FeedRow[], seen: readonly Seen[], after: readonly Placed[]): Loss[] {
  const still = new Set(seen.map(versionOf));
  const whole = removed.filter((row) => !still.has(versionOf(row)));
  const parts = after.filter(
    ({ seen: { own }, row, state }) => !own && row !== undefined && cutsMore(row, state),
  );
  return [...whole.map((row) => loss(row, false)), ...parts.map((one) => loss(one.seen, true))];
}

const loss = ({ object, version, contributor }: FeedRow | Seen, part: boolean): Loss => ({
  object,
  version,
  contributor,
  part,
});

function stateOf(seen: SeenInGroup, sole: boolean, rights: Rights, { cuts }: Scene): FormState {
  const { shown, first } = seen;
  return {
    shown,
    first,
    sole,
    owned: !seen.own && labelOf(seen).owners.length > 0,
    projection: projectionNumber(seen, rights),
    form: formKey(seen, rights, cuts),
  };
}

/** The paths that are cut for the reader, as JSON: the same for all to whom the same is closed. */
function formKey(seen: Seen, rights: Rights, known: Map<string, string | null>): string | null {
  if (seen.closed === null) return null;
  const key = `${seen.id} ${seen.closed.join(' ')}`;
  let form = known.get(key);
  if (form === undefined) {
    const { cuts } = seenForm(seen, rights, (_path, type) => type);
    known.set(key, (form = cuts.length === 0 ? null : JSON.stringify(cuts)));
  }
  return form;
}

/** Asked only where something opened. */
function staying(seen: Seen): (path: string) => boolean {
  let stays: ((path: string) => boolean) | undefined;
  return (path) => (stays ??= stayingPaths(JSON.parse(seen.body) as StixObject))(path);
}

const projections = new WeakMap<Rights, Map<string, number>>();

/** A number that stands for what the reader is served of a label; 0 for what it gets as written. */
function projectionNumber(seen: Seen, rights: Rights): number {
  if (seen.own) return 0;
  let known = projections.get(rights);
  if (known === undefined) projections.set(rights, (known = new Map<string, number>()));
  const key = `${seen.label} ${seen.sees.join(' ')}`;
  let number = known.get(key);
  if (number === undefined) {
    const text = JSON.stringify(projectionOf(seen, rights));
    number = createHash('sha256').update(text).digest().readUIntBE(0, 6);
    known.set(key, number);
  }
  return number;
}
