/**
 * Searches that accounts keep, and what they and the filter by contributor ask of the text index. The role that serves
 * reads has none of the accounts' own.
 */
import { isNews } from './002-walls.ts';

export const searches = `
create table saved_search (
  id text primary key,
  -- The account whose it is; nobody else is told of it, its own member's others included.
  account text not null,
  name text not null,
  -- What is asked, as JSON.
  query text not null,
  created_at bigint not null,
  -- How far the feed of its reader was when its account last looked.
  seen bigint not null
);
create index on saved_search (account);
revoke all on saved_search from entente_reader;

-- As before, and by whose version of an object the reader is served.
drop function search_view(tsquery, text[], bigint, bigint, bigint, text, integer);
create function search_view(
  words tsquery, types text[], since bigint, before bigint,
  after_version bigint, after_object text, most integer, contributors text[]
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

-- Of contributions in the reader's feed, those that show all the words.
create function showing(words tsquery, contributions bigint[]) returns setof bigint
language plpgsql stable security definer set search_path = public
as $$
declare
  bound text := bound_reader();
  open bytea := bound_gates();
begin
  return query select distinct s.contribution from search s
    where s.contribution = any(contributions) and s.words @@ showing.words and is_open(open, s.gate)
      and exists (select from feed n where n.reader = bound and n.contribution = s.contribution);
end $$;
`;
