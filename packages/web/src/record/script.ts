/** In which script a text is written, by its letters. */

/** Scripts by ISO 15924, in the order in which they are offered. */
export const scripts = [
  'Latn',
  'Arab',
  'Cyrl',
  'Grek',
  'Hebr',
  'Geor',
  'Armn',
  'Deva',
  'Beng',
  'Hani',
  'Hira',
  'Kana',
  'Hang',
  'Thai',
  'Ethi',
  'Syrc',
] as const;

const letters = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const);

/** The script of most letters; nothing where there are none that are known. */
export function scriptOf(text: string): string | undefined {
  const counted = letters.map(([script, letter]) => ({ script, count: text.match(letter)?.length ?? 0 }));
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count === 0 ? undefined : most.script;
}
