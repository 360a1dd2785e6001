/** The words of an object, by what must be open for them to be seen (ADR 5, rule 7). */
import { wordsOf } from '../search/words.ts';
import { labelExtensionId } from '../extension/identifiers.ts';
import { isStixId } from '../stix/identifier.ts';
import { isTimestamp } from '../stix/timestamp.ts';
import type { Json, StixObject } from '../stix/types.ts';
import type { Closable } from './analysis.ts';
import { closedWith } from './portions.ts';
import { isNeverCut, type Path } from './references.ts';
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

/**
 * One entry for each set of closables that the reader may have open, each with all the words that it
 * then sees, so that a query of several words is answered from one entry.
 */
export function visibleWords(
  object: StixObject,
  portions: readonly (readonly string[])[],
): readonly VisibleWords[] {
  const pieces = new Map<string, { parts: Closable[]; words: Set<string> }>();
  const open = { parts: [] as Closable[], words: new Set<string>() };
  pieces.set('', open);
  const closed = portions.map((selectors) => closedWith(object.type, selectors));
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
  return setsOf(closables).flatMap((parts) => {
    const shown = [...pieces.values()].filter((piece) => piece.parts.every((part) => parts.includes(part)));
    const adds = parts.every((part) => shown.some((piece) => piece.parts.includes(part)));
    const words = spaced(new Set(shown.flatMap((piece) => [...piece.words])));
    return adds && words !== '' ? [{ parts, words }] : [];
  });
}

const spaced = (words: ReadonlySet<string>): string => [...words].join(' ');

function setsOf(closables: readonly Closable[]): Closable[][] {
  if (closables.length > mostCombined) return [[], ...closables.map((one) => [one]), [...closables]];
  return Array.from({ length: 2 ** closables.length }, (_, bits) =>
    closables.filter((_one, index) => (bits >> index) & 1),
  );
}

function collect(
  object: StixObject,
  closedProperties: readonly ReadonlySet<string>[],
  found: (parts: readonly Closable[], text: string) => void,
): void {
  const path: (string | number)[] = [];
  const walk = (value: Json, parts: readonly Closable[]): void => {
    const here = closedProperties.length === 0 ? parts : [...parts, ...portionsAt(closedProperties, path)];
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

function portionsAt(closedProperties: readonly ReadonlySet<string>[], path: Path): Closable[] {
  const selector = selectorOf(path);
  return closedProperties.flatMap((closed, index) => (closed.has(selector) ? [`p${index}`] : []));
}

/** Every text of a form that search looks into. */
export function textsOf(form: StixObject): string[] {
  const texts: string[] = [];
  collect(form, [], (_parts, text) => texts.push(text));
  return texts;
}
