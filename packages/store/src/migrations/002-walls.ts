/**
 * The second wall: the role that serves reads is bound to one reader class and one moment, and PostgreSQL itself
 * withholds what that reader has no verdict for. The text index is read through one function bound in the same
 * way, because a policy would keep \`@@\` from its index.
 */
/**
 * Whether rule 6 lets the words of a contribution show: the feed has it or, where the feed may not have come to it,
 * the reader sees no earlier version of its contributor's. Only where there are several versions does this look.
 */
export const isNews = (row: string): string => `(not ${row}.revises
  or (select true from feed n where n.reader = bound and n.contribution = ${row}.contribution)
  or (select true from contribution c join contribution e on e.object = c.object and e.contributor = c.contributor
    and e.version < c.version where c.id = ${row}.contribution and is_open(open, e.gate) limit 1) is null)`;

export const walls = `
-- Binds the transaction to a reader and a moment: with them come the gates that are open, found once for all that is
-- read. \`along\`: it reads pages along the feed, whatever the planner takes one reader's feed to hold. Answers the number
-- of the last change, which what the process remembers hangs on.
create function bind_reader(bound text, moment bigint, along boolean) returns text
language plpgsql security definer set search_path = public
as $$
declare
  open text;
  passing boolean;
  change text;
  bits bytea;
  passed bigint;
begin
  select
      rpad(coalesce(string_agg(convert_from(o.gates, 'UTF8'), '' order by o.block), ''),
        (select last_value / 6 + 1 from gate_number)::integer, '@'),
      exists (select from verdict where reader = bound and until <= moment),
      (select feed_epoch || ' ' || last_change from cell)
    into open, passing, change from opening o where o.reader = bound;
  if passing then
    bits := convert_to(open, 'UTF8');
    for passed in select gate from verdict where reader = bound and until <= moment loop
      bits := set_bit(bits, passed, 0);
    end loop;
    open := convert_from(bits, 'UTF8');
  end if;
  perform set_config('entente.reader', bound, true), set_config('entente.gates', open, true);
  if along then
    perform set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_sort', 'off', true);
  end if;
  return change;
end $$;

-- Null where nothing is bound, and then nothing is let through.
create function bound_reader() returns text stable parallel safe language sql
  return nullif(current_setting('entente.reader', true), '');
create function bound_gates() returns bytea stable parallel safe language sql
  return convert_to(nullif(current_setting('entente.gates', true), ''), 'UTF8');
-- Not "= 1", which the planner would expect of one row in two hundred.
create function is_open(gates bytea, gate bigint) returns boolean immutable parallel safe language sql
  return get_bit(gates, gate) <> 0;

alter table verdict enable row level security;
create policy bound on verdict for select to entente_reader using (reader = (select bound_reader()));

-- The sub-select is done once for a statement: what is left for each row is to look at one bit.
alter table contribution enable row level security;
create policy bound on contribution for select to entente_reader
  using (is_open((select bound_gates()), gate));

alter table feed enable row level security;
create policy bound on feed for select to entente_reader
  using (reader = (select bound_reader()) and is_open((select bound_gates()), gate));

alter table removal enable row level security;
create policy bound on removal for select to entente_reader using (reader = (select bound_reader()));

alter table reference enable row level security;
create policy bound on reference for select to entente_reader using ((
  select true from contribution c where c.id = reference.contribution));
alter table portion enable row level security;
create policy bound on portion for select to entente_reader using ((
  select true from contribution c where c.id = portion.contribution));

-- Whether the reader has the version that a language-content of its view names, by what grounds the reference. The feed
-- tells, which has no row of a version that would show nothing (rule 6).
create function sees_named(naming bigint) returns boolean
language plpgsql stable parallel safe security definer set search_path = public
as $$
declare
  bound text := bound_reader();
  open bytea := bound_gates();
begin
  return exists (
    select from portion p join contribution c on c.id = p.contribution
      join feed f on f.reader = bound and f.object = p.names and f.version = p.version
      join contribution g on g.id = f.contribution
    where p.contribution = naming and is_open(open, c.gate) and is_open(open, g.gate) and g.timed
      and (g.contributor = c.contributor
        or exists (select from ground o where o.contribution = naming and o.exact = g.id)));
end $$;

-- Objects by their latest version with the words, newest first; of those contributors whose version is served. The text index is always gone through: for a query of
-- many words, as that of a narrow view is, the planner would rather read the whole table. The best rows are taken
-- before they are put together by object; where that leaves too few objects, more of them are.
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

revoke all on opening, opening_list, search, ground, gate, gate_atom, backlog, touched, postponed, put_before, owned_before, act,
  change, batch, cell
  from entente_reader;
grant select on cell to entente_reader;
`;
