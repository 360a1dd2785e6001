/** A restriction is a state of the request: it binds what comes in under the same ids as well (docs/adr/0016). */
export const restrictions = `
alter table subject_request add column restricted boolean not null default false;
update subject_request r set restricted = true
  where exists (select from subject_restriction s where s.request = r.id);
create index on subject_request (member) where restricted;
create index on subject_restriction (contribution);
`;
