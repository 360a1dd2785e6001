/**
 * The language of an account is one that somebody has chosen, or none. Until now English was written down for whoever
 * had chosen nothing.
 */
export const chosenLanguage = `
alter table account alter column language drop not null;
update account set language = null where language = 'en';
`;
