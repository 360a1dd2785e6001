/**
 * Text of others, made harmless to look at: no sign of it may turn around or hide what stands beside it. Overrides of
 * direction and signs without width are left out (Unicode TR 36 §2.10); marks that Arabic, Persian and Indic words
 * are written with are kept between letters.
 */

/** Overrides, embeddings and isolates; zero-width space, word joiner, byte order mark; controls but tab and line. */
const hidden =
  /[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\ufeff\u00ad\u{e0000}-\u{e007f}]|(?![\t\n])\p{Cc}/gu;

export interface SafeText {
  text: string;
  /** How many signs were left out. */
  omitted: number;
}

/** What may be shown of a text. */
export function safeText(given: string): SafeText {
  let omitted = 0;
  const text = given.replaceAll(hidden, () => {
    omitted += 1;
    return '';
  });
  return { text, omitted };
}
