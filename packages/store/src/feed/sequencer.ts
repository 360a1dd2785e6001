/**
 * The sequencer: brings each reader's feed up to the last change, in the order of commits (release.md,
 * rule 9). It compares what the reader has of each object that a change touched with the feed's rows, so
 * running it twice changes nothing.
 */
import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Rights } from '@entente/core/label/permits';
import type { StixObject } from '@entente/core/stix/types';
import { readCoalition } from '../coalition/rights.ts';
import { inTransaction } from '../database/transaction.ts';
import {
  groupOf,
  projectionOf,
  readSeen,
  seenForm,
  type BoundReader,
  type Seen,
  type SeenInGroup,
} from '../view/group.ts';
import { noteLosses, type Loss } from '../notice/writer.ts';
import { compareForms, cutsMore, stayingPaths, type FeedRow, type FormState } from './movement.ts';
import { readTaken, versionOf, type Drained } from './taken.ts';

/** A reader whose feed is behind. */
interface Behind {
  id: string;
  drained: number;
}

/** At most this many objects are compared at a time. */
const slice = 2000;

/**
 * Drains one change into the feed of every reader that is behind, in turns.
 * @returns how many readers moved on; 0 when every feed is up to date
 */
export async function drainOnce(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<Behind>(
    `select r.id, r.drained from reader r, cell where r.drained < cell.last_change order by r.drained, r.id`,
  );
  for (const reader of rows) await drainReader(pool, reader);
  return rows.map(({ id }) => id);
}

async function drainReader(pool: Pool, { id }: Behind): Promise<void> {
  const drain = async (client: PoolClient): Promise<void> => {
    const { rows } = await client.query<{ drained: number; last_at: number }>(
      'select drained, last_at from reader where id = $1 for update',
      [id],
    );
    const head = rows[0];
    if (head === undefined) return;
    const change = await client.query<Drained>(
      `select c.no, c.at, a.member, a.kind from change c join act a on a.id = c.act where c.no > $1 order by c.no limit 1`,
      [head.drained],
    );
    const next = change.rows[0];
    if (next === undefined) return;
    const { rights } = await readCoalition(client);
    const reader: BoundReader = { id, rights: rights.get(id) ?? nobody(id), at: next.at };
    const drained = await drainChange(client, reader, next, head.last_at);
    // A notice goes to the member, not to each narrower class of its accounts.
    const isWhole = reader.rights.full && reader.rights.member !== next.member;
    const losses = drained.losses.filter(({ contributor }) => contributor === next.member);
    if (isWhole) await noteLosses(client, id, next, losses);
    const last = drained.lastAt;
    await client.query('update reader set drained = $2, last_at = $3 where id = $1', [id, next.no, last]);
    await client.query('delete from backlog where reader = $1 and change = $2', [id, next.no]);
  };
  // One snapshot: what a later change does to an object is seen together with the change that does it.
  await inTransaction(pool, drain, { isolation: 'repeatable read' });
}

/** The rights of a reader whose member has left. */
const nobody = (member: string): Rights => ({
  member,
  full: false,
  levels: {},
  attributes: new Set(),
  communities: new Map(),
});

async function drainChange(
  client: PoolClient,
  reader: BoundReader,
  drained: Drained,
  lastAt: number,
): Promise<{ lastAt: number; losses: Loss[] }> {
  const change = drained.no;
  const dirty = await readDirty(client, reader, change);
  const later = await readDirtyLater(client, reader, change, dirty);
  const objects = dirty.filter((object) => !later.has(object));
  const { rows: removed, losses } = await readTaken(client, reader, drained, [...later]);
  const appended: SeenInGroup[] = [];
  const entered = new Map<number, number>();
  const states = new Map<number, FormState>();
  for (let start = 0; start < objects.length; start += slice) {
    const part = objects.slice(start, start + slice);
    const moved = await compare(client, reader, change, part);
    for (const one of moved.appended) {
      appended.push({ ...one, body: '' });
      const state = moved.states.get(one.id);
      if (state !== undefined) states.set(one.id, state);
    }
    for (const [id, at] of moved.entered) entered.set(id, at);
    removed.push(...moved.removed);
    losses.push(...moved.losses);
  }
  appended.sort((a, b) => order(a, b, change));
  const appendedAt = await append(client, reader, appended, states, entered, lastAt);
  return { lastAt: await remove(client, reader, removed, appendedAt), losses };
}

