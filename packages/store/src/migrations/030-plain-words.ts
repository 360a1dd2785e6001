/** Words to search in are kept as they are: compressing them costs more than writing them, as for bodies. */
export const plainWords = `
alter table search alter words set storage external;
alter table search set (toast_tuple_target = 8160);
`;
