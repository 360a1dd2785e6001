import anyAscii from 'any-ascii';

const separators = /[^\p{L}\p{M}\p{N}]+/u;
const asciiWords = /[a-z0-9]+/g;
const nonAscii = /[^\0-\x7f]/;
/** Longer runs of letters and digits are encodings, not words; only their beginning is kept. */
const longest = 64;

/**
 * The words of a text as search compares them: lower case, any script folded to ASCII, split at
 * everything that is neither letter nor digit. The same words come from a query and from a record.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  if (!nonAscii.test(text)) {
    for (const word of text.toLowerCase().match(asciiWords) ?? []) {
      words.push(word.length > longest ? word.slice(0, longest) : word);
    }
    return words;
  }
  const plain = text.normalize('NFKC');
  for (const piece of plain.split(separators)) {
    if (piece === '') continue;
    if (!nonAscii.test(piece)) {
      words.push(piece.toLowerCase().slice(0, longest));
      continue;
    }
    for (const folded of anyAscii(piece.normalize('NFC'))
      .toLowerCase()
      .split(/[^a-z0-9]+/)) {
      if (folded !== '') words.push(folded.slice(0, longest));
    }
  }
  return words;
}
