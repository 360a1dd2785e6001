/** The key under which the record of a page can be found by one member and one object that it held. */
import { hash } from 'node:crypto';

/** The first half of SHA-256 over both, as PostgreSQL takes a uuid: nobody finds another object of the same key. */
export const readingKey = (member: string, object: string): string =>
  hash('sha256', `${member} ${object}`, 'hex').slice(0, 32);
