/** Which names stand in a text: folded as search folds, of any script, whole words alone. */
import { organisationExtensionId, personExtensionId } from '../extension/identifiers.ts';
import type { Json, JsonObject } from '../stix/types.ts';
import { frequentWords } from './frequent.ts';
import { runsOf, type Run } from './runs.ts';
import { wordsOf } from './words.ts';

/** A place in a text where objects are named. */
export interface Mention {
  /** UTF-16 code units; `to` is behind it. */
  from: number;
  to: number;
  /** Ids, in order. */
  objects: string[];
}

/** A name of one word is looked for from this length on: shorter ones are words of every language. */
const shortest = 3;

/** Whether a name of these words is looked for in texts. */
const isLookedFor = (words: readonly string[]): boolean =>
  words.some((word) => !frequentWords.has(word)) &&
  (words.length > 1 || (words[0] as string).length >= shortest);

/** What searches find every object that a text may name: in each, the words that an object has to have. */
export function phrasesOf(text: string): { singles: string[]; joined: string[][] } {
  const runs = runsOf(text);
  const words = runs.flatMap((run) => run.words);
  const singles = words.filter((word) => isLookedFor([word]));
  const pairs = words.slice(1).map((word, index) => [words[index] as string, word]);
  const all = [...pairs, ...chunksOf(text, runs)].filter((phrase) => isLookedFor(phrase));
  const joined = new Map(all.map((phrase) => [phrase.join(' '), phrase]));
  return { singles: [...new Set(singles)], joined: [...joined.values()] };
}

/** What has no space within, such as an address or a domain: pairs of its words would find all of its kind. */
function chunksOf(text: string, runs: readonly Run[]): string[][] {
  const chunks: string[][] = [];
  let end: number | undefined;
  for (const { from, to, words } of runs) {
    if (end === undefined || /\s/.test(text.slice(end, from))) chunks.push([...words]);
    else chunks.at(-1)?.push(...words);
    end = to;
  }
  return chunks.filter((chunk) => chunk.length > 2);
}

/** Names, aliases and values of an object, as it is served. */
export function namesIn(object: JsonObject): string[] {
  const extensions = recordOf(object['extensions']);
  const detailed = [personExtensionId, organisationExtensionId].flatMap((id) => {
    const names = recordOf(extensions[id])['names'];
    return Array.isArray(names) ? names.flatMap((name) => Object.values(picked(recordOf(name)))) : [];
  });
  const { name, aliases, value, account_login: login, display_name: display } = object;
  const all = [name, value, login, display, ...(Array.isArray(aliases) ? aliases : []), ...detailed];
  return [...new Set(all.filter((one): one is string => typeof one === 'string'))];
}

const picked = ({ full, acronym }: JsonObject): JsonObject => ({
  full: full ?? null,
  acronym: acronym ?? null,
});
const recordOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** Objects by a name's first word, then by all of its words. */
export type NameTable = ReadonlyMap<
  string,
  ReadonlyMap<string, { words: readonly string[]; objects: ReadonlySet<string> }>
>;

/** Sets names out, so that texts can be held against them. */
export function nameTable(names: Iterable<readonly [object: string, name: string]>): NameTable {
  const table = new Map<string, Map<string, { words: string[]; objects: Set<string> }>>();
  for (const [object, name] of names) {
    const words = wordsOf(name);
    if (!isLookedFor(words)) continue;
    const first = words[0] as string;
    const here = table.get(first) ?? new Map<string, { words: string[]; objects: Set<string> }>();
    table.set(first, here);
    const key = words.join(' ');
    const entry = here.get(key) ?? { words, objects: new Set() };
    here.set(key, entry);
    entry.objects.add(object);
  }
  return table;
}

/** The places of names, from the beginning on: of names that begin at one place the longest, and none within another. */
export function mentionsIn(text: string, table: NameTable): Mention[] {
  const runs = runsOf(text);
  const words = runs.flatMap((run, index) =>
    run.words.map((word, place) => ({
      word,
      run: index,
      isFirst: place === 0,
      isLast: place === run.words.length - 1,
    })),
  );
  const found: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [begin, named] = [words[at], words[at]?.isFirst === true ? longestAt(words, at, table) : undefined];
    if (begin === undefined || named === undefined) continue;
    const end = words[at + named.words.length - 1] as { run: number };
    found.push({
      from: (runs[begin.run] as Run).from,
      to: (runs[end.run] as Run).to,
      objects: [...named.objects].sort(),
    });
    at += named.words.length - 1;
  }
  return found;
}

function longestAt(
  words: readonly { word: string; isLast: boolean }[],
  at: number,
  table: NameTable,
): { words: readonly string[]; objects: ReadonlySet<string> } | undefined {
  let longest: { words: readonly string[]; objects: ReadonlySet<string> } | undefined;
  for (const name of table.get(words[at]?.word ?? '')?.values() ?? []) {
    if (longest !== undefined && name.words.length <= longest.words.length) continue;
    const stands = name.words.every((word, place) => words[at + place]?.word === word);
    if (stands && words[at + name.words.length - 1]?.isLast === true) longest = name;
  }
  return longest;
}
