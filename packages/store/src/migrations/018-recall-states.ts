/**
 * What becomes of recalls: for the addressee what it was told and has acknowledged, for the contributor whom its own
 * labels had given what it took back; and who opened a record. All of it is told by docs/adr/0015.
 */
export const recallStates = `
-- What one act took from a member: its notices together. The id is a keyed function of member and act.
create table recall (
  id text primary key,
  member text not null,
  act text not null references act(id),
  contributor text not null,
  at bigint not null,
  told_at bigint not null,
  -- How many reminders there were.
  reminders integer not null default 0,
  acknowledged_at bigint,
  account text,
  -- What the member notes for itself; nobody else is told.
  words text,
  unique (member, act)
);
create index on recall (member, at desc, id);
create index on recall (told_at) where acknowledged_at is null;
create index on notice (reader, change);

insert into recall (id, member, act, contributor, at, told_at)
  select gen_random_uuid()::text, n.reader, c.act, n.contributor, min(c.at), min(c.at)
  from notice n join change c on c.no = n.change where n.issued is not null group by n.reader, c.act, n.contributor;

-- An act by which a member took back what it had given.
create table withdrawal (
  act text primary key references act(id),
  contributor text not null,
  at bigint not null,
  kind text not null check (kind in ('recall', 'narrowing', 'erasure'))
);
create index on withdrawal (contributor, at desc);
-- For each label that something had: members of whom the contributor could say that they had it by the label alone and
-- have it no more, and whether others may be concerned.
create table withdrawn_label (
  act text not null references withdrawal(act),
  label bigint not null,
  members text[] not null,
  unsure boolean not null,
  primary key (act, label)
);
create table withdrawn (
  act text not null references withdrawal(act),
  object text not null,
  label bigint not null,
  -- Whether the label alone decided, and all that the contributor had of the object was concerned.
  certain boolean not null,
  primary key (act, object, label, certain)
);
create index on withdrawn (object);

-- Records that accounts which see all that their member sees opened by their ids.
create table opened (
  object text not null,
  member text not null,
  -- The last change that the view had.
  change bigint not null,
  at bigint not null,
  primary key (object, member, change, at)
);
revoke all on recall, withdrawal, withdrawn_label, withdrawn, opened from entente_reader;

-- The change since which a contribution has had its label, and a line has stood on its roster; 0: since it was put in,
-- or since before such things were noted.
alter table contribution add column labelled bigint not null default 0;
alter table holding add column labelled bigint not null default 0;
alter table roster add column change bigint not null default 0;

create function note_label() returns trigger language plpgsql as $$
begin
  new.labelled := (select last_change from cell);
  return new;
end $$;
create trigger labelled before update of holding on contribution
  for each row when (new.holding <> old.holding) execute function note_label();
create trigger labelled before update of label on holding
  for each row when (new.label <> old.label) execute function note_label();

create function note_line() returns trigger language plpgsql as $$
begin
  if new.change = 0 then new.change := (select last_change from cell); end if;
  return new;
end $$;
create trigger noted before insert on roster for each row execute function note_line();

-- A version that revokes withholds the earlier ones: where it goes, they may have come back.
create function note_return() returns trigger language plpgsql as $$
begin
  update contribution set labelled = (select last_change from cell)
    where object = old.object and contributor = old.contributor and id <> old.id;
  return null;
end $$;
create trigger returned after delete on contribution
  for each row when (old.revoked) execute function note_return();
`;
