/** When a webhook took a call last: one call that fails for days among others that arrive does not stop it. */
export const webhookAnswers = `
alter table webhook add column taken_at bigint;
`;
