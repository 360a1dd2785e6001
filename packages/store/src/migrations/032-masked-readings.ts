/**
 * The keys by which records of reads are found are mixed with chance of each member's, and no more with its id: whoever
 * knew both ids could ask for an object whose key was that of another's reads, and tell these by the time.
 */
export const maskedReadings = `
alter table read_head add column mask bigint not null
  default (('x' || left(replace(gen_random_uuid()::text, '-', ''), 12))::bit(48)::bigint);
insert into read_head (member, sequence) select member, max(sequence) from read_record group by member
  on conflict do nothing;
update read_record r set readings = (
  select coalesce(array_agg((u.key::bit(48) # h.mask::bit(48)
    # ('x' || left(encode(sha256(convert_to(r.member, 'UTF8')), 'hex'), 12))::bit(48))::bigint), '{}')
  from unnest(r.readings) as u (key), read_head h where h.member = r.member);
`;
