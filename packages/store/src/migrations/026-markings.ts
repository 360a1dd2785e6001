/**
 * Codes of handling (`TLP:AMBER`) where a search can ask for them: of each label, and those of TLP that an object
 * names itself. With them an object's label stands in the index that counts go through.
 */
import { isCode, parseLabel } from '@entente/core/label/label';
import { tlp1Ids, tlp2Ids, tlpNameOfId } from '@entente/core/stix/tlp';
import type { MigrationClient } from '../database/migrate.ts';
import { isNews } from './002-walls.ts';

const columns = `
alter table label add column codes text[] not null default '{}';
-- Null where it names none, or where a portion closes what it names.
alter table contribution add column tlp text[];
alter table contribution drop constraint contribution_pkey;
alter table contribution add primary key (id) include (gate, holding, tlp);

-- Whether a contribution is marked with one of the codes, by its label or by what it names itself.
create function is_marked(holding bigint, tlp text[], codes text[]) returns boolean
stable parallel safe language sql as $$
  select coalesce(is_marked.tlp && is_marked.codes, false) or exists (
    select from holding h join label l on l.id = h.label
    where h.id = is_marked.holding and l.codes && is_marked.codes) $$;

-- The same of the version of an object that the reader is served.
create function is_served_marked(wanted text, bound text, open bytea, codes text[]) returns boolean
stable parallel safe language sql as $$
  select exists (
    select from feed f join contribution c on c.id = f.contribution
    where f.object = wanted and f.reader = bound and f.shown and is_open(open, f.gate) and is_open(open, c.gate)
      and is_marked(c.holding, c.tlp, codes)
      and (f.sole or not exists (
        select from feed g join contribution gc on gc.id = g.contribution
        where g.reader = bound and g.object = f.object and g.shown and g.version > f.version
          and is_open(open, g.gate) and is_open(open, gc.gate)))) $$;
`;

/** As 002 has it, and by the markings of the version that is served. */
const search = `
drop function search_view(tsquery, text[], bigint, bigint, bigint, text, integer, text[]);
create function search_view(
  words tsquery, types text[], since bigint, before bigint,
  after_version bigint, after_object text, most integer, contributors text[], markings text[]
) returns table (object text, version bigint)
language plpgsql stable security definer rows 50 set search_path = public
set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  bound text := bound_reader();
  open bytea := bound_gates();
  gates text;
  best integer := 2 * most + 20;
  taken bigint;
  objects text[];
  versions bigint[];
begin
  if bit_count(open) - length(open) <= 300 then
    select string_agg(quote_literal('!' || gate), '|') into gates from verdict
      where reader = bound and is_open(open, gate);
    search_view.words := search_view.words && coalesce(gates, quote_literal('!'))::tsquery;
  end if;
  loop
    with found as materialized (
      select s.object, s.version from search s
      where s.words @@ search_view.words and is_open(open, s.gate)
        and (search_view.types is null or s.type = any(search_view.types))
        and (since is null or s.version >= since) and (before is null or s.version < before)
        and (contributors is null or exists (
          select from feed f join contribution c on c.id = f.contribution
          where f.object = s.object and f.reader = bound and f.shown and f.contributor = any(contributors)
            and is_open(open, f.gate) and is_open(open, c.gate)))
        and (markings is null or is_served_marked(s.object, bound, open, markings))
        and (after_version is null or (s.version, s.object) < (after_version, after_object))
        and ${isNews('s')}
      order by s.version desc, s.object desc limit best),
    whole as (
      select f.object, max(f.version) as version from found f
      where after_version is null or not exists (
        select from contribution c join search s on s.contribution = c.id
        where c.object = f.object and (s.version, s.object) >= (after_version, after_object)
          and (before is null or s.version < before)
          and s.words @@ search_view.words and is_open(open, s.gate)
          and ${isNews('s')})
      group by f.object order by 2 desc, 1 desc limit most)
    select (select count(*) from found), array_agg(w.object), array_agg(w.version) into taken, objects, versions
      from whole w;
    exit when taken < best or cardinality(objects) = most;
    best := 8 * best;
  end loop;
  return query select * from unnest(objects, versions);
end $$;
`;

const named = `
update contribution c set tlp = m.tlp from (
  select b.id, array_agg(distinct t.code) as tlp from contribution b
    cross join lateral json_array_elements_text(b.body::json -> 'object_marking_refs') as r (ref)
    join unnest($1::text[], $2::text[]) as t (id, code) on t.id = r.ref
  where b.body like '%"object_marking_refs"%' and not exists (
    select from portion p, unnest(p.selectors) as s (selector)
    where p.contribution = b.id and s.selector like 'object_marking_refs%')
  group by b.id) m
where m.id = c.id`;

/** Fills them for what there is. */
async function fill(client: MigrationClient): Promise<void> {
  const { rows } = await client.query('select id, body from label');
  for (const { id, body } of rows as { id: number; body: string }[])
    await client.query('update label set codes = $2 where id = $1', [
      id,
      parseLabel(body).handling.filter(isCode),
    ]);
  const ids = [...Object.values(tlp2Ids), ...Object.values(tlp1Ids)];
  await client.query(named, [ids, ids.map((id) => `TLP:${tlpNameOfId(id)}`)]);
}

export async function markings(client: MigrationClient): Promise<void> {
  await client.query(columns);
  await client.query(search);
  await fill(client);
}
