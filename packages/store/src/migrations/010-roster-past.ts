/** Who stood on a roster and left it: the roster itself holds those who are there. */
export const rosterPast = `
create table roster_past (
  community text not null references community(id),
  entry text not null,
  entered_at bigint not null,
  left_at bigint not null
);
create index on roster_past (community);
create index on roster_past (entry);
create index on roster (entry);
`;
