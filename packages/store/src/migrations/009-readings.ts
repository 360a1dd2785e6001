/** What auditors are told of the reads of their own member, and when accounts were last here. */
export const readings = `
-- One key for each object that the page held, of the member and the object (read/key.ts): whoever looks for reads of
-- an object by a member touches no row of another member's.
alter table read_record add column readings uuid[] not null default '{}';
update read_record r set readings = (
  select coalesce(array_agg(distinct
    encode(substring(sha256(convert_to(r.member || ' ' || o.object, 'UTF8')) for 16), 'hex')::uuid), '{}')
  from unnest(r.contributions) as u (id)
    join (select id, object from contribution union all select id, object from former) o on o.id = u.id);
create index read_of on read_record using gin (readings);

-- Of an account alone: when it was here last, and when it was last before this visit.
create table visit (
  account text primary key,
  last bigint not null,
  since bigint
);
revoke all on visit from entente_reader;
`;
