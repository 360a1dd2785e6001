/** What waits for a member's people, or is told them: written in the transaction of the act that brings it about. */
export const messages = `
create table message (
  -- Made from the member and the key, so that what is told twice is told once.
  id uuid primary key,
  member text not null,
  -- Whose accounts it is for, by role; empty for all of the member's.
  roles text[] not null,
  kind text not null,
  -- What it is about: a decision, a request, an object, a proposal.
  about text not null,
  -- Texts that its sentence names, as JSON.
  params text not null,
  -- Whether somebody has to act; it is settled when somebody has.
  waits boolean not null,
  at bigint not null,
  settled_at bigint
);
create index on message (member, at, id);
create index on message (member, about);
revoke all on message from entente_reader;
`;
