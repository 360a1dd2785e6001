/** Forms of one given name that no rule of sounds makes alike: Tony and Anthony. Learnt from CC0 data. */
import { variants } from './learnt/variants.ts';
import type { Sounding } from './likeness.ts';

const keyOf = ({ script, sounds }: Sounding): string => `${script}:${sounds}`;

let known: ReadonlySet<string> | undefined;

/** Whether the two were found to be forms of one name. */
export function areVariants(one: Sounding, two: Sounding): boolean {
  known ??= new Set(variants.split(' '));
  const [left, right] = [keyOf(one), keyOf(two)];
  return known.has(left < right ? `${left}=${right}` : `${right}=${left}`);
}
