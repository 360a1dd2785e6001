/**
 * Accounts, and what proves who calls. Secrets are kept as digests or sealed; times are microseconds. None
 * of it is for the role that serves reads.
 */
export const accounts = `
-- The part of a login behind the @, so that no member can learn from a refusal which names another has given.
create table realm (
  member text primary key references member(id),
  name text not null unique,
  host boolean not null
);
create unique index realm_host on realm (host) where host;

create table account (
  id text primary key,
  member text not null references member(id),
  login text not null unique,
  name text not null,
  kind text not null check (kind in ('person', 'service')),
  roles text[] not null,
  reader text not null references reader(id),
  language text not null,
  -- Argon2id in PHC form; null until the one-time link was used, and for services.
  password text,
  -- Sealed under the cell's key; the pending one is not confirmed yet.
  totp text,
  totp_pending text,
  -- The last step whose code was taken: none is taken twice.
  totp_step bigint not null default 0,
  created_at bigint not null,
  disabled_at bigint
);
create index on account (member);

create table token (
  id text primary key,
  account text not null references account(id),
  digest text not null unique,
  -- How the secret begins, to tell tokens apart.
  prefix text not null,
  name text not null,
  scopes text[] not null,
  purpose text,
  case_reference text,
  created_at bigint not null,
  expires_at bigint not null,
  last_used_at bigint,
  revoked_at bigint
);
create index on token (account);

create table session (
  id text primary key,
  account text not null references account(id),
  digest text not null unique,
  address text not null,
  agent text not null,
  purpose text,
  case_reference text,
  created_at bigint not null,
  expires_at bigint not null,
  last_used_at bigint,
  revoked_at bigint
);
create index on session (account);

-- Browsers in which an account signed in before: the slow-down does not reach them.
create table device (
  digest text primary key,
  account text not null references account(id),
  created_at bigint not null,
  last_used_at bigint not null
);
create index on device (account);

create table one_time_link (
  digest text primary key,
  member text not null references member(id),
  -- The account whose password it sets; null where it makes the first one of the member.
  account text references account(id),
  roles text[] not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index on one_time_link (member);

create table recovery_code (
  member text primary key references member(id),
  digest text not null,
  created_at bigint not null
);

-- Keyed by a keyed digest of whom and where: neither logins nor addresses can be read here.
create table sign_in_attempt (
  key text primary key,
  failures integer not null,
  last_at bigint not null
);

revoke all on realm, account, token, session, device, one_time_link, recovery_code, sign_in_attempt
  from entente_reader;
`;
