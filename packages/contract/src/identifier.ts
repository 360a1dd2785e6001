/** Identifiers and times on the wire. */
import { isKeepable, isTimestamp, unkept } from '@entente/core/stix/timestamp';
import { z } from 'zod';

/** A STIX id. What is malformed is answered like what is missing, so its form is not checked here. */
export const objectId = z.string().min(1).max(1024).describe('STIX id of an object.');

/** A member, community, policy or attribute. */
export const recordId = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\u0000'), 'must not hold the character of number zero');

/** A time as STIX writes it (STIX 2.1 §2.16): six digits of a second at most in what Entente answers. */
export const timestamp = z
  .string()
  .refine(isTimestamp, 'must be a timestamp, as 2017-05-25T12:00:00Z')
  .meta({ format: 'date-time' });

/** A time that is kept. */
export const keptTime = timestamp.refine(isKeepable, unkept);

/** One object in a path. */
export const objectParams = z.object({ id: objectId });
export const recordParams = z.object({ id: recordId });
