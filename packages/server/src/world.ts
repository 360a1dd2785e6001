/** Time and chance of a real process. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { World } from './cell.ts';

/**
 * The clock gives microseconds since 1970, never one twice and never an earlier one, also where the system's
 * clock is set back.
 */
export function realWorld(): World {
  let last = 0;
  return {
    now() {
      const fraction = Math.floor((performance.now() * 1000) % 1000);
      last = Math.max(last + 1, Date.now() * 1000 + fraction);
      return last;
    },
    random: (bytes) => randomBytes(bytes),
    uuid: () => randomUUID(),
  };
}
