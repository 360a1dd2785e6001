/** What the cell is asked: candidates for one person, and for a list piece by piece. */
import { queryOptions } from '@tanstack/react-query';
import type { AskedPerson, Screened } from '@entente/contract/screening';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';

export const candidatesQuery = (asked: AskedPerson | undefined, limit: number) =>
  queryOptions({
    queryKey: [ofView, 'screening', asked, limit],
    queryFn: async () => (await cell.screen({ persons: [asked as AskedPerson], limit })).items[0],
    enabled: asked !== undefined,
  });

/** Persons that are asked for at once, so that it can be said how far it is. */
const piece = 50;
/** Candidates for each person of a list. */
const most = 5;

/**
 * A whole list. It is asked for once: what enters the view later does not have a thousand names asked for anew.
 * @param tell is told how many are done
 */
export const listQuery = (persons: readonly AskedPerson[], tell: (done: number) => void) =>
  queryOptions({
    queryKey: ['screening', 'list', persons],
    queryFn: async ({ signal }): Promise<Screened[]> => {
      const found: Screened[] = [];
      for (let from = 0; from < persons.length; from += piece) {
        signal.throwIfAborted();
        const { items } = await cell.screen({ persons: persons.slice(from, from + piece), limit: most });
        found.push(...items);
        tell(found.length);
      }
      return found;
    },
    staleTime: Infinity,
    retry: false,
  });
