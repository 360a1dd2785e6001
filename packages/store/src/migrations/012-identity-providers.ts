/** Identity providers of members, and the accounts that come through them. */
export const identityProviders = `
create table identity_provider (
  member text primary key references member(id),
  issuer text not null,
  client_id text not null,
  -- Sealed under the cell's key; null for a public client.
  client_secret text,
  groups_claim text not null,
  -- Groups of the provider to roles of the cell, as JSON.
  roles text not null,
  -- Reader class of the accounts that come through it.
  reader text not null references reader(id)
);

-- What the provider calls the person: issuer and subject (OpenID Connect Core 1.0 §2), the only lasting name.
alter table account add column subject text;
create unique index account_subject on account (member, subject);

revoke all on identity_provider from entente_reader;
`;
