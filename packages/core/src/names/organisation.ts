/** A name read as one of an organisation: which of its words are known, what they mean, and which only join others. */
import { longest, nextToNothing, tokensOf, type Token } from './normalise.ts';
import { scriptOf } from './script.ts';
import type { Sounding } from './likeness.ts';
import { soundsOf } from './sounds.ts';
import { organisationWords } from './organisation-words.ts';

/** `loose`: a kind that another is put for easily. `name`: a word that is translated, and else tells as much as names do. */
export type Role = 'form' | 'kind' | 'loose' | 'modifier' | 'name';

/** What words of several languages mean. */
export interface Concept {
  readonly role: Role;
  /** In English, by which an index finds them all. */
  readonly sign: string;
}

export interface Word {
  /** With bits of its own where it is known. */
  readonly token: Token;
  readonly concept: Concept | undefined;
}

export interface OrganisationName {
  /** Without those that only join others. */
  readonly words: readonly Word[];
  /** The same, with those that only join others. */
  readonly inOrder: readonly Word[];
  /** What it is numbered by, such as a brigade. */
  readonly numbers: readonly number[];
  /** Whether one of its words is hardly anything but a word of an organisation. */
  readonly isSure: boolean;
  /** A word in capitals that may stand for the words of another name. */
  readonly acronym: Token | undefined;
}

/** What it tells that both have it, in bits: little beside a name proper, and a legal form next to nothing. */
const bits: Readonly<Record<Role, number>> = {
  form: nextToNothing,
  kind: 3,
  loose: 2.5,
  modifier: 4,
  name: 7,
};

const joiningWords = new Set(
  (
    'of the and for in on with a an et des les pour en l d le la los las del y e para por con und für fur der die das ' +
    'des im ve ile ul ash ush lil li wal wa lit fi و في من بین برای از و в и с на по для'
  ).split(' '),
);

/** Dots within what is shortened: ش.م.م, L.L.C., A.Ş. */
const dotted = /(?<![\p{L}\p{M}])(?:\p{L}\.){1,7}\p{L}(?![\p{L}\p{M}])\.?/gu;
const capitals = /(?<![\p{L}\p{M}])\p{Lu}{3,8}(?![\p{L}\p{M}])/gu;

const digits = /\p{Nd}+/gu;

/** A number in the digits of Latin letters, of Arabic or of Persian. */
const numberOf = (text: string): number =>
  Number(text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15)));

const mark = /\p{M}/gu;
const plainLetters: readonly (readonly [RegExp, string])[] = [
  [/ة/g, 'ه'],
  [/[ىی]/g, 'ي'],
  [/ک/g, 'ك'],
  [/ı/g, 'i'],
  [/ß/g, 'ss'],
];
/** Letters that are as plain as they can be. */
const bare = /^[a-z]+$/;
const plain = (text: string): string =>
  bare.test(text)
    ? text
    : plainLetters.reduce(
        (all, [letter, other]) => all.replace(letter, other),
        text.toLowerCase().normalize('NFD').replace(mark, ''),
      );

const article = /^ال(?=..)/u;
/** The same, and what Arabic writes together with a word before it. */
const before = /^(?:و|ف)?(?:ال|لل|بال|ل|ب)?(?=..)/u;

interface Known {
  readonly concept: Concept;
  readonly isSure: boolean;
}
interface Table {
  readonly whole: ReadonlyMap<string, Known>;
  readonly beginnings: ReadonlyMap<string, Known>;
}

let known: Table | undefined;
/** Letters that a beginning has at least. */
const shortestBeginning = 5;

function table(): Table {
  if (known !== undefined) return known;
  const [whole, beginnings] = [new Map<string, Known>(), new Map<string, Known>()];
  for (const line of organisationWords.trim().split('\n')) {
    const [head = '', words = ''] = line.split(': ');
    const [role, sign] = head.split(' ') as [Role, string];
    const concept = { role, sign };
    const mayBeSure = role !== 'modifier' && role !== 'name';
    for (const written of words.split(' ')) {
      const word = plain(written.replace(/^~|\*$/g, ''));
      const found = { concept, isSure: mayBeSure && !written.startsWith('~') };
      (written.endsWith('*') ? beginnings : whole).set(word.replace(article, ''), found);
    }
  }
  return (known = { whole, beginnings });
}

function knownOf({ text, script }: Token): Known | undefined {
  const word = plain(text);
  const { whole, beginnings } = table();
  const found = whole.get(word);
  if (found !== undefined) return found;
  if (script === 'Arab') return whole.get(word.replace(article, '')) ?? whole.get(word.replace(before, ''));
  for (let length = word.length; length >= shortestBeginning; length -= 1) {
    const begun = beginnings.get(word.slice(0, length));
    if (begun !== undefined) return begun;
  }
  return undefined;
}

/** @param tokens of the name, as they are read of a person */
export function readOrganisation(name: string, tokens: readonly Token[]): OrganisationName {
  const whole = name.slice(0, longest.name).replace(dotted, (letters) => letters.replaceAll('.', ''));
  const all = whole.length === Math.min(name.length, longest.name) ? tokens : tokensOf(whole);
  const found = all.map((token) => ({ token, known: knownOf(token) }));
  const read = found.map(({ token, known: own }, at) => {
    const isBeforeKnown = token.isParticle && found[at + 1]?.known !== undefined;
    const isJoining = own === undefined && (isBeforeKnown || joiningWords.has(token.text));
    return {
      token: own === undefined ? token : asKnown(token, own.concept),
      concept: own?.concept,
      isJoining,
    };
  });
  const words = read.filter(({ isJoining }) => !isJoining);
  return {
    words,
    inOrder: read,
    numbers: (whole.match(digits) ?? []).map(numberOf),
    isSure: found.some((one) => one.known?.isSure === true),
    acronym: acronymOf(whole, words),
  };
}

/** The first letter of a word, without the article. */
export function beginningOf({ text }: Token): Beginning {
  const script = scriptOf(text) ?? 'Latn';
  const [letter = ''] = (script === 'Arab' ? text.replace(article, '') : text).normalize('NFC');
  return { text: letter, script, sounds: soundsOf(letter, script) };
}

export interface Beginning extends Sounding {
  readonly text: string;
}

/** In an index it stands by what it means, so that it is found by a word of any language. */
const asKnown = (token: Token, { role, sign }: Concept): Token => ({
  ...token,
  script: 'Latn',
  sounds: sign,
  joining: sign,
  isInitial: false,
  isParticle: false,
  bits: bits[role],
});

/** What a name has besides what is known, where that is one word in capitals. */
function acronymOf(name: string, words: readonly Word[]): Token | undefined {
  const [word, ...others] = words.filter(({ concept }) => concept === undefined);
  if (word === undefined || others.length > 0) return undefined;
  const written = name.match(capitals) ?? [];
  return written.some((text) => text.toLowerCase() === word.token.text) ? word.token : undefined;
}
