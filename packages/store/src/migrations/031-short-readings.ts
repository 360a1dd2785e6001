/**
 * The keys by which records of reads are found (read/key.ts) are numbers: longer ones take twice the room, and a tenth
 * more of the processor where a whole view is polled. They are mixed with chance of each member's, which is told to
 * nobody, and wait in a list before they go into the index, many at a time.
 */
export const shortReadings = `
alter table read_head add column mask bigint not null
  default (('x' || left(replace(gen_random_uuid()::text, '-', ''), 12))::bit(48)::bigint);
insert into read_head (member, sequence) select member, max(sequence) from read_record group by member
  on conflict do nothing;
drop index read_of;
alter table read_record drop column readings;
alter table read_record add column readings bigint[] not null default '{}';
update read_record r set readings = (
  select coalesce(array_agg(distinct (('x' || right(o.object, 12))::bit(48)
    # ('x' || left(right(o.object, 36), 8) || left(right(o.object, 27), 4))::bit(48)
    # h.mask::bit(48))::bigint), '{}')
  from read_head h, unnest(r.contributions) as u (id)
    join (select id, object from contribution union all select id, object from former) o on o.id = u.id
  where h.member = r.member);
create index read_of on read_record using gin (readings) with (fastupdate = on, gin_pending_list_limit = 16384);
`;
