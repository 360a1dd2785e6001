/** Records of reads: each page that was given, for the ledger of the member whose account read it. */
export const reads = `
create table read_record (
  member text not null,
  -- Of the member, without gaps.
  sequence bigint not null,
  at bigint not null,
  -- The account, and the class of rights whose view it read.
  actor text not null,
  reader text not null,
  purpose text,
  case_reference text,
  -- Which stretch of the view it was, how many versions it held, and a digest of which, as canonical JSON.
  body text not null,
  salt text not null,
  -- The contributions that it held, in the order of the digest; inside the hub only.
  contributions bigint[] not null,
  primary key (member, sequence)
);
create table read_head (member text primary key, sequence bigint not null);

-- What was taken out again, without its content: records of reads go on naming it.
create table former (
  id bigint primary key,
  contributor text not null,
  object text not null,
  version bigint not null
);
revoke all on read_record, read_head, former from entente_reader;
`;
