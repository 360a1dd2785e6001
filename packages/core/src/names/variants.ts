/**
 * What no rule of sounds makes alike and is one name all the same: forms of a given name (Tony and Anthony, Дик and
 * Richard), and how whole names are written in another script (عيسى and Isa).
 */
import { variants } from './learnt/variants.ts';
import { written } from './learnt/written.ts';
import { likeness, type Sounding } from './likeness.ts';
import { scripts, type Script } from './script.ts';

/** How like two of them are at least. */
const variantQuality = 0.8;

export const keyOf = ({ script, sounds }: Sounding): string => `${script}:${sounds}`;

/** By the script of a token and its signs, those that are one name with it. */
type Table = ReadonlyMap<Script, ReadonlyMap<string, ReadonlySet<string>>>;

/** Takes a table of sets apart when it is first wanted. */
function tableOf(sets: string): () => Table {
  let known: Table | undefined;
  return () => (known ??= taken(sets));
}

function taken(sets: string): Table {
  const found = new Map(scripts.map((script) => [script, new Map<string, Set<string>>()]));
  for (const set of sets.split(' ')) {
    const forms = set.split('=');
    for (const one of forms) {
      const { script, sounds } = soundingOf(one);
      const others = found.get(script)?.get(sounds) ?? new Set();
      found.get(script)?.set(sounds, others);
      for (const other of forms) if (other !== one) others.add(other);
    }
  }
  return found;
}

const forms = tableOf(variants);
const spellings = tableOf(written);

function soundingOf(key: string): Sounding {
  const [script = 'Latn', sounds = ''] = key.split(':');
  return { script: script as Script, sounds };
}

const others = (table: Table, { script, sounds }: Sounding): ReadonlySet<string> =>
  table.get(script)?.get(sounds) ?? none;
const none: ReadonlySet<string> = new Set();

/** Forms of the same name, and how it is written in other scripts where that has to be known. */
export const variantsOf = (token: Sounding): Sounding[] =>
  [...new Set([...others(forms(), token), ...others(spellings(), token)])].map(soundingOf);

/** How like two tokens are (`likeness`), those that are known to be one name at least as like as such are. */
export function tokenLikeness(one: Sounding, two: Sounding, least?: number): number {
  const plain = likeness(one, two, least);
  const isKnown = areIn(forms(), one, two) || areIn(spellings(), one, two);
  return isKnown ? Math.max(plain, variantQuality) : plain;
}

/** Whether two tokens stand for each other as forms of one name, and not as their sounds have it. */
export const isOtherForm = (one: Sounding, two: Sounding): boolean =>
  areIn(forms(), one, two) && likeness(one, two) < variantQuality;

const areIn = (table: Table, one: Sounding, two: Sounding): boolean => others(table, one).has(keyOf(two));