/** What this change put in comes first, in its order; then the rest by id, version, contributor. */
function order(a: Seen, b: Seen, change: number): number {
  const [left, right] = [a.change === change, b.change === change];
  if (left !== right) return left ? -1 : 1;
  if (left) return a.id - b.id;
  if (a.object !== b.object) return a.object < b.object ? -1 : 1;
  if (a.version !== b.version) return a.version - b.version;
  if (a.contributor !== b.contributor) return a.contributor < b.contributor ? -1 : 1;
  return a.id - b.id;
}

/** The objects that a change touched and that are, or were, in the reader's view. */
async function readDirty(client: PoolClient, reader: BoundReader, change: number): Promise<string[]> {
  const { rows } = await client.query<{ object: string }>(
    `with moved as (select kind, key from backlog where reader = $1 and change = $3),
     dirty as (
       select c.id, c.object, c.gate from contribution c where c.change = $3
       union
       select t.contribution, t.object, c.gate from touched t left join contribution c on c.id = t.contribution
         where t.change = $3
       union
       select c.id, c.object, c.gate from moved m join contribution c on c.gate = m.key where m.kind = 'gate'
       union
       select c.id, c.object, c.gate from moved m join reference r on r.gate = m.key
         join contribution c on c.id = r.contribution where m.kind = 'gate'
       union
       select c.id, c.object, c.gate from moved m join portion p on p.gate = m.key
         join contribution c on c.id = p.contribution where m.kind = 'gate'
       union
       select c.id, c.object, c.gate from moved m join contribution c on c.holding = m.key
         where m.kind = 'holding'
     )
     select object from dirty d
     where exists (select from verdict v where v.reader = $1 and v.gate = d.gate and v.until > $2)
        or exists (select from feed f where f.reader = $1 and f.contribution = d.id)
     group by object order by min(d.id)`,
    [reader.id, reader.at, change],
  );
  return rows.map(({ object }) => object);
}

/**
 * Which of these objects a later change touched as well, in what the reader has or had of them. What it did shows
 * already, and so belongs to it: a release would else be dated with an act that its reader may know nothing of.
 */
async function readDirtyLater(
  client: PoolClient,
  reader: BoundReader,
  change: number,
  objects: readonly string[],
): Promise<Set<string>> {
  if (objects.length === 0) return new Set();
  const { rows } = await client.query<{ object: string }>(
    `with moved as (select distinct kind, key from backlog where reader = $1 and change > $2),
     asked as (select c.id, c.object, c.gate, c.holding, c.change from contribution c
       where c.object = any($3::text[])
         and (exists (select from verdict v where v.reader = $1 and v.gate = c.gate and v.until > $4)
           or exists (select from feed f where f.reader = $1 and f.contribution = c.id)))
     select object from asked where change > $2
     union
     select t.object from touched t where t.change > $2 and t.object = any($3::text[])
       and (exists (select from asked a where a.id = t.contribution)
         or exists (select from feed f where f.reader = $1 and f.contribution = t.contribution))
     union
     select a.object from asked a join moved m on m.kind = 'gate' and m.key = a.gate
     union
     select a.object from asked a join moved m on m.kind = 'holding' and m.key = a.holding
     union
     select a.object from asked a join reference r on r.contribution = a.id
       join moved m on m.kind = 'gate' and m.key = r.gate
     union
     select a.object from asked a join portion p on p.contribution = a.id
       join moved m on m.kind = 'gate' and m.key = p.gate`,
    [reader.id, change, objects, reader.at],
  );
  return new Set(rows.map(({ object }) => object));
}

