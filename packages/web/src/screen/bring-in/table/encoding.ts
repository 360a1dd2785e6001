/** In which encoding a table is written, and what separates its columns: found from its beginning. */

/** Labels of the Encoding Standard. The last ones are never found, only chosen: nothing in a file tells them apart. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1256',
] as const;
export type Encoding = (typeof encodings)[number];

/** By its mark, else by its zero bytes, else whether it is UTF-8; what is none of these is taken for Windows-1252. */
export function encodingOf(begin: Uint8Array): Encoding {
  const [first, second, third] = begin;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return withoutMark(begin);
}

function withoutMark(begin: Uint8Array): Encoding {
  const zeros = [0, 0];
  begin.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // Commas, line ends and digits have a zero byte in UTF-16, whatever the script of the words between them.
  if (Math.max(even, odd) > begin.length / 50) return odd > even ? 'utf-16le' : 'utf-16be';
  try {
    // A character that is cut at the end of the sample is no fault of the file.
    new TextDecoder('utf-8', { fatal: true }).decode(begin, { stream: true });
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What stands most evenly between cells in the first lines; quotes are passed over. */
export function delimiterOf(text: string): Delimiter {
  const best = delimiters
    .map((delimiter) => ({ delimiter, evenness: evennessOf(countsOf(text, delimiter)) }))
    .reduce((one, other) => (other.evenness > one.evenness ? other : one));
  return best.delimiter;
}

const mostLines = 50;

/** How often a delimiter stands in each line, outside quotes. */
function countsOf(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let [count, isQuoted, isEmpty] = [0, false, true];
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === '\n' && !isQuoted) {
      if (!isEmpty) counts.push(count);
      if (counts.length === mostLines) return counts;
      [count, isEmpty] = [0, true];
      continue;
    } else if (sign === delimiter && !isQuoted) count += 1;
    if (sign !== '\r') isEmpty = false;
  }
  // The last line of a sample may be cut: it counts where it is the only one.
  return counts.length === 0 ? [count] : counts;
}

/** The share of lines with as many as the first, more where there are more columns; 0 where there are none. */
function evennessOf(counts: readonly number[]): number {
  const [first = 0] = counts;
  if (first === 0) return 0;
  const alike = counts.filter((count) => count === first).length / counts.length;
  return alike + Math.min(first, 20) / 100;
}
