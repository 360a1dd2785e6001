/**
 * What a record of reads holds is kept as it is: to pack a thousand numbers, which hardly get smaller by it, cost two
 * thirds of what PostgreSQL has to do for the record.
 */
export const plainReadings = `
alter table read_record alter contributions set storage external, alter readings set storage external;
`;
