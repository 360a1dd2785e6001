/** Whom persons of a list may be: of each person the candidates, with the name by which each was found. */
import type { AskedPerson, Candidate, Screened } from '@entente/contract/screening';
import { likelihoodOf } from './probability.ts';

export interface Found {
  /** As it was asked for: a person may be asked for in several scripts. */
  asked: AskedPerson;
  candidate: Candidate;
}

/** A person of a list with what was found. */
export interface Result {
  key: string;
  /** Where it stands in its file; absent where that says nothing. */
  line?: number | undefined;
  asked: AskedPerson;
  /** A birth date that could not be read: it was screened without. */
  unread?: string | undefined;
  found: readonly Found[];
}

/** What is unlikely is left out. */
export const foundOf = ({ asked, candidates }: Screened): Found[] =>
  candidates
    .filter(({ probability }) => likelihoodOf(probability) !== 'unlikely')
    .map((candidate) => ({ asked, candidate }));

/** A person or group of a file that would be new, as the dry run tells of it. */
interface Newcomer {
  id: string;
  line?: number | undefined;
  persons: readonly AskedPerson[];
}

/**
 * Each newcomer with whom it may be under another id: each candidate once, by the name that makes it likeliest. Those
 * with the likeliest candidates come first, else they stay in their order.
 * @param screened what came of all their names, one after the other
 */
export function resultsOf(newcomers: readonly Newcomer[], screened: readonly Screened[]): Result[] {
  let at = 0;
  const results = newcomers.flatMap(({ id, line, persons }): Result[] => {
    const answers = screened.slice(at, (at += persons.length));
    const [asked] = persons;
    return asked === undefined ? [] : [{ key: id, line, asked, found: othersThan(id, answers) }];
  });
  return results.toSorted((one, other) => bestOf(other) - bestOf(one));
}

function othersThan(id: string, answers: readonly Screened[]): Found[] {
  const best = new Map<string, Found>();
  for (const one of answers.flatMap(foundOf)) {
    const { entry, probability } = one.candidate;
    const before = best.get(entry.object.id)?.candidate.probability ?? 0;
    if (entry.object.id !== id && probability > before) best.set(entry.object.id, one);
  }
  return [...best.values()].toSorted((one, other) => other.candidate.probability - one.candidate.probability);
}

const bestOf = ({ found: [best] }: Result): number => best?.candidate.probability ?? 0;
