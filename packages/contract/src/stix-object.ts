/** An object of STIX as it is served. */
import { z } from 'zod';

export const stixObject = z
  .looseObject({ type: z.string(), id: z.string() })
  .describe('The object, exactly as your view has it.')
  .meta({ title: 'StixObject' });
