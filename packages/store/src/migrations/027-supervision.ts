/** Supervisors of data protection: observers to whom the cell opens the records of reads. */
export const supervision = `
-- By decision of the cell alone.
alter table member add column supervises boolean not null default false;
`;
