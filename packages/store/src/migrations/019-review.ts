/** Review dates by policy, and what data subjects ask: each member's own, which nobody else is told of. */
export const review = `
create table review_rule (
  member text not null references member(id),
  -- Of data subjects, or * for those that have no rule of their own; the same of purposes.
  category text not null,
  purpose text not null,
  months integer not null check (months > 0),
  grace_days integer not null check (grace_days >= 0),
  primary key (member, category, purpose)
);
-- What people were reminded of: records to be reviewed on a day.
create table review_reminder (
  member text not null,
  day bigint not null,
  step text not null,
  primary key (member, day, step)
);
-- Who looked at what again, and why it stays.
create table review_confirmation (
  id bigint generated always as identity primary key,
  member text not null,
  object text not null,
  at bigint not null,
  account text not null,
  reason text not null,
  review bigint not null
);
create index on review_confirmation (member, object);

create table subject_request (
  id text primary key,
  member text not null references member(id),
  kind text not null check (kind in ('access', 'rectify', 'restrict', 'erase')),
  -- Who asks: the person, or the supervisor in its place.
  via text not null check (via in ('subject', 'supervisor')),
  subject text not null,
  reference text,
  received_at bigint not null,
  deadline bigint not null,
  entered_at bigint not null,
  account text not null,
  answered_at bigint,
  answered_by text,
  outcome text check (outcome in ('granted', 'in-part', 'refused')),
  answer text,
  reminders integer not null default 0
);
create index on subject_request (member, deadline, id);
create index on subject_request (deadline) where answered_at is null;
create table subject_request_object (
  request text not null references subject_request(id),
  object text not null,
  primary key (request, object)
);
-- What is for the contributor alone meanwhile, and the label that it comes back to.
create table subject_restriction (
  request text not null references subject_request(id),
  contribution bigint not null,
  label text not null,
  primary key (request, contribution)
);
create table subject_event (
  id bigint generated always as identity primary key,
  request text not null references subject_request(id),
  at bigint not null,
  account text not null,
  kind text not null,
  count integer
);
create index on subject_event (request);
revoke all on review_rule, review_reminder, review_confirmation, subject_request, subject_request_object,
  subject_restriction, subject_event from entente_reader;
`;
