/** What a member lays down for its own accounts, and labels that wait for a second person. */
export const memberPolicy = `
create table member_policy (
  member text primary key references member(id),
  -- Parts of a label as JSON; null: no ceiling.
  ceiling text,
  second_person boolean not null default false
);

create table source_label (
  member text not null references member(id),
  -- A source, or * for those that have none of their own.
  source text not null,
  label text not null,
  primary key (member, source)
);

create table label_proposal (
  id text primary key,
  member text not null references member(id),
  proposer text not null,
  act text not null,
  at bigint not null,
  -- Parts of the label that is asked for, and the print of the label that holds until then.
  label text not null,
  held text not null,
  -- The import of which it is about a part or the whole. What waits for it is what its holdings hold.
  batch text,
  decided_by text,
  decided_at bigint,
  approved boolean
);
create index on label_proposal (member, at) where decided_at is null;

revoke all on member_policy, source_label, label_proposal from entente_reader;
`;
