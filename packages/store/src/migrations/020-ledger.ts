/** The ledger: a log for each member, and the top log over all of them (docs/adr/0017). */
export const ledger = `
-- A member's log, that of the hub, or the log over them ('top').
create table ledger_log (
  log text primary key,
  -- Its place among the slots of the top log; the top log has none.
  slot integer unique,
  size bigint not null,
  -- Numbers of the last act and of the last record of a read that are in it.
  acts bigint not null,
  reads bigint not null,
  -- Its size and root as the last tick had them; no root where it began since.
  told_size bigint not null,
  told_root bytea
);
-- What each leaf is of: the act or the record of a read with this number of the member.
create table ledger_leaf (
  log text not null,
  place bigint not null,
  source text not null,
  sequence bigint not null,
  primary key (log, place),
  unique (log, source, sequence)
);
-- Hashes of complete subtrees, leaves among them (level 0); none ever changes.
create table ledger_node (
  log text not null,
  level smallint not null,
  place bigint not null,
  hash bytea not null,
  primary key (log, level, place)
);
-- The last leaf of the top log, from which every slot of it can be made again; one row.
create table ledger_tick (size bigint primary key, at bigint not null, slots integer not null);

-- The act by which the content and the salt of this one were destroyed.
alter table act add column erased text;
create index act_of_account on act (actor, at desc);
revoke all on ledger_log, ledger_leaf, ledger_node, ledger_tick from entente_reader;
`;
