/** What speaks for and against a candidate, as sentences of the catalogue. */
import type { AskedPerson, Candidate } from '@entente/contract/screening';

/** How much it tells, and which way. */
export const tones = ['strongly-for', 'for', 'neither', 'against', 'strongly-against'] as const;
export type Tone = (typeof tones)[number];

export type Said =
  | { what: 'name' | 'contradicts'; tone: Tone; matched: number; asked: number }
  | { what: 'birth'; tone: Tone; meeting: NonNullable<Candidate['birth']> }
  | { what: 'nationality.same' | 'nationality.other' | 'document.same'; tone: Tone }
  | { what: 'birth.none' | 'nationality.none' | 'document.none'; tone: Tone };

/** Bits: odds that are doubled so many times. */
const strong = 5;

function toneOf(bits: number): Tone {
  if (bits === 0) return 'neither';
  if (bits > 0) return bits >= strong ? 'strongly-for' : 'for';
  return bits <= -strong ? 'strongly-against' : 'against';
}

/** In the order in which they are read: the name, then what else is known. */
export function saidOf(asked: AskedPerson, candidate: Candidate): Said[] {
  return [...ofName(candidate), ...ofBirth(asked, candidate), ...ofOthers(asked, candidate)];
}

const ofTheName = ['start', 'first', 'second', 'further', 'covered', 'near', 'initials', 'doubt'] as const;

function ofName({ parts, leftAlone, rightAlone, particles, evidence }: Candidate): Said[] {
  const words = (texts: readonly string[]): number =>
    texts.filter((text) => !particles.includes(text)).length;
  const [matched, missing] = [words(parts.map(({ left }) => left)), words(leftAlone)];
  const bits = ofTheName.reduce((sum, measure) => sum + (evidence[measure] ?? 0), 0);
  const isContradicted = missing > 0 && words(rightAlone) > 0 && (evidence['near'] ?? 0) < 0;
  const what = isContradicted ? 'contradicts' : 'name';
  return [{ what, tone: toneOf(bits), matched, asked: matched + missing }];
}

function ofBirth({ born }: AskedPerson, { birth, evidence }: Candidate): Said[] {
  if (born === undefined) return [];
  if (birth === undefined) return [{ what: 'birth.none', tone: 'neither' }];
  return [{ what: 'birth', tone: toneOf(evidence['birth'] ?? 0), meeting: birth }];
}

function ofOthers({ nationality, document }: AskedPerson, { evidence }: Candidate): Said[] {
  const said: Said[] = [];
  const [country, number] = [evidence['nationality'], evidence['document']];
  if (nationality !== undefined) {
    said.push(
      country === undefined
        ? { what: 'nationality.none', tone: 'neither' }
        : { what: country > 0 ? 'nationality.same' : 'nationality.other', tone: toneOf(country) },
    );
  }
  if (document !== undefined) {
    said.push(
      number === undefined
        ? { what: 'document.none', tone: 'neither' }
        : { what: 'document.same', tone: toneOf(number) },
    );
  }
  return said;
}
