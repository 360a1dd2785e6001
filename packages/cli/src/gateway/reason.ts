/** Why a run has no answer to use, for people. */
import { isRefusal, refusalWords } from '@entente/core/matching/refusal';
import { safeText } from '../safe-text.ts';

/** What the gateway itself finds out. */
const found: Readonly<Record<string, string>> = {
  ended: 'the agreement has ended',
  'not-in-force': 'the agreement is not in force',
  'not-an-answer': 'what came is no answer to it',
  proof: 'the proof does not hold: it was answered with another key than the published one',
  beacons: 'beacons are missing: the set was made with another key than the published one',
};

/** A word of the protocol with what it means; words of a person, who is another member's, in quotes and one line. */
export function inWords(reason: string): string {
  const meant = isRefusal(reason) ? refusalWords[reason] : found[reason];
  return meant === undefined ? `“${safeText(reason).replaceAll(/\s+/g, ' ')}”` : `${reason} (${meant})`;
}
