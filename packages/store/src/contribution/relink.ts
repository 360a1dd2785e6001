/**
 * Keeps gates true when a target gains or loses contributions: every reference that these ground is opened
 * anew, and what is needed by others in turn, until nothing changes.
 */
import { allOf, printGate, type Cnf } from '@entente/core/release/gate';
import type { Change } from '../change/change.ts';
import { internGates } from '../gate/intern.ts';
import { Linker } from './linker.ts';
import { nodeColumns, nodeOf, type Node, type NodeRow } from './node.ts';
import { noteOpenings, openingsOf, referenceKey } from './reference.ts';
import { touch } from './touch.ts';
import type { Written } from './write.ts';

/** A contribution as relinking reads it. */
interface DependantRow extends NodeRow {
  gate: number;
  plain: number;
  targets: string[];
  openings: string;
  entries: { parts: string; gate: number }[] | null;
}

/** An object as one contributor has it. */
export interface Held {
  object: string;
  contributor: string;
}

/** After a put: opens anew whatever the new contributions ground. */
export async function relinkDependants(
  change: Change,
  { nodes, linker }: Written,
  regrounded: readonly number[],
): Promise<void> {
  // What was put in is linked by what is written; where grounds were added after that, it is looked at again as well.
  const passed = new Set(regrounded.length === 0 ? nodes.map(({ id }) => id) : []);
  const first = nodes[0]?.id ?? Number.MAX_SAFE_INTEGER;
  const isNewGround = (node: Node): boolean =>
    linker.isGated(node) ||
    !linker
      .of(node.object)
      .some(
        (older) =>
          older.id < first &&
          older.contributor === node.contributor &&
          older.holding === node.holding &&
          !linker.isGated(older),
      );
  const revokers = nodes.filter(({ revoked }) => revoked);
  const ids = [
    ...regrounded,
    ...revokers.flatMap((node) => versionsBefore(linker, node)),
    ...(await ownDependants(change, nodes.filter(isNewGround), first)),
  ];
  await relinkAll(change, ids, passed);
}

// Below, `lateral … offset 0` has PostgreSQL look each object up: it would else now and then sort the whole table.

/** What a revoking version revokes. */
const versionsBefore = (linker: Linker, revoker: Node): number[] =>
  linker
    .of(revoker.object)
    .filter(({ contributor, version }) => contributor === revoker.contributor && version < revoker.version)
    .map(({ id }) => id);

/** After a relabelling or a recall: opens anew whatever these objects ground, as their contributors have them. */
export async function relinkObjects(
  change: Change,
  objects: readonly Held[],
  themselves: readonly number[] = [],
): Promise<void> {
  const ids = [
    ...themselves,
    ...(await revokedOf(change, objects)),
    ...(await ownDependants(change, objects)),
    ...(await otherDependants(change, objects)),
  ];
  await relinkAll(change, ids, new Set());
}

/**
 * Every contribution is computed from what is written, not from the gates of others, so once is enough;
 * only those whose own gate changed lead on.
 */
async function relinkAll(change: Change, ids: readonly number[], passed: Set<number>): Promise<void> {
  let frontier = ids;
  for (;;) {
    const next = [...new Set(frontier)].filter((id) => !passed.has(id));
    if (next.length === 0) return;
    for (const id of next) passed.add(id);
    const moved = await relink(change, next);
    frontier = [...(await ownDependants(change, moved)), ...(await otherDependants(change, moved))];
  }
}

