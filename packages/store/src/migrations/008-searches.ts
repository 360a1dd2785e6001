/** Searches that accounts keep, which the role that serves reads has not, and what they ask of the text index. */
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
