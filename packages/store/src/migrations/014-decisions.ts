/** Decisions of the cell by silence, and what they rest on: standing of members, calendar, the hub's own presence. */
export const decisions = `
-- Observers are told of decisions and have no voice in them.
alter table member add column standing text not null default 'full' check (standing in ('full', 'observer'));
-- While it is set the member has no rights; nothing of it is lost.
alter table member add column suspended_at bigint;

-- From then on decisions alone admit members and change rosters. Never taken back.
create table constitution (
  one boolean primary key default true check (one),
  at bigint not null,
  -- The shortest silence, in microseconds.
  shortest bigint not null
);
create table working_calendar (
  one boolean primary key default true check (one),
  body text not null
);

-- The last moment at which the hub was there, and the times in which it was not.
create table heartbeat (
  one boolean primary key default true check (one),
  at bigint not null
);
create table outage (
  no bigint generated always as identity primary key,
  began bigint not null,
  ended bigint not null
);

create table decision (
  id text primary key,
  state text not null,
  -- The state as the core keeps it, and the text of the version that stands; JSON.
  body text not null,
  content text not null,
  -- The community that it is put to; null for the whole cell.
  community text references community(id),
  -- Members told besides those that the roster makes so; JSON.
  informed text not null,
  -- Member of the secretary who drafted it.
  host text not null,
  created_at bigint not null,
  -- When something is due next.
  due_at bigint,
  -- What became of the effect; null before, and where there is none.
  outcome text check (outcome in ('done', 'impossible')),
  reason text,
  -- The STIX object by which it was issued.
  issued text
);
create index on decision (due_at) where due_at is not null;
create index on decision (created_at, id);

-- To whom each version was put: no other member can tell that the decision exists.
create table decision_voice (
  decision text not null references decision(id),
  version integer not null,
  member text not null,
  voice boolean not null,
  primary key (decision, version, member)
);
create index on decision_voice (member, decision);

create table decision_text (
  decision text not null references decision(id),
  version integer not null,
  content text not null,
  digest text not null,
  primary key (decision, version)
);

-- The record. Reservations and statements stand in it for good.
create table decision_step (
  decision text not null references decision(id),
  no integer not null,
  version integer not null,
  kind text not null,
  at bigint not null,
  -- Null for the hub.
  member text,
  account text,
  -- What was said, as JSON.
  said text not null,
  primary key (decision, no)
);
create index on decision_step (member, decision);

-- What each account was shown, and when first.
create table decision_receipt (
  decision text not null references decision(id),
  version integer not null,
  account text not null,
  member text not null,
  digest text not null,
  at bigint not null,
  primary key (decision, version, account)
);

-- What a contributor offers for release to the public by decision.
create table public_offer (
  contributor text not null,
  object text not null,
  account text not null,
  at bigint not null,
  primary key (contributor, object)
);

create function record_stays() returns trigger language plpgsql as $$
begin
  raise exception '% is a record: what stands in it is neither changed nor removed', tg_table_name;
end $$;
create trigger stays before update or delete on decision_step for each row execute function record_stays();
create trigger stays before update or delete on decision_text for each row execute function record_stays();
create trigger stays before update or delete on decision_receipt for each row execute function record_stays();
create trigger stays before update or delete on constitution for each row execute function record_stays();

revoke all on constitution, working_calendar, heartbeat, outage, decision, decision_voice, decision_text,
  decision_step, decision_receipt, public_offer from entente_reader;
`;
