/** Whose names are like words that read as the name of a person: asked of the names' own index, beside the search. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { AskedPerson, Candidate } from '@entente/contract/screening';
import { candidatesQuery } from '../screening/questions.ts';
import { isPersonName } from './person-name.ts';

/** Milliseconds until the words have settled: what they find is asked for at once, this with leisure. */
const pause = 500;
const most = 8;
const least = 0.3;

interface NamesLike {
  asked: AskedPerson;
  /** The likeliest first. */
  like: readonly Candidate[];
  /** Why there is no answer. */
  error: Error | null;
}

/**
 * @param words what was typed, or nothing where it is not to be asked
 * @param found ids that the words find, so that nothing stands twice; nothing until they are known
 */
export function useNamesLike(words: string, found: ReadonlySet<string> | undefined): NamesLike {
  const name = words.trim();
  const [settled] = useDebouncedValue(name, pause);
  const asked = { name };
  const isAsked = settled === name && found !== undefined && isPersonName(name);
  const { data, error } = useQuery(candidatesQuery(isAsked ? asked : undefined, most));
  if (!isAsked) return { asked, like: [], error: null };
  const like = (data?.candidates ?? []).filter(
    ({ probability, entry }) => probability >= least && !found.has(entry.object.id),
  );
  return { asked, like, error };
}
