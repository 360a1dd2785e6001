/** ISO 15924 codes by the characters that tell them; a Chinese name may be in either form, hence Hani. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['Arab', /\p{Script=Arabic}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Thai', /\p{Script=Thai}/u],
];

/** The script in which a name is written; undefined for none of those known, and for a mixture. */
export function scriptOf(name: string): string | undefined {
  const found = scripts.filter(([, pattern]) => name.search(pattern) >= 0).map(([code]) => code);
  return found.length === 1 ? found[0] : undefined;
}