interface Compared {
  appended: SeenInGroup[];
  removed: FeedRow[];
  losses: Loss[];
  states: Map<number, FormState>;
  entered: Map<number, number>;
}

async function compare(
  client: PoolClient,
  reader: BoundReader,
  change: number,
  objects: readonly string[],
): Promise<Compared> {
  const seen = await readSeen(client, reader, objects);
  const { rows } = await client.query<FeedRow>(
    `select at, contribution, object, version, contributor, gate, plain, entered, shown, first, projection, form
     from feed where reader = $1 and object = any($2::text[])`,
    [reader.id, objects],
  );
  const before = new Map(rows.map((row) => [row.contribution, row]));
  const after = groupAll(seen, reader, before, change);
  const states = new Map(after.map((one) => [one.id, stateOf(one, reader.rights)]));
  const appended: SeenInGroup[] = [];
  const kept: { row: FeedRow; seen: SeenInGroup }[] = [];
  for (const one of after) {
    const row = before.get(one.id);
    const state = states.get(one.id) as FormState;
    const compared = row === undefined ? 'moves' : compareForms(row, state, (path) => staying(one)(path));
    if (compared === 'moves') appended.push(one);
    else if (
      row !== undefined &&
      (compared === 'differs' || row.gate !== one.gate || row.plain !== one.plain)
    )
      kept.push({ row, seen: one });
  }
  await keep(client, reader, kept, states);
  const present = new Set(after.map(({ id }) => id));
  const removed = rows.filter(({ contribution }) => !present.has(contribution));
  return {
    appended,
    removed,
    losses: lossesOf(removed, seen, after, before, states),
    states,
    entered: new Map(rows.map((row) => [row.contribution, row.entered])),
  };
}

/** What the reader lost: versions of which it sees no contribution any more, and parts newly cut. */
function lossesOf(
  removed: readonly FeedRow[],
  seen: readonly Seen[],
  after: readonly SeenInGroup[],
  before: ReadonlyMap<number, FeedRow>,
  states: ReadonlyMap<number, FormState>,
): Loss[] {
  const still = new Set(seen.map(versionOf));
  const whole = removed.filter((row) => !still.has(versionOf(row)));
  const parts = after.filter(({ id, own }) => {
    const [row, state] = [before.get(id), states.get(id)];
    return !own && row !== undefined && state !== undefined && cutsMore(row, state);
  });
  const loss = ({ object, version, contributor }: FeedRow | Seen, part: boolean): Loss => ({
    object,
    version,
    contributor,
    part,
  });
  return [...whole.map((row) => loss(row, false)), ...parts.map((one) => loss(one, true))];
}

