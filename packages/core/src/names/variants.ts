/** Forms of one given name that no rule of sounds makes alike: Tony and Anthony. Learnt from CC0 data. */
import { variants } from './learnt/variants.ts';
import { likeness, type Sounding } from './likeness.ts';

/** How like two forms of one given name are. */
const variantQuality = 0.8;

const keyOf = ({ script, sounds }: Sounding): string => `${script}:${sounds}`;

let known: ReadonlySet<string> | undefined;

/** How like two tokens are (`likeness`), forms of one name at least as like as those are. */
export function tokenLikeness(one: Sounding, two: Sounding): number {
  const plain = likeness(one, two);
  return areVariants(one, two) ? Math.max(plain, variantQuality) : plain;
}

/** Whether the two were found to be forms of one name. */
function areVariants(one: Sounding, two: Sounding): boolean {
  known ??= new Set(variants.split(' '));
  const [left, right] = [keyOf(one), keyOf(two)];
  return known.has(left < right ? `${left}=${right}` : `${right}=${left}`);
}
