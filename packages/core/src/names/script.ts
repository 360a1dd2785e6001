/** Scripts of names, told by their letters (Unicode blocks). */

/** The seven that have rules of their own (ISO 15924); all others are read through ASCII. */
export const scripts = ['Latn', 'Arab', 'Cyrl', 'Grek', 'Hebr', 'Armn', 'Geor'] as const;
export type Script = (typeof scripts)[number];

const letters: readonly (readonly [Script, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
];

/** The script of the first letter; `undefined` where it is none of the seven. */
export function scriptOf(text: string): Script | undefined {
  const first = /\p{L}/u.exec(text)?.[0];
  return first === undefined ? undefined : letters.find(([, letter]) => letter.test(first))?.[0];
}

/**
 * Which costs of sounds two scripts share: Latin with each of the others, Arabic with Cyrillic, and some with themselves;
 * all others are one. `isTurned`: the second one comes first there.
 */
export function pairOfScripts(one: Script, other: Script): { key: string; isTurned: boolean } {
  if (one === other) return { key: oneself.has(one) ? `${one}-${one}` : 'others', isTurned: false };
  if (one === 'Latn') return { key: `Latn-${other}`, isTurned: false };
  if (other === 'Latn') return { key: `Latn-${one}`, isTurned: true };
  const isTurned = scripts.indexOf(one) > scripts.indexOf(other);
  const areArabicAndCyrillic = [one, other].every((script) => script === 'Arab' || script === 'Cyrl');
  return { key: areArabicAndCyrillic ? 'Arab-Cyrl' : 'others', isTurned };
}

const oneself: ReadonlySet<Script> = new Set(['Latn', 'Arab', 'Cyrl']);