/** All versions of objects of which the contributor has a revoking one: these stand and fall with it. */
async function revokedOf({ client }: Change, objects: readonly Held[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select c.id from unnest($1::text[], $2::text[]) as w (object, contributor)
     join contribution c on c.object = w.object and c.contributor = w.contributor`,
    [objects.map(({ object }) => object), objects.map(({ contributor }) => contributor)],
  );
  return rows.map(({ id }) => id);
}

/**
 * The contributor's own references to its objects.
 * @param before only of contributions put in before this one
 */
async function ownDependants(
  { client }: Change,
  objects: readonly Held[],
  before = Number.MAX_SAFE_INTEGER,
): Promise<number[]> {
  const ids: number[] = [];
  for (const contributor of new Set(objects.map((held) => held.contributor))) {
    const own = objects.filter((held) => held.contributor === contributor);
    // One text: the driver takes lists apart, sign by sign.
    const keys = own.map(({ object }) => referenceKey(object)).join(' ');
    const { rows } = await client.query<{ id: number }>(
      `select distinct r.contribution as id from unnest(string_to_array($1, ' ')::bigint[]) as w (key)
       cross join lateral (select contribution from reference
         where key = w.key and contributor = $2 and contribution < $3 offset 0) r`,
      [keys, contributor, before],
    );
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** Others' references that are grounded on the contributor's objects. */
async function otherDependants({ client }: Change, objects: readonly Held[]): Promise<number[]> {
  if (objects.length === 0) return [];
  const { rows } = await client.query<{ id: number }>(
    `select distinct g.contribution as id from unnest($1::text[], $2::text[]) as w (object, contributor)
     cross join lateral (select contribution from ground
       where target = w.object and contributor = w.contributor offset 0) g`,
    [objects.map(({ object }) => object), objects.map(({ contributor }) => contributor)],
  );
  return rows.map(({ id }) => id);
}

/** How many contributions are relinked at a time. */
const slice = 5000;

/** Computes the gates of contributions again; returns the objects whose own gate changed. */
async function relink(change: Change, ids: readonly number[]): Promise<Held[]> {
  const moved: Held[] = [];
  for (let start = 0; start < ids.length; start += slice) {
    const rows = await readDependants(change, ids.slice(start, start + slice));
    const linker = new Linker(change.client);
    await linker.load(rows.flatMap((row) => [row.object, ...row.targets]));
    for (const contributor of new Set(rows.map((row) => row.contributor))) {
      const own = rows.filter((row) => row.contributor === contributor);
      moved.push(...(await relinkOf(change, contributor, own, linker)));
    }
  }
  return moved;
}

interface Relinked {
  row: DependantRow;
  gate: Cnf;
  plain: Cnf;
  openings: Cnf[];
  words: Cnf[];
}

async function relinkOf(
  change: Change,
  contributor: string,
  rows: readonly DependantRow[],
  linker: Linker,
): Promise<Held[]> {
  const relinked = rows.map((row) => relinkRow(row, linker));
  const gates = await internGates(
    change,
    contributor,
    relinked.flatMap(({ gate, plain, openings, words }) => [gate, plain, ...openings, ...words]),
  );
  const idOf = (gate: Cnf): number => gates.get(printGate(gate)) as number;
  const isChanged = ({ row, gate, plain, openings, words }: Relinked): boolean =>
    idOf(gate) !== row.gate ||
    idOf(plain) !== row.plain ||
    openingsOf(openings, idOf) !== row.openings ||
    (row.entries ?? []).some(({ gate: old }, index) => idOf(words[index] as Cnf) !== old);
  const changed = relinked.filter(isChanged);
  await writeRelinked(change, changed, idOf);
  return changed
    .filter(({ row, gate }) => idOf(gate) !== row.gate)
    .map(({ row }) => ({ object: row.object, contributor: row.contributor }));
}

function relinkRow(row: DependantRow, linker: Linker): Relinked {
  const node = nodeOf(row);
  const openings = row.targets.map((target) => linker.opening(node, target));
  const gate = linker.gate(node);
  const portions = node.portions.map((label): Cnf => [[`l${label}`]]);
  const words = (row.entries ?? []).map(({ parts }) =>
    allOf([gate, ...(JSON.parse(parts) as string[]).map((part) => linker.closable(node, part))]),
  );
  return { row, gate, plain: allOf([gate, ...openings, ...portions]), openings, words };
}

async function readDependants({ client }: Change, ids: readonly number[]): Promise<DependantRow[]> {
  const { rows } = await client.query<DependantRow>(
    `select ${nodeColumns}, c.gate, c.plain,
       string_to_array(c.targets, ' ') as targets, c.openings,
       (select json_agg(json_build_object('parts', parts, 'gate', gate) order by parts) from search
         where contribution = c.id) as entries
     from contribution c where c.id = any($1::bigint[]) order by c.id`,
    [ids],
  );
  return rows;
}

async function writeRelinked(
  change: Change,
  changed: readonly Relinked[],
  idOf: (gate: Cnf) => number,
): Promise<void> {
  if (changed.length === 0) return;
  const { client } = change;
  await touch(
    change,
    changed.map(({ row }) => row.id),
  );
  const lists = changed.map(({ openings }) => openingsOf(openings, idOf));
  await noteOpenings(client, lists);
  await client.query(
    `update contribution c set gate = n.gate, plain = n.plain, openings = n.openings
     from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[]) as n (id, gate, plain, openings)
     where c.id = n.id`,
    [
      changed.map(({ row }) => row.id),
      changed.map(({ gate }) => idOf(gate)),
      changed.map(({ plain }) => idOf(plain)),
      lists,
    ],
  );
  const entries = changed.flatMap(({ row, words }) =>
    (row.entries ?? []).map(({ parts }, index) => ({ id: row.id, parts, gate: idOf(words[index] as Cnf) })),
  );
  await client.query(
    `update search s set gate = n.gate,
       words = ts_delete(words, '!' || s.gate) || ('''!' || n.gate || '''')::tsvector
     from unnest($1::bigint[], $2::text[], $3::bigint[]) as n (id, parts, gate)
     where s.contribution = n.id and s.parts = n.parts and s.gate <> n.gate`,
    [entries.map(({ id }) => id), entries.map(({ parts }) => parts), entries.map(({ gate }) => gate)],
  );
}
