/** Status resources of TAXII 2.1 §4.3, kept for whoever submitted; the second wall lets nobody else read them. */
export const taxiiStatus = `
create table taxii_status (
  id text primary key,
  account text not null,
  at bigint not null,
  body text not null
);
create index on taxii_status (at);

alter table taxii_status enable row level security;
create policy submitter on taxii_status for select to entente_reader
  using (account = current_setting('entente.account', true));
`;
