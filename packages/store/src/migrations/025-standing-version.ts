/** The version of a decision that stands, as a column: boards ask for it of each row, and JSON is slow to read. */
export const standingVersion = `
alter table decision add column version integer not null
  generated always as ((body::jsonb ->> 'version')::integer) stored;
`;
