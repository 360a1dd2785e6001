/** Notices of recall: what a member had in its view and lost by its contributor's act. */
export const notices = `
create table notice (
  id bigint generated always as identity primary key,
  reader text not null,
  object text not null,
  version bigint not null,
  contributor text not null,
  -- The change that took it, and its time.
  change bigint not null,
  at bigint not null,
  -- Whether only a part of it was taken.
  part boolean not null,
  -- The contribution that tells the member.
  issued bigint,
  acknowledged_at bigint,
  unique (reader, object, version, contributor, change)
);
create index on notice (id) where issued is null;
revoke all on notice from entente_reader;
`;
