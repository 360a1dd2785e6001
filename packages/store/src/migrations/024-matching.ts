/**
 * Hit/no-hit through the hub (docs/matching.md): what two members agreed on, epochs, and runs. Of messages the hub keeps
 * the bytes while they are carried, and of each run its head for good.
 */
export const matching = `
create table matching_agreement (
  id text primary key,
  proposer text not null references member(id),
  asker text not null references member(id),
  owner text not null references member(id),
  purposes text[] not null,
  keys_a_day integer not null,
  smallest_batch integer not null,
  -- Whose gateway sends keys, and so learns first; the other publishes its list as a set, and answers.
  learns_first text not null check (learns_first in ('asker', 'owner')),
  -- Public keys of the gateways, as the two gave them; the other one's comes with its consent.
  asker_key text,
  owner_key text,
  proposed_at bigint not null,
  in_force_at bigint,
  ended_at bigint,
  -- The member that declined or ended it; null where one of the two left the cell.
  ended_by text,
  check (asker <> owner and proposer in (asker, owner))
);
create index on matching_agreement (asker);
create index on matching_agreement (owner);

-- The epoch that runs are answered in: one for each agreement, the latest.
create table matching_epoch (
  agreement text primary key references matching_agreement(id),
  number bigint not null,
  announcement text not null,
  bytes integer not null,
  -- Which pieces are its set.
  upload text not null,
  at bigint not null
);
-- Sets as they come in; those that belong to no epoch were broken off, and go with the next one.
create table matching_piece (
  agreement text not null references matching_agreement(id),
  upload text not null,
  place integer not null,
  bytes bytea not null,
  primary key (agreement, upload, place)
);

create table matching_run (
  agreement text not null references matching_agreement(id),
  -- Its number, which the asker's gateway drew.
  run text not null,
  purpose text not null,
  case_reference text not null,
  commitment text not null,
  keys integer not null,
  state text not null check (state in ('waiting', 'answered', 'refused')),
  sent_at bigint not null,
  -- Digest of what was sent; the message itself goes once it is answered.
  digest text not null,
  message text,
  replied_at bigint,
  reply_digest text,
  reply text,
  -- Why it was refused: a reason of the gateway's closed list, or words of a person.
  reason text,
  primary key (agreement, run)
);
create index on matching_run (agreement, sent_at);

revoke all on matching_agreement, matching_epoch, matching_piece, matching_run from entente_reader;
`;
