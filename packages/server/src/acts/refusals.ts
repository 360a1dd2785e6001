/** What was refused to a caller stands in the log of its own member, for that member's auditors and for nobody else. */
import { RateLimiter } from '../account/rate.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';

/**
 * How many an account can have written at once, and how many a second after: each takes the lock of the cell, as an act
 * does, and whoever tries all day is seen by a few.
 */
const bound = { burst: 60, perSecond: 0.1 };

export interface RefusedAct {
  /** As the contract writes it. */
  route: string;
  /** What the path names, as the caller wrote it. */
  about: string | undefined;
  /** Whether that is an object. */
  isObject?: boolean;
  /** What the caller was told, unless that was for the caller alone. */
  reason: string | undefined;
}

export interface RefusalActs {
  /** Nothing where the account was refused too often of late. */
  note(caller: Caller, refused: RefusedAct): Promise<void>;
}

/** Microseconds in which what was refused to be read is written once: pages ask again every few seconds. */
const pause = 3_600_000_000;
/** So many readings of one account are remembered: what others are refused makes nobody's count for anew. */
const mostKept = 500;

export function refusalActs(cell: Cell): RefusalActs {
  const limiter = new RateLimiter(bound);
  const lately = new Map<string, Map<string, number>>();
  return {
    async note(caller, { route, about, reason, isObject = false }) {
      const at = cell.world.now();
      const read = route.startsWith('GET ') ? `${route} ${about}` : undefined;
      const own = lately.get(caller.account) ?? new Map<string, number>();
      if (read !== undefined && at - (own.get(read) ?? -Infinity) < pause) return;
      if (!limiter.allows(caller.account, at)) return;
      if (read !== undefined) {
        if (own.size >= mostKept) own.clear();
        lately.set(caller.account, own.set(read, at));
      }
      const body = {
        route,
        ...(reason === undefined ? {} : { reason }),
        // The secretary knows of offers and drafts which objects there are, and the log is for all auditors of the host.
        ...(about === undefined || (isObject && caller.roles.has('secretary')) ? {} : { about }),
      };
      await cell.act(caller, 'refused', body, () => Promise.resolve());
    },
  };
}
