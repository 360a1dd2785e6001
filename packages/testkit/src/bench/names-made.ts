/**
 * A million names for a measurement: the given names of one public figure with the family name of another in the same
 * language (names-entities-dev.tsv, CC0), and pairs of names of one person, of which one is hidden among them.
 */
import { readJudgedPairs, readPublicFigures } from './public-figures.ts';
import { randomOf } from './random.ts';

/**
 * Names that nobody has but by chance, each once, as many by language as there are public figures with names in it. The
 * given names are none of those of the person whose family name it is, in any language.
 */
export function* madeNames(count: number, seed = 1): Generator<string> {
  const random = randomOf(seed);
  const languages = [...readLanguages().values()].filter(({ length }) => length > 50);
  const ends: number[] = [];
  for (const { length } of languages) ends.push((ends.at(-1) ?? 0) + length);
  const pick = (list: readonly Part[]): Part => list[Math.floor(random() * list.length)] as Part;
  const made = new Set<string>();
  while (made.size < count) {
    const at = random() * (ends.at(-1) as number);
    const language = languages[ends.findIndex((end) => end > at)] as Part[];
    const [one, other] = [pick(language), pick(language)];
    const name = `${one.given} ${other.family}`;
    if (other.all.has(one.given) || made.has(name)) continue;
    made.add(name);
    yield name;
  }
}

/** A name of a person, taken apart where the family name begins, and all given names of that person. */
interface Part {
  given: string;
  family: string;
  all: Set<string>;
}

function readLanguages(): Map<string, Part[]> {
  const found = new Map<string, Part[]>();
  for (const { names } of readPublicFigures()) {
    const parts = names.flatMap(([name, script, language]) => {
      const apart = partsOf(name);
      return apart === undefined ? [] : [{ ...apart, language: `${script}:${language}` }];
    });
    const all = new Set(parts.map(({ given }) => given));
    for (const { language, ...part } of parts) {
      const list = found.get(language) ?? [];
      found.set(language, list);
      list.push({ ...part, all });
    }
  }
  return found;
}

/** A comma says which is the family name; without one it is the last word. */
function partsOf(name: string): { given: string; family: string } | undefined {
  const [before = '', behind] = name.split(/,\s*/);
  if (behind !== undefined) return { given: behind, family: before };
  const at = name.lastIndexOf(' ');
  return at === -1 ? undefined : { given: name.slice(0, at), family: name.slice(at + 1) };
}

export interface Hidden {
  asked: string;
  hidden: string;
  /** Whether both are in one of the seven scripts. */
  isWithin: boolean;
}

const seven = /^(?:Latn|Arab|Cyrl|Grek|Hebr|Armn|Geor)$/;

/** Pairs of names of one person (names-dev.tsv, CC0), one of each person: no other name of his stands in the way. */
export function hiddenPairs(): Hidden[] {
  const persons = new Map(
    readPublicFigures().flatMap(({ id, names }) => names.map(([name]) => [name, id] as const)),
  );
  const seen = new Set<string>();
  return readJudgedPairs().flatMap(({ isSame, left, right, scripts }): Hidden[] => {
    const person = persons.get(left) ?? persons.get(right);
    if (!isSame || person === undefined || seen.has(person)) return [];
    seen.add(person);
    return [{ asked: left, hidden: right, isWithin: scripts.every((script) => seven.test(script)) }];
  });
}
