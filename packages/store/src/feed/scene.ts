/**
 * Everything that the feeds need of some objects, for several readers at once: their contributions, whom these
 * are open to, and the rows that the feeds have. Bodies are fetched only where a form must be told from them.
 */
import { groupOf, type BoundReader, type Seen } from '../view/group.ts';
import type { Queryable } from '../database/queryable.ts';
import type { Labels } from './labels.ts';
import type { FeedRow } from './movement.ts';
import { readNamed, type Named } from './named.ts';
import type { Verdicts } from './verdicts.ts';

/** A contribution, without what depends on its reader. */
export interface Stored extends Omit<Seen, 'own' | 'closed' | 'portions' | 'sees'> {
  holding: number;
  /** Whether its label names owners. */
  namesOwners: boolean;
  /** Closable → the gate that opens it; loaded where something is closed to some reader. */
  closables: Map<string, number>;
  /** Selectors of its portions, by index; loaded with the closables. */
  portions: readonly (readonly string[])[];
  /** Of a language-content: the version that it names; loaded with the closables. */
  named: Named | undefined;
}

/** A row of one of the feeds; `place` is its reader's. */
export type SceneRow = FeedRow & { place: number };

export interface Scene {
  readonly readers: readonly BoundReader[];
  readonly verdicts: Verdicts;
  /** Object → its contributions, in the order they were put in; with those of the objects that others name. */
  readonly stored: ReadonlyMap<string, readonly Stored[]>;
  /** Object → rows of the feeds. */
  readonly rows: ReadonlyMap<string, readonly SceneRow[]>;
  /** Contribution and what is closed of it → the paths that are cut; filled while forms are compared. */
  readonly cuts: Map<string, string | null>;
}

/** For whom scenes are loaded, with what is known already. */
export interface Stage {
  readonly readers: readonly BoundReader[];
  readonly verdicts: Verdicts;
  readonly labels: Labels;
}

export async function loadScene(client: Queryable, stage: Stage, objects: readonly string[]): Promise<Scene> {
  const { labels, verdicts, readers } = stage;
  const stored = await readStored(client, labels, objects);
  const rows = await readRows(client, readers, objects);
  await verdicts.load(stored.flatMap(({ gate, plain }) => [gate, plain]));
  const scene: Scene = {
    readers,
    verdicts,
    stored: byObject(stored),
    rows: byObject(rows),
    cuts: new Map<string, string | null>(),
  };
  const cut = stored.filter((one) => isCutForSome(one, readers, verdicts));
  await addClosables(client, cut);
  await verdicts.load(cut.flatMap(({ closables }) => [...closables.values()]));
  await addBodies(client, new Set([...cut, ...revised(scene), ...claimed(scene), ...formerlyCut(scene)]));
  const named = new Set(cut.flatMap((one) => one.named?.object ?? []).filter((id) => !scene.stored.has(id)));
  // What is named is no language-content (STIX 2.1 §7.1), and so names nothing itself.
  return named.size === 0 ? scene : joined(scene, await loadScene(client, stage, [...named]));
}

const joined = (scene: Scene, other: Scene): Scene => ({
  ...scene,
  stored: new Map([...other.stored, ...scene.stored]),
  rows: new Map([...other.rows, ...scene.rows]),
});

function byObject<Item extends { object: string }>(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.object);
    if (group === undefined) groups.set(item.object, [item]);
    else group.push(item);
  }
  return groups;
}

type StoredRow = Omit<Stored, 'labelBody' | 'namesOwners' | 'body' | 'closables' | 'portions' | 'named'>;

async function readStored(client: Queryable, labels: Labels, objects: readonly string[]): Promise<Stored[]> {
  const { rows } = await client.query<StoredRow>(
    `select c.id, c.object, c.type, c.version, c.contributor, c.gate, c.plain, c.timed, c.revoked,
       c.change, c.extended, c.holding, h.label
     from contribution c join holding h on h.id = c.holding where c.object = any($1::text[]) order by c.id`,
    [objects],
  );
  await labels.load(
    client,
    rows.map(({ label }) => label),
  );
  return rows.map((row) => ({
    ...row,
    ...labels.of(row.label),
    body: '',
    closables: new Map(),
    portions: [],
    named: undefined,
  }));
}

async function readRows(
  client: Queryable,
  readers: readonly BoundReader[],
  objects: readonly string[],
): Promise<SceneRow[]> {
  const { rows } = await client.query<FeedRow & { reader: string }>(
    `select reader, at, contribution, object, version, contributor, gate, plain, entered, shown, first,
       owned, sole, projection, form
     from feed where object = any($1::text[]) and reader = any($2::text[])`,
    [objects, readers.map(({ id }) => id)],
  );
  const places = new Map(readers.map(({ id }, place) => [id, place]));
  return rows.map(({ reader, ...row }) => ({ ...row, place: places.get(reader) as number }));
}

/** Whether a reader of another member has it, but not all of it. */
function isCutForSome(one: Stored, readers: readonly BoundReader[], verdicts: Verdicts): boolean {
  const whole = verdicts.of(one.plain);
  for (const place of verdicts.of(one.gate)) {
    if (!whole.has(place) && !isOwn(one, readers[place] as BoundReader)) return true;
  }
  return false;
}

