/** The words of an object, by what must be open for them to be seen (ADR 5, rule 7). */
import { wordsOf } from '../search/words.ts';
import { labelExtensionId } from '../extension/identifiers.ts';
import { isStixId } from '../stix/identifier.ts';
import { isTimestamp } from '../stix/timestamp.ts';
import type { Json, StixObject } from '../stix/types.ts';
import type { Closable } from './analysis.ts';
import { closedWith } from './portions.ts';
import { isNeverCut } from './references.ts';
import { selectorOf } from './selectors.ts';

/** Words that are seen where all of `parts` are open, with everything that needs fewer of them. */
export interface VisibleWords<Text = string> {
  parts: readonly Closable[];
  /** Each once, with a space between. */
  words: Text;
}

const notWords = new Set(['id', 'type', 'spec_version', 'granular_markings']);

/** At most this many closables are combined; with more, words are found under one of them at a time. */
const mostCombined = 4;

/** Of words that need nothing open, so many are told again, in all, with those that need one thing. */
const mostRepeated = 50_000;

/** Words, each once, that are seen where the same closables are open. */
interface Piece {
  parts: Closable[];
  words: Set<string>;
}

/**
 * One entry for each set of closables that the reader may have open, each with all the words that it
 * then sees, so that a query of several words is answered from one entry.
 */
export function visibleWords(
  object: StixObject,
  portions: readonly (readonly string[])[],
): readonly VisibleWords[] {
  const pieces = new Map<string, Piece>();
  const open: Piece = { parts: [], words: new Set() };
  pieces.set('', open);
  const closed = new Map<string, Closable[]>();
  portions.forEach((selectors, index) => {
    for (const selector of closedWith(object.type, selectors)) {
      const here = closed.get(selector);
      if (here === undefined) closed.set(selector, [`p${index}`]);
      else here.push(`p${index}`);
    }
  });
  collect(object, closed, (parts, text) => {
    let piece = open;
    if (parts.length > 0) {
      const sorted = [...new Set(parts)].sort();
      const key = sorted.join(' ');
      piece = pieces.get(key) ?? { parts: sorted, words: new Set() };
      pieces.set(key, piece);
    }
    for (const word of wordsOf(text)) piece.words.add(word);
  });
  if (pieces.size === 1) return open.words.size === 0 ? [] : [{ parts: [], words: spaced(open.words) }];
  const closables = [...new Set([...pieces.values()].flatMap(({ parts }) => parts))];
  if (closables.length > mostCombined) return oneByOne(pieces, open, closables);
  return setsOf(closables).flatMap((parts) => {
    const shown = [...pieces.values()].filter((piece) => piece.parts.every((part) => parts.includes(part)));
    const adds = parts.every((part) => shown.some((piece) => piece.parts.includes(part)));
    return adds ? entryOf(parts, shown) : [];
  });
}

/** Entries for nothing, each single closable and all of them: of a size that grows with the object, and no faster. */
function oneByOne(
  pieces: ReadonlyMap<string, Piece>,
  open: Piece,
  closables: readonly Closable[],
): VisibleWords[] {
  const besides = closables.length * open.words.size <= mostRepeated ? [open] : [];
  const single = closables.flatMap((one) => {
    const piece = pieces.get(one);
    return piece === undefined ? [] : entryOf([one], [...besides, piece]);
  });
  return [...entryOf([], [open]), ...single, ...entryOf(closables, [...pieces.values()])];
}

function entryOf(parts: readonly Closable[], shown: readonly Piece[]): VisibleWords[] {
  const words = spaced(new Set(shown.flatMap((piece) => [...piece.words])));
  return words === '' ? [] : [{ parts, words }];
}

const spaced = (words: ReadonlySet<string>): string => [...words].join(' ');

function setsOf(closables: readonly Closable[]): Closable[][] {
  return Array.from({ length: 2 ** closables.length }, (_, bits) =>
    closables.filter((_one, index) => (bits >> index) & 1),
  );
}

function collect(
  object: StixObject,
  closed: ReadonlyMap<string, readonly Closable[]>,
  found: (parts: readonly Closable[], text: string) => void,
): void {
  const path: (string | number)[] = [];
  const walk = (value: Json, parts: readonly Closable[]): void => {
    const portions = closed.size === 0 ? undefined : closed.get(selectorOf(path));
    const here = portions === undefined ? parts : [...parts, ...portions];
    if (typeof value === 'string') {
      if (!isStixId(value) && !isTimestamp(value)) found(here, value);
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) step(index, value[index] as Json, here);
    } else if (typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) {
        if (name === labelExtensionId || (path.length === 0 && notWords.has(name))) continue;
        const isKey = isStixId(name) && name !== object.id && !isNeverCut(name);
        step(name, value[name] as Json, isKey ? [...here, `r${name}`] : here);
      }
    }
  };
  const step = (name: string | number, value: Json, parts: readonly Closable[]): void => {
    if (typeof value === 'number' || typeof value === 'boolean') return;
    path.push(name);
    walk(value, parts);
    path.pop();
  };
  walk(object, []);
}

/** Every text of a form that search looks into. */
export function textsOf(form: StixObject): string[] {
  const texts: string[] = [];
  collect(form, new Map(), (_parts, text) => texts.push(text));
  return texts;
}
