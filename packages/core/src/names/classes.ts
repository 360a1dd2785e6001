/**
 * Rough forms of a token, by which likely ones are found before anything is weighed: consonants by classes that every
 * script tells apart, vowels left out. What one letter may stand for in two classes gives two forms.
 */
import type { Sounding } from './likeness.ts';
import type { Script } from './script.ts';

const classes: Readonly<Record<string, string>> = {
  P: 'pb',
  F: 'fv',
  T: 'tdTDđ',
  S: 'szSZCJcßž',
  K: 'kqgGx',
  M: 'm',
  N: 'nñ',
  L: 'lL',
  R: 'rř',
};
const classOf: ReadonlyMap<string, string> = new Map(
  Object.entries(classes).flatMap(([name, signs]) => [...signs].map((sign) => [sign, name] as const)),
);

/** What a sign may be besides the class that it has in the table. */
const besides: Readonly<Partial<Record<Script, Readonly<Record<string, string>>>>> = {
  Latn: { c: 'K', j: 'S', g: 'S', w: 'F', y: 'S', C: 'K', T: 'S' },
  Arab: { J: 'K', w: 'F', G: 'S', T: 'S', D: 'S', đ: 'S', ž: 'T' },
  Cyrl: { w: 'F', x: '', g: '' },
  Grek: { g: 'S', v: 'P', x: '' },
  Hebr: { b: 'F', p: 'F', w: 'F', x: '' },
  Armn: { w: 'F', x: '' },
  Geor: { x: '' },
};
/** What several letters of a script write together. */
const together: Readonly<Partial<Record<Script, readonly (readonly [string, string])[]>>> = {
  Latn: [
    ['ph', 'f'],
    ['th', 'T'],
    ['x', 'ks'],
  ],
  Grek: [
    ['nt', 'd'],
    ['mp', 'b'],
    ['Gk', 'k'],
  ],
};
/** Forms of one token at most, and consonants of one form that count. */
const most = { forms: 4, length: 8 } as const;

const spelt = ({ sounds, script }: Sounding): string =>
  (together[script] ?? []).reduce((text, [letters, sign]) => text.replaceAll(letters, sign), sounds);

/** The forms of a token in consonant classes; one that has none has the empty form. */
export function roughFormsOf(token: Sounding): Set<string> {
  const other = besides[token.script] ?? {};
  let forms = [''];
  for (const sign of spelt(token)) {
    const usual = classOf.get(sign) ?? '';
    const second = other[sign];
    const first = forms.map((form) => form + usual);
    const isFull = second === undefined || forms.length === most.forms;
    forms = isFull ? first : [...first, ...forms.map((form) => form + second)];
  }
  const found = new Set(forms.flatMap((form) => [shortened(form), shortened(asOne(form))]));
  // The last letter of Louis is not heard, that of Jonas is an ending.
  for (const form of new Set(found))
    if (token.script === 'Latn' && /.[ST]$/.test(form)) found.add(form.slice(0, -1));
  return found;
}

/** Doubled consonants are one. */
const shortened = (form: string): string => form.replace(/(.)\1+/g, '$1').slice(0, most.length);

/** ts, tch and ks are one consonant in some script. */
const asOne = (form: string): string => form.replace(/[TK]+S/g, 'S');

/** A key of a token: a form, or a form with one consonant left out. */
export interface Key {
  readonly text: string;
  readonly isWhole: boolean;
}

/** The keys of a token; of a form of one consonant nothing is left out. */
export function roughKeysOf(token: Sounding): Key[] {
  const whole = roughFormsOf(token);
  const less = new Set<string>();
  for (const form of whole) {
    if (form.length < 2) continue;
    for (let at = 0; at < form.length; at += 1) less.add(form.slice(0, at) + form.slice(at + 1));
  }
  return [...whole]
    .map((text) => ({ text, isWhole: true }))
    .concat([...less].filter((text) => !whole.has(text)).map((text) => ({ text, isWhole: false })));
}

/** Letters of the folded form with their signs, and which other letters each may stand for. */
const letters: readonly (readonly [string, string])[] = [
  ['pb', 'fw'],
  ['fv', 'pwu'],
  ['tdTD', 'đ'],
  ['đž', 'ts'],
  ['szSZCß', 'cjgđ'],
  ['kqGx', 'cgj'],
  ['m', ''],
  ['nñ', ''],
  ['lL', ''],
  ['rř', ''],
  ['ae@äæåH', 'Y'],
  ['iy', 'jY'],
  ['Y', 'ai'],
  ['ouöü', 'w'],
  ['c', 'sk'],
  ['jJ', 'sikg'],
  ['g', 'skj'],
  ['w', 'fup'],
];
const letterOf = new Map(
  letters.flatMap(([signs], number) => [...signs].map((sign) => [sign, number] as const)),
);
const standing = letters.map(([, others], number) => [
  number,
  ...[...others].map((sign) => letterOf.get(sign) as number),
]);
const [dental, sibilant] = [letterOf.get('t') as number, letterOf.get('s') as number];
/** As many letters as a word of bits has places for. */
const longest = 31;

/** The folded form: letters by number, vowels too. */
export function foldedLetters(token: Sounding): number[] {
  const found: number[] = [];
  for (const sign of spelt(token)) {
    const letter = letterOf.get(sign);
    if (letter === undefined || found.at(-1) === letter || found.length === longest) continue;
    if (letter === sibilant && found.at(-1) === dental) found.pop();
    found.push(letter);
  }
  return found;
}

/** For each letter, the places of a folded form at which it may stand, as bits. */
export function placesOf(folded: readonly number[]): Int32Array {
  const places = new Int32Array(letters.length);
  for (const [at, letter] of folded.entries()) {
    for (const other of standing[letter] as number[]) places[other] = (places[other] as number) | (1 << at);
  }
  return places;
}
