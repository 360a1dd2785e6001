/**
 * The cell: members, labels, contributions, gates, verdicts, feeds, acts. The shape is argued in
 * docs/adr. Serial numbers order rows inside the hub and never leave it; times are microseconds.
 */
export const cell = `
create table cell (
  one boolean primary key default true check (one),
  last_change bigint not null default 0,
  feed_epoch text not null,
  -- Digest of the keys that belong to it; null until the first start.
  keys text,
  created_at bigint not null
);
insert into cell (feed_epoch, created_at) values ('1', 0);

create table member (
  id text primary key,
  name text not null,
  kind text not null default 'nation',
  identity text not null unique,
  entered_at bigint not null,
  departed_at bigint
);

-- A class of rights. Each member has one of its own id; accounts narrower than it have others.
create table reader (
  id text primary key,
  member text not null references member(id),
  narrow jsonb,
  drained bigint not null default 0,
  last_at bigint not null default 0
);

create table community (
  id text primary key,
  name text not null,
  epoch integer not null default 0,
  created_at bigint not null
);

create table roster (
  community text not null references community(id),
  entry text not null,
  opened_from integer not null,
  above jsonb not null,
  entered_at bigint not null,
  primary key (community, entry)
);

create table policy (id text primary key, owner text not null references member(id), name text not null);
create table clearance (
  policy text not null references policy(id),
  member text not null references member(id),
  rank integer not null,
  primary key (policy, member)
);
create table attribute (id text primary key, owner text not null references member(id), name text not null);
create table attribute_grant (
  attribute text not null references attribute(id),
  member text not null references member(id),
  primary key (attribute, member)
);

-- Every act, in the same transaction as what it does.
create table act (
  id text primary key,
  member text not null,
  sequence bigint not null,
  at bigint not null,
  kind text not null,
  actor text not null,
  purpose text,
  case_reference text,
  body text not null,
  salt text not null,
  unique (member, sequence)
);

-- One committed step of an act, numbered in the order of commits. An import commits in several.
create table change (
  no bigint primary key,
  act text not null references act(id),
  at bigint not null
);
create index on change (act);

create table label (
  id bigint generated always as identity primary key,
  contributor text not null,
  body text not null,
  unique (contributor, body)
);

create table batch (
  id text primary key,
  member text not null,
  act text not null references act(id),
  at bigint not null,
  source text not null,
  format text not null,
  -- Of a list that comes in editions: when this one was generated.
  edition text,
  state text not null check (state in ('running', 'complete', 'failed', 'undone')),
  counts jsonb not null,
  report text
);
create index on batch (member, at);

-- What is labelled together: relabelling a batch moves one pointer.
create table holding (
  id bigint generated always as identity primary key,
  contributor text not null,
  label bigint not null references label(id),
  batch text references batch(id),
  -- The proposal of a wider label that what it holds waits for, or waited for.
  proposal text
);
create unique index holding_shared on holding (contributor, label) where batch is null and proposal is null;
create index on holding (batch, label) where batch is not null;
create index on holding (proposal) where proposal is not null;

-- The id of a gate is its bit in the table opening: six of eight are given, so that the bits can be text.
create sequence gate_number;
create function next_gate() returns bigint volatile language sql as $$
  select n / 6 * 8 + n % 6 from nextval('gate_number') as n $$;
create table gate (
  id bigint primary key default next_gate(),
  contributor text not null,
  cnf text not null
);
create unique index on gate (contributor, md5(cnf));
create table gate_atom (
  atom text not null,
  gate bigint not null references gate(id),
  primary key (atom, gate)
);

-- A missing row means withheld.
create table verdict (
  reader text not null,
  gate bigint not null,
  until bigint not null,
  primary key (reader, gate)
);
create index on verdict (reader, until);

-- The same as bits, so that a reader is bound to one value: six gates a byte below a 1, which makes it text, and 1,024
-- bytes a block. Triggers keep it.
create table opening (
  reader text not null,
  block integer not null,
  gates bytea not null,
  primary key (reader, block)
);
create function keep_openings() returns trigger language plpgsql as $$
declare
  one record;
  bits bytea;
  place integer;
  opens integer := case tg_op when 'INSERT' then 1 else 0 end;
begin
  for one in
    select reader, (gate / 8192)::integer as block, array_agg((gate % 8192)::integer) as places
    from moved group by 1, 2 order by 1, 2
  loop
    -- Blocks are without gaps, so that they can be laid one behind another.
    insert into opening (reader, block, gates)
      select one.reader, block, decode(repeat('40', 1024), 'hex') from generate_series(0, one.block) as block
      on conflict do nothing;
    select gates into strict bits from opening where reader = one.reader and block = one.block;
    foreach place in array one.places loop bits := set_bit(bits, place, opens); end loop;
    update opening set gates = bits where reader = one.reader and block = one.block;
  end loop;
  return null;
end $$;
create trigger opened after insert on verdict referencing new table as moved
  for each statement execute function keep_openings();
create trigger closed after delete on verdict referencing old table as moved
  for each statement execute function keep_openings();

create table contribution (
  id bigint generated by default as identity,
  object text not null,
  type text not null,
  version bigint not null,
  contributor text not null,
  holding bigint not null,
  -- The label under which it was put in: the same file again, after a relabelling, changes nothing.
  stated bigint not null,
  gate bigint not null,
  plain bigint not null,
  change bigint not null,
  digest text not null,
  -- Whether the body has extensions: a label goes in among them, or with them.
  extended boolean not null,
  timed boolean not null,
  revoked boolean not null,
  -- Owners whose consent it waits for, as JSON: until then it stays with its contributor.
  held text,
  -- Lists of what must be open besides the label, as JSON; null where nothing is.
  needs text,
  -- The ids that it refers to, and the gates that open them in the same order; each with a space between.
  targets text not null,
  openings text not null,
  -- What all but its contributor are served, but for the label; and how its contributor wrote it, where that differs
  -- (core/release/plain).
  body text not null,
  written text,
  -- Whoever counts or lists the rows of a feed asks no more of a contribution than its gate.
  primary key (id) include (gate)
) with (toast_tuple_target = 8160);
-- Compressing a body costs as much again as writing it, and has to be undone for each page.
alter table contribution alter body set storage external;
create index on contribution (object, contributor, version);
create index on contribution (gate);
create index on contribution (holding);
create index on contribution (change);
create index on contribution (md5(openings));

-- What a member had put in, free of any hold, and has taken out again.
create table put_before (
  contributor text not null,
  object text not null,
  primary key (contributor, object)
);

-- Whose contributions a member's feed had under ownership, and has no more so.
create table owned_before (
  member text not null,
  object text not null,
  owner text not null,
  primary key (member, object, owner)
);

-- What hangs on a contribution (references, grounds, portions, words) is written and deleted with it; keys
-- that PostgreSQL would check row by row are left out, as an import writes several for each object.
-- Who refers to an object. The key is the end of its id (contribution/reference-key.ts): a target that has the same
-- end is told apart by what the contribution itself says.
create table reference (
  key bigint not null,
  contribution bigint not null,
  contributor text not null
);
create index on reference (key, contribution);
-- In which lists of gates, as contributions have them, a gate stands; by the digests of the lists.
create table opening_list (
  gate bigint not null,
  digest text not null,
  primary key (gate, digest)
);
create function references_of(targets text, openings text) returns table (target text, gate bigint)
  immutable parallel safe language sql as $$
  select * from unnest(string_to_array(targets, ' '), string_to_array(openings, ' ')::bigint[]) $$;

-- What others had contributed, in the contributor's view when it contributed.
create table ground (
  contribution bigint not null,
  target text not null,
  contributor text not null,
  exact bigint not null,
  primary key (contribution, target, exact)
);
create index on ground (target, contributor);

create table portion (
  contribution bigint not null,
  index integer not null,
  gate bigint not null,
  label bigint not null references label(id),
  selectors text[] not null,
  -- Set of what a language-content names: it is open, too, to whoever has this version of this object.
  names text,
  version bigint,
  primary key (contribution, index)
);
create index on portion (gate);
create index on portion (names) where names is not null;

-- One row for each form that the reader has now. date_added is at.
create table feed (
  reader text not null,
  at bigint not null,
  contribution bigint not null,
  object text not null,
  version bigint not null,
  contributor text not null,
  gate bigint not null,
  plain bigint not null,
  entered bigint not null,
  -- Whether TAXII serves it in the collection view, and whether it is the first of its contributor's
  -- contributions of this version.
  shown boolean not null,
  first boolean not null,
  -- Whether its label names owners.
  owned boolean not null,
  -- Whether this feed has no other row of the object: then there is no later version to look for. Said only where
  -- it is so; what does not say it costs a look.
  sole boolean not null default false,
  projection bigint not null,
  -- Paths that are cut, as JSON; null where nothing is.
  form text,
  primary key (reader, at)
);
-- Readers come second: what a change brings to all of them stands together.
create unique index on feed (contribution, reader);
create index on feed (object, reader);
create index on feed (object, reader) where owned;

create table removal (
  reader text not null,
  at bigint not null,
  object text not null,
  version bigint not null,
  contributor text not null,
  primary key (reader, at)
);

-- What the sequencer has to look at besides what a change put in: for one reader, the contributions
-- behind a gate or of a holding; for every reader, single contributions whose links changed.
create table backlog (
  change bigint not null,
  reader text not null,
  kind text not null check (kind in ('gate', 'holding')),
  key bigint not null,
  -- The label that a holding had before; null where it is the reader's rights that are others.
  label bigint,
  primary key (reader, change, kind, key)
);
-- With how it was before, from which follows whether it is another to a reader whose feed is behind.
create table touched (
  change bigint not null,
  contribution bigint not null,
  object text not null,
  put bigint not null,
  gate bigint not null,
  plain bigint not null,
  holding bigint not null,
  openings text not null,
  primary key (change, contribution)
);

-- Objects whose turn in a reader's feed waits for a later change, which touched them as well.
create table postponed (
  reader text not null,
  object text not null,
  change bigint not null,
  primary key (reader, object)
);

-- Words that a reader sees who has the gate open. The gate itself is one more word ('!' and its id), so
-- that the index restricts narrow views by itself.
create table search (
  contribution bigint not null,
  object text not null,
  type text not null,
  version bigint not null,
  -- Whether the contributor has more than one version: then rule 6 may withhold it, where the reader sees another.
  revises boolean not null,
  -- Closables besides the contribution's own gate that show these words, as JSON.
  parts text not null,
  gate bigint not null,
  words tsvector not null
);
create index on search (contribution);
-- New words wait in a list that every search reads too, and are merged after the import.
create index search_words on search using gin (words) with (fastupdate = on, gin_pending_list_limit = 65536);
`;
