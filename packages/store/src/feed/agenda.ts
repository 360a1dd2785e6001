/** What a change gives the feeds to look at: what it put in, and what else it touched. */
import type { Queryable } from '../database/queryable.ts';
import { namesAny, naming } from './named.ts';

/** Internal ids alone, so that a million objects take some megabytes. */
export interface Agenda {
  /** Contributions that the change put in, in the order of the input. */
  puts: readonly number[];
  /** A contribution of each other object that the change touched, in the order of the objects' ids. */
  others: readonly number[];
}

/** @param readers to whom the change matters; more of them only make more to compare */
export async function readAgenda(
  client: Queryable,
  { no, at }: { no: number; at: number },
  readers: readonly string[],
): Promise<Agenda> {
  const puts = await client.query<{ id: number }>(
    'select id from contribution where change = $1 order by id',
    [no],
  );
  const moved = await client.query(
    'select from backlog where change = $1 and reader = any($2::text[]) limit 1',
    [no, readers],
  );
  const isNamed = await namesAny(client);
  const dirty = (found: string): string => once(isNamed ? withNaming(found) : found);
  const others =
    moved.rowCount === 0
      ? await client.query<{ id: number }>(dirty(touched), [no])
      : await client.query<{ id: number }>(dirty(`${touched} union all ${behind}`), [no, readers, at]);
  return { puts: puts.rows.map(({ id }) => id), others: others.rows.map(({ id }) => id) };
}

/** One contribution of each object; what has one of the change's own comes with that. */
const once = (found: string): string =>
  `select min(d.id) as id from (${found}) d
   where not exists (select from contribution p where p.object = d.object and p.change = $1)
   group by d.object order by d.object collate "C"`;

/** With what names a version of something found or put in. */
const withNaming = (found: string): string =>
  `with found as materialized (${found})
   select id, object from found union all
   ${naming('select object from found union select object from contribution where change = $1')}`;

const touched = 'select t.contribution as id, t.object from touched t where t.change = $1';

/** Behind a gate that moved for a reader, or of a holding that did: what some reader has, or had. */
const behind = `(
  with moved as materialized (
    select distinct kind, key from backlog where change = $1 and reader = any($2::text[])),
  hanging as (
    select c.id, c.object, c.gate from moved m join opening_list o on o.gate = m.key
      join contribution c on md5(c.openings) = o.digest where m.kind = 'gate'
    union all
    select c.id, c.object, c.gate from moved m join portion p on p.gate = m.key
      join contribution c on c.id = p.contribution where m.kind = 'gate'
    union all
    select c.id, c.object, c.gate from moved m join contribution c on c.holding = m.key
      where m.kind = 'holding')
  select c.id, c.object from moved m join contribution c on c.gate = m.key where m.kind = 'gate'
  union all
  -- What a later change has taken out altogether is known by the rows that feeds have of it.
  select t.contribution, t.object from touched t join feed f on f.contribution = t.contribution
    join moved m on m.kind = 'gate' and m.key = f.gate
  where t.change > $1 and f.reader = any($2::text[])
    and not exists (select from contribution c where c.id = t.contribution)
  union all
  select h.id, h.object from hanging h
  where exists (select from verdict v where v.reader = any($2::text[]) and v.gate = h.gate and v.until > $3)
    or exists (select from feed f where f.contribution = h.id and f.reader = any($2::text[])))`;

/**
 * The readers to whom a change may matter: all of them where it put something in or touched single
 * contributions, else the ones in its backlog, and those for whom something waits for it.
 */
export async function readConcerned(
  client: Queryable,
  change: number,
  readers: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select r.id from unnest($2::text[]) with ordinality as r (id, place)
     where exists (select from contribution where change = $1) or exists (select from touched where change = $1)
       or exists (select from backlog b where b.reader = r.id and b.change = $1)
       or exists (select from postponed p where p.reader = r.id and p.change <= $1)
     order by r.place`,
    [change, readers],
  );
  return rows.map(({ id }) => id);
}

/** Of these readers, the ones that have or had any of what a change put in, touched or moved. */
export async function readHolders(
  client: Queryable,
  change: { no: number; at: number },
  readers: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with once as materialized (
       select t.contribution as id, c.gate from touched t left join contribution c on c.id = t.contribution
       where t.change = $1),
     gates as materialized (
       select gate from contribution where change = $1 union select gate from once)
     select r.id from unnest($2::text[]) with ordinality as r (id, place)
     where exists (select from backlog b where b.reader = r.id and b.change = $1)
       or exists (select from postponed p where p.reader = r.id and p.change <= $1)
       or exists (select from gates g join verdict v on v.reader = r.id and v.gate = g.gate and v.until > $3)
       or exists (select from once o join feed f on f.contribution = o.id and f.reader = r.id)
     order by r.place`,
    [change.no, readers, change.at],
  );
  return rows.map(({ id }) => id);
}

/** The objects of some of an agenda, in the order of their ids. */
export async function readObjects(
  client: Queryable,
  change: number,
  ids: readonly number[],
): Promise<string[]> {
  const { rows } = await client.query<{ object: string }>(
    `select object from (
       select object from contribution where id = any($2::bigint[])
       union
       select object from touched where change >= $1 and contribution = any($2::bigint[])) named
     order by object collate "C"`,
    [change, ids],
  );
  return rows.map(({ object }) => object);
}
