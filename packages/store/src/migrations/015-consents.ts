/** Consent of owners: what was asked for what is held back, of whom, and what each owner said. */
export const consents = `
create table consent (
  id text primary key,
  member text not null references member(id),
  account text not null,
  act text not null,
  at bigint not null,
  object text not null,
  -- Print of the label asked for, at the epochs of that moment.
  label text not null,
  purpose text not null,
  by bigint not null,
  -- When the owners were asked; null while a second person has not agreed.
  opened_at bigint,
  confirmed_by text,
  taken_back_at bigint,
  -- When its date has been dealt with.
  closed_at bigint,
  reminded boolean not null default false,
  -- Print of the label that all consented to, and since when it is in force; the owners are added to it.
  in_force_at bigint,
  released text
);
create index on consent (member, at);
create index on consent (by) where taken_back_at is null and in_force_at is null and closed_at is null;

-- Internal ids: what was held back when it was asked for.
create table consent_item (
  consent text not null references consent(id),
  contribution bigint not null,
  version bigint not null,
  timed boolean not null,
  primary key (consent, contribution)
);
create index on consent_item (contribution);

-- A row for each owner that is asked; without a word it has not consented.
create table consent_answer (
  consent text not null references consent(id),
  owner text not null references member(id),
  word text check (word in ('consent', 'refuse', 'withdrawn')),
  account text,
  at bigint,
  words text,
  -- Conditions as JSON, as the owner named them, and the clauses as they are joined.
  conditions text,
  clauses text,
  withdrawn_at bigint,
  primary key (consent, owner)
);
create index on consent_answer (owner);

-- The consent under which what is held back is released; null while it waits.
alter table contribution add column consent text;
-- Whether an owner had it taken out.
alter table portion add column taken boolean not null default false;
-- The member whose contributions a change acts on, where that is not the member of its act.
alter table change add column behalf text;

revoke all on consent, consent_item, consent_answer from entente_reader;
`;