/** Groups by object; what enters now is ordered behind everything that is in the feed. */
function groupAll(
  seen: readonly Seen[],
  reader: BoundReader,
  before: ReadonlyMap<number, FeedRow>,
  change: number,
): SeenInGroup[] {
  const groups = new Map<string, Seen[]>();
  for (const one of seen) {
    const group = groups.get(one.object);
    if (group === undefined) groups.set(one.object, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap((group) => {
    const entering = group.filter(({ id }) => !before.has(id)).sort((a, b) => order(a, b, change));
    const place = new Map(entering.map(({ id }, index) => [id, Number.MAX_SAFE_INTEGER - 1_000_000 + index]));
    return groupOf(group, reader.rights, (id) => before.get(id)?.entered ?? place.get(id) ?? Infinity);
  });
}

const projections = new WeakMap<Rights, Map<string, number>>();

function stateOf(seen: SeenInGroup, rights: Rights): FormState {
  return {
    shown: seen.shown,
    first: seen.first,
    projection: projectionNumber(seen, rights),
    form: formKey(seen, rights),
  };
}

/** The paths that are cut for the reader, as JSON. */
function formKey(seen: Seen, rights: Rights): string | null {
  if (seen.closed === null) return null;
  const { cuts } = seenForm(seen, rights, (_path, type) => type);
  return cuts.length === 0 ? null : JSON.stringify(cuts);
}

const staying = (seen: Seen): ((path: string) => boolean) =>
  stayingPaths(JSON.parse(seen.body) as StixObject);

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

async function keep(
  client: PoolClient,
  reader: BoundReader,
  kept: readonly { row: FeedRow; seen: SeenInGroup }[],
  states: ReadonlyMap<number, FormState>,
): Promise<void> {
  if (kept.length === 0) return;
  const state = (id: number): FormState => states.get(id) as FormState;
  await client.query(
    `update feed f set gate = n.gate, plain = n.plain, shown = n.shown, first = n.first,
       projection = n.projection, form = n.form
     from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::boolean[], $6::boolean[], $7::bigint[], $8::text[])
       as n (at, gate, plain, shown, first, projection, form)
     where f.reader = $1 and f.at = n.at`,
    [
      reader.id,
      kept.map(({ row }) => row.at),
      kept.map(({ seen }) => seen.gate),
      kept.map(({ seen }) => seen.plain),
      kept.map(({ seen }) => state(seen.id).shown),
      kept.map(({ seen }) => state(seen.id).first),
      kept.map(({ seen }) => state(seen.id).projection),
      kept.map(({ seen }) => state(seen.id).form),
    ],
  );
}

/** What leaves the view leaves a removal row, which TAXII skips. */
async function remove(
  client: PoolClient,
  reader: BoundReader,
  rows: readonly FeedRow[],
  lastAt: number,
): Promise<number> {
  if (rows.length === 0) return lastAt;
  const sorted = [...rows].sort((a, b) => a.at - b.at);
  const first = Math.max(reader.at, lastAt + 1);
  await client.query('delete from feed where reader = $1 and at = any($2::bigint[])', [
    reader.id,
    sorted.map(({ at }) => at),
  ]);
  await client.query(
    `insert into removal (reader, at, object, version, contributor)
     select $1, * from unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[])`,
    [
      reader.id,
      sorted.map((_row, index) => first + index),
      sorted.map(({ object }) => object),
      sorted.map(({ version }) => version),
      sorted.map(({ contributor }) => contributor),
    ],
  );
  return first + sorted.length - 1;
}

async function append(
  client: PoolClient,
  reader: BoundReader,
  appended: readonly SeenInGroup[],
  states: ReadonlyMap<number, FormState>,
  entered: ReadonlyMap<number, number>,
  lastAt: number,
): Promise<number> {
  if (appended.length === 0) return lastAt;
  const first = Math.max(reader.at, lastAt + 1);
  const rows = appended.map((one, index) => ({
    ...one,
    ...(states.get(one.id) as FormState),
    at: first + index,
  }));
  await client.query('delete from feed where reader = $1 and contribution = any($2::bigint[])', [
    reader.id,
    rows.map(({ id }) => id),
  ]);
  await client.query(
    `insert into feed (reader, at, contribution, object, version, contributor, gate, plain, entered, shown,
       first, projection, form)
     select $1, * from unnest($2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::text[], $7::bigint[],
       $8::bigint[], $9::bigint[], $10::boolean[], $11::boolean[], $12::bigint[], $13::text[])`,
    [
      reader.id,
      rows.map(({ at }) => at),
      rows.map(({ id }) => id),
      rows.map(({ object }) => object),
      rows.map(({ version }) => version),
      rows.map(({ contributor }) => contributor),
      rows.map(({ gate }) => gate),
      rows.map(({ plain }) => plain),
      rows.map(({ id, at }) => entered.get(id) ?? at),
      rows.map(({ shown }) => shown),
      rows.map((row) => row.first),
      rows.map(({ projection }) => projection),
      rows.map(({ form }) => form),
    ],
  );
  return first + rows.length - 1;
}
