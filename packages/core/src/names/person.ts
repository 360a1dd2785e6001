/** Whether a person that is asked for is one that is known: by name, and by what else is known of both. */
import type { PersonContent } from '../extension/person.ts';
import { birthMeetings, meetBirths, type BirthMeeting } from './birth.ts';
import type { NameComparison } from './compare.ts';
import { plain } from './plain.ts';

/** What is asked for besides the name. */
export interface AskedPerson {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly born?: string | undefined;
  /** ISO 3166-1 alpha-2 code, or the country's name. */
  readonly nationality?: string | undefined;
  /** Number of a document. */
  readonly document?: string | undefined;
}

/** What each thing besides the name adds to the odds, in bits; what is missing on either side is not there. */
export interface PersonEvidence {
  readonly birth?: { readonly meeting: BirthMeeting; readonly bits: number };
  readonly nationality?: number;
  readonly document?: number;
}

/** Countries are shared by many; a number of eight signs is hardly anybody else's, and many have several. */
const bits = { sameCountry: 1.5, otherCountry: -1, sameDocument: 20 } as const;
/**
 * How much a bit tells by which a name speaks against, where it is held against anybody and not against names that were
 * put beside each other because they are alike: seen in pairs of names (scripts/names/births.ts).
 */
const againstAnybody = 3;
/** Whatever was found, a person decides. */
const most = 0.9999;

/** What tells for or against, besides the name. */
export function evidenceOf(asked: AskedPerson, known: Partial<PersonContent>): PersonEvidence {
  const meeting = asked.born === undefined ? undefined : meetBirths(asked.born, known.birth_dates ?? []);
  const nationality = nationalityBits(asked.nationality, known);
  const document = documentBits(asked.document, known);
  return {
    ...(meeting !== undefined && { birth: { meeting, bits: birthMeetings[meeting] } }),
    ...(nationality !== undefined && { nationality }),
    ...(document !== undefined && { document }),
  };
}

type ByName = Pick<NameComparison, 'probability'>;

/** The probability by the name, with what else tells; never certain. */
export function probabilityWith({ probability }: ByName, evidence: PersonEvidence): number {
  const added = addedBy(evidence) + doubtOf({ probability }, evidence);
  if (added === 0) return probability;
  const odds = (probability / (1 - probability)) * 2 ** added;
  return Math.min(most, odds / (1 + odds));
}

/**
 * What a name that speaks against takes from what agrees besides it, in bits below zero: among many persons some are born
 * on the same day and called alike in part. It takes no more than there is, so that what agrees never speaks against.
 */
export function doubtOf({ probability }: ByName, evidence: PersonEvidence): number {
  const byName = Math.log2(probability / (1 - probability));
  return -Math.max(0, Math.min(addedBy(evidence), (1 - againstAnybody) * byName));
}

const addedBy = ({ birth, nationality = 0, document = 0 }: PersonEvidence): number =>
  (birth?.bits ?? 0) + nationality + document;

function nationalityBits(asked: string | undefined, known: Partial<PersonContent>): number | undefined {
  if (asked === undefined) return undefined;
  const isCode = /^[a-z]{2}$/i.test(asked.trim());
  const said = (known.nationalities ?? []).flatMap(({ code, text }) => (isCode ? code : text) ?? []);
  if (said.length === 0) return undefined;
  return said.some((text) => plain(text) === plain(asked)) ? bits.sameCountry : bits.otherCountry;
}

function documentBits(asked: string | undefined, known: Partial<PersonContent>): number | undefined {
  if (asked === undefined || plain(asked) === '') return undefined;
  const numbers = (known.documents ?? []).flatMap(({ number }) => number ?? []);
  return numbers.some((number) => plain(number) === plain(asked)) ? bits.sameDocument : undefined;
}
