/**
 * The second wall: the role that serves reads is bound to one reader class and one moment by two settings,
 * and PostgreSQL itself withholds what that reader has no verdict for. The text index is read through one
 * function bound in the same way, because a policy would keep \`@@\` from its index.
 */
export const walls = `
create function bound_reader() returns text stable parallel safe language sql
  return current_setting('entente.reader', true);
create function bound_at() returns bigint stable parallel safe language sql
  return current_setting('entente.at', true)::bigint;

alter table verdict enable row level security;
create policy bound on verdict for select to entente_reader using (reader = (select bound_reader()));

-- One verdict is looked up for each row: of an "exists" PostgreSQL would now and then make a table of all the
-- reader's verdicts first, for every statement.
alter table contribution enable row level security;
create policy bound on contribution for select to entente_reader using ((
  select v.until from verdict v where v.reader = (select bound_reader()) and v.gate = contribution.gate
  ) > (select bound_at()));

alter table feed enable row level security;
create policy bound on feed for select to entente_reader using (reader = (select bound_reader()) and (
  select v.until from verdict v where v.reader = (select bound_reader()) and v.gate = feed.gate
  ) > (select bound_at()));

alter table removal enable row level security;
create policy bound on removal for select to entente_reader using (reader = (select bound_reader()));

alter table reference enable row level security;
create policy bound on reference for select to entente_reader using ((
  select true from contribution c where c.id = reference.contribution));
alter table portion enable row level security;
create policy bound on portion for select to entente_reader using ((
  select true from contribution c where c.id = portion.contribution));
-- The page that TAXII is asked for most. It is read along the feed, whatever the planner takes a reader's feed to
-- hold; the policies above hold in it as anywhere.
create function view_page(after bigint, most integer) returns table (
  added bigint, contribution bigint, object text, version bigint, timed boolean, size integer
)
language plpgsql stable
set enable_sort = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  bound text := bound_reader();
  moment bigint := bound_at();
begin
  return query
    with page as materialized (
      select f.at, f.contribution, f.object, f.version from feed f
      where f.reader = bound and f.at > after and f.shown
        and exists (select from verdict v where v.reader = bound and v.gate = f.gate and v.until > moment)
        and not exists (
          select from feed g join contribution gc on gc.id = g.contribution
            join contribution fc on fc.id = f.contribution
          where g.reader = bound and g.object = f.object and g.at <> f.at and g.shown
            and exists (select from verdict v where v.reader = bound and v.gate = gc.gate and v.until > moment)
            and case when gc.timed then g.version else g.at end > case when fc.timed then f.version else f.at end)
      order by f.at limit most)
    select p.at, p.contribution, p.object, p.version, c.timed, octet_length(c.body)
    from page p left join contribution c on c.id = p.contribution
      and exists (select from verdict v where v.reader = bound and v.gate = c.gate and v.until > moment)
    order by p.at;
end $$;

-- Always through the index: for a query of many words, as that of a narrow view is, the planner would rather
-- read the whole table.
create function search_view(
  words tsquery, types text[], since bigint, before bigint,
  after_version bigint, after_object text, most integer
) returns table (object text, version bigint)
language plpgsql stable security definer set search_path = public
set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  gates text;
  bound text := bound_reader();
  moment bigint := bound_at();
begin
  select string_agg('''!' || gate || '''', '|') into gates from (
    select gate from verdict where reader = bound and until > moment limit 301) g
    having count(*) <= 300;
  if gates is not null then search_view.words := search_view.words && gates::tsquery; end if;
  return query
    select s.object, max(s.version) as version from search s
    where s.words @@ search_view.words
      and (search_view.types is null or s.type = any(search_view.types))
      and (since is null or s.version >= since) and (before is null or s.version < before)
      and exists (select from verdict v where v.reader = bound and v.gate = s.gate
        and v.until > moment)
      and (not s.revises or exists (select from feed f where f.reader = bound
        and f.contribution = s.contribution))
    group by s.object
    having after_version is null or (max(s.version), s.object) < (after_version, after_object)
    order by max(s.version) desc, s.object desc
    limit most;
end $$;

revoke all on search, ground, gate, gate_atom, backlog, touched, postponed, put_before, owned_before, act, change, batch, cell
  from entente_reader;
grant select on cell to entente_reader;
`;
