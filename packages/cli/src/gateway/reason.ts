/** Why a run has no answer to use, for people. */
import { isRefusal, refusalWords } from '@entente/core/matching/refusal';

const untrue: Readonly<Record<string, string>> = {
  'not-an-answer': 'what came is no answer to it',
  proof: 'the proof does not hold: it was answered with another key than the published one',
  beacons: 'beacons are missing: the set was made with another key than the published one',
};

/** A word of the protocol with what it means; words of a person as they are. */
export function inWords(reason: string): string {
  const meant = isRefusal(reason) ? refusalWords[reason] : untrue[reason];
  return meant === undefined ? reason : `${reason} (${meant})`;
}