/** Where a contributor has several versions, one may say nothing that the one before did not (rule 6). */
const revised = ({ stored }: Scene): Stored[] =>
  [...stored.values()].flatMap((group) =>
    group.filter(({ contributor, version }) =>
      group.some((other) => other.contributor === contributor && other.version !== version),
    ),
  );

/** Where several have an object, what they name as its creator counts. */
const claimed = ({ stored }: Scene): Stored[] =>
  [...stored.values()].flatMap((group) =>
    group.some(({ contributor }) => contributor !== group[0]?.contributor) ? group : [],
  );

/** What opened may leave the row where it is, which the object tells. */
const formerlyCut = ({ stored, rows }: Scene): Stored[] =>
  [...rows].flatMap(([object, feedRows]) => {
    const ids = new Set(feedRows.filter(({ form }) => form !== null).map(({ contribution }) => contribution));
    return ids.size === 0 ? [] : (stored.get(object) ?? []).filter(({ id }) => ids.has(id));
  });

async function addClosables(client: Queryable, wanted: readonly Stored[]): Promise<void> {
  if (wanted.length === 0) return;
  const byId = new Map(wanted.map((one) => [one.id, one]));
  const { rows } = await client.query<{
    id: number;
    closable: string;
    gate: number;
    selectors: string[] | null;
  }>(
    `select c.id, 'r' || r.target as closable, r.gate, null::text[] as selectors
     from contribution c cross join lateral references_of(c.targets, c.openings) r where c.id = any($1::bigint[])
     union all
     (select contribution, 'p' || index, gate, selectors from portion
     where contribution = any($1::bigint[]) order by contribution, index)`,
    [[...byId.keys()]],
  );
  for (const { id, closable, gate, selectors } of rows) {
    const one = byId.get(id) as Stored;
    one.closables.set(closable, gate);
    if (selectors !== null) one.portions = [...one.portions, selectors];
  }
  const naming = wanted.filter(({ type, portions }) => type === 'language-content' && portions.length > 0);
  if (naming.length === 0) return;
  const named = await readNamed(
    client,
    naming.map(({ id }) => id),
  );
  for (const one of naming) one.named = named.get(one.id);
}

async function addBodies(client: Queryable, wanted: ReadonlySet<Stored>): Promise<void> {
  if (wanted.size === 0) return;
  const byId = new Map([...wanted].map((one) => [one.id, one]));
  const { rows } = await client.query<{ id: number; body: string }>(
    'select id, body from contribution where id = any($1::bigint[])',
    [[...byId.keys()]],
  );
  for (const { id, body } of rows) (byId.get(id) as Stored).body = body;
}

const isOwn = ({ contributor }: Stored, { rights }: BoundReader): boolean =>
  rights.full && contributor === rights.member;

/** Places of the readers that have a contribution of an object, or have a row of it. */
export function concernedBy({ verdicts, stored, rows }: Scene, object: string): ReadonlySet<number> {
  const [one, ...more] = stored.get(object) ?? [];
  const had = rows.get(object) ?? [];
  if (one !== undefined && more.length === 0 && had.length === 0) return verdicts.of(one.gate);
  const places = new Set<number>(one === undefined ? [] : verdicts.of(one.gate));
  for (const { gate } of more) for (const place of verdicts.of(gate)) places.add(place);
  for (const { place } of had) places.add(place);
  return places;
}

/** The contributions of an object that are open to one reader, in the order they were put in. */
export function seenBy(scene: Scene, object: string, place: number): Seen[] {
  const { verdicts, stored, readers } = scene;
  const open = (stored.get(object) ?? []).filter(({ gate }) => verdicts.of(gate).has(place));
  return open.map((one) => {
    const own = isOwn(one, readers[place] as BoundReader);
    if (own || verdicts.of(one.plain).has(place))
      return { ...one, own, closed: null, sees: seesOf(one, open) };
    const closed = [...one.closables]
      .filter(([name, gate]) => !verdicts.of(gate).has(place) && !isNamedOpen(scene, one, name, place))
      .map(([name]) => name);
    return { ...one, own, closed: closed.sort(), sees: seesOf(one, open) };
  });
}

/** Whether the closable is the name of a version that the reader has, by what grounds the reference to it. */
function isNamedOpen(scene: Scene, { named, contributor }: Stored, closable: string, place: number): boolean {
  if (named?.closable !== closable) return false;
  const has = groupOf(seenBy(scene, named.object, place), scene.readers[place] as BoundReader, () => 0);
  return has.some(
    (one) =>
      one.version === named.version &&
      one.timed &&
      (one.contributor === contributor || named.grounds.has(one.id)),
  );
}

/**
 * Objects of which what the reader has counts for what it is served of this one. Not where the name shows anyway: what
 * is loaded for other readers of the turn does nothing for this one.
 */
export function namedBy({ stored, verdicts, readers }: Scene, object: string, place: number): string[] {
  return (stored.get(object) ?? []).flatMap((one) => {
    const gate = one.named && one.closables.get(one.named.closable);
    if (one.named === undefined || gate === undefined || isOwn(one, readers[place] as BoundReader)) return [];
    return verdicts.of(one.gate).has(place) && !verdicts.of(gate).has(place) ? [one.named.object] : [];
  });
}

const nobody: readonly string[] = [];

/** Members whose contribution of the object the reader sees; asked where the label names owners. */
const seesOf = (one: Stored, open: readonly Stored[]): readonly string[] =>
  one.namesOwners ? [...new Set(open.map(({ contributor }) => contributor))] : nobody;
