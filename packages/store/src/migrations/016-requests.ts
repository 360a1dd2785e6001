/**
 * Requests (docs/requests.md): what is asked is a contribution like any other; here stands whom it is for, by when, and
 * what each addressee said. The role that serves reads has rows of requests in its view alone, and of what was said
 * its own member's and what was said to it.
 */
export const requests = `
create table request (
  -- Id of the note that asks, which the hub made.
  id text primary key,
  asker text not null,
  asked_at bigint not null,
  due bigint not null,
  remind_at bigint not null,
  reminded_at bigint,
  expired_at bigint,
  closed_at bigint
);
create index on request (asker, due, id);
create index on request (remind_at) where reminded_at is null and closed_at is null;
create index on request (due) where expired_at is null and closed_at is null;

-- A member, or whoever holds a community at an epoch.
create table request_addressee (
  request text not null references request(id),
  member text,
  community text,
  epoch integer,
  check ((member is null) = (community is not null) and (community is null) = (epoch is null))
);
create index on request_addressee (request);
create index on request_addressee (member) where member is not null;
create index on request_addressee (community) where community is not null;

-- The last word of an addressee.
create table request_word (
  request text not null references request(id),
  member text not null,
  said text not null,
  at bigint not null,
  -- Words to whoever asked, and to nobody else.
  reason text,
  primary key (request, member)
);

-- Notes by which it was answered.
create table request_answer (
  request text not null references request(id),
  member text not null,
  object text not null,
  at bigint not null,
  primary key (request, object)
);

-- Addressees in whose view it is, as far as they have been told.
create table request_told (
  request text not null references request(id),
  member text not null,
  primary key (request, member)
);
revoke all on request_told from entente_reader;

create function bound_member() returns text stable parallel safe language sql
  return (select member from reader where id = bound_reader());

alter table request enable row level security;
create policy bound on request for select to entente_reader using ((
  select true from contribution c where c.object = request.id and c.contributor = request.asker
    and is_open((select bound_gates()), c.gate) limit 1));

alter table request_addressee enable row level security;
create policy bound on request_addressee for select to entente_reader using (
  member = (select bound_member()) or community is not null
  or (select true from request r where r.id = request and r.asker = (select bound_member())));

alter table request_word enable row level security;
create policy bound on request_word for select to entente_reader using (
  member = (select bound_member())
  or (select true from request r where r.id = request and r.asker = (select bound_member())));

alter table request_answer enable row level security;
create policy bound on request_answer for select to entente_reader using (
  member = (select bound_member())
  or (select true from request r where r.id = request and r.asker = (select bound_member())));
`;
