/** What was read of messages, where e-mail and webhooks go, and what has still to be sent. */
export const deliveries = `
-- Whose account alone a message is for; null for all of the member that have the roles.
alter table message add column account text references account(id);

create table message_read (
  account text not null,
  message uuid not null references message(id) on delete cascade,
  at bigint not null,
  primary key (account, message)
);

create table mail_address (
  account text primary key references account(id),
  -- Confirmed by a code that was sent to it; null until then.
  address text,
  -- Another one that waits for its code, of which a keyed digest is kept.
  pending text,
  code_digest text,
  code_at bigint,
  rhythm text not null check (rhythm in ('soon', 'daily')),
  -- How many letters were sent or need not be: the next one has its id from this.
  letters integer not null default 0,
  -- Set where nothing could be delivered for days: nothing is sent until an address is confirmed anew.
  stopped_at bigint
);

-- Whether e-mail of a member says more than that something waits.
create table mail_policy (
  member text primary key references member(id),
  sentences boolean not null
);

create table webhook (
  id text primary key,
  member text not null references member(id),
  url text not null,
  -- Sealed under the cell's key.
  secret text not null,
  created_by text not null,
  created_at bigint not null,
  stopped_at bigint
);
create index on webhook (member);

-- What has to be sent: a letter for an account, of whatever it finds by then, or one message to a webhook. It goes when
-- it was sent, so that what is here is what is left to do.
create table delivery (
  id uuid primary key,
  account text unique references mail_address(account) on delete cascade,
  webhook text references webhook(id) on delete cascade,
  message uuid references message(id) on delete cascade,
  -- A letter goes even where its messages have been read: they are about the account's own safety.
  always boolean not null,
  -- How many messages it was planned for: whether there came more while it was sent.
  planned integer not null,
  due_at bigint not null,
  -- When the letter after it is due, where messages came after this one was begun.
  next_due_at bigint,
  attempts integer not null default 0,
  begun_at bigint,
  -- Until then somebody sends it.
  claimed_until bigint,
  unique (webhook, message)
);
create index on delivery (due_at);

revoke all on message_read, mail_address, mail_policy, webhook, delivery from entente_reader;
`;
