/** Forms of one given name that no rule of sounds makes alike: Tony and Anthony, Дик and Richard. */
import { variants } from './learnt/variants.ts';
import { likeness, type Sounding } from './likeness.ts';
import { scripts, type Script } from './script.ts';

/** How like two forms of one given name are. */
const variantQuality = 0.8;

const keyOf = ({ script, sounds }: Sounding): string => `${script}:${sounds}`;

let known: ReadonlyMap<Script, ReadonlyMap<string, ReadonlySet<string>>> | undefined;

/** By the script of a token and its signs, the forms that were found to be one name with it. */
function table(): ReadonlyMap<Script, ReadonlyMap<string, ReadonlySet<string>>> {
  if (known !== undefined) return known;
  const found = new Map(scripts.map((script) => [script, new Map<string, Set<string>>()]));
  for (const set of variants.split(' ')) {
    const forms = set.split('=');
    for (const one of forms) {
      const { script, sounds } = soundingOf(one);
      const others = found.get(script)?.get(sounds) ?? new Set();
      found.get(script)?.set(sounds, others);
      for (const other of forms) if (other !== one) others.add(other);
    }
  }
  return (known = found);
}

function soundingOf(key: string): Sounding {
  const [script = 'Latn', sounds = ''] = key.split(':');
  return { script: script as Script, sounds };
}

const formsOf = ({ script, sounds }: Sounding): ReadonlySet<string> | undefined =>
  table().get(script)?.get(sounds);

/** Forms of the same name. */
export const variantsOf = (token: Sounding): Sounding[] => [...(formsOf(token) ?? [])].map(soundingOf);

/** How like two tokens are (`likeness`), forms of one name at least as like as those are. */
export function tokenLikeness(one: Sounding, two: Sounding, least?: number): number {
  const plain = likeness(one, two, least);
  return areVariants(one, two) ? Math.max(plain, variantQuality) : plain;
}

/** Whether two tokens stand for each other as forms of one name, and not as their sounds have it. */
export const isOtherForm = (one: Sounding, two: Sounding): boolean =>
  areVariants(one, two) && likeness(one, two) < variantQuality;

/** Whether the two were found to be forms of one name. */
const areVariants = (one: Sounding, two: Sounding): boolean => formsOf(one)?.has(keyOf(two)) === true;
