import { Failure } from '@entente/core/failure';

const newline = 0x0a;
const enough = 64 * 1024;

/**
 * Decodes UTF-8, in pieces of some 64 thousand characters. Throws `Failure('invalid')` with the line of the
 * first byte that is not UTF-8.
 */
export async function* decodeText(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let text = '';
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length;) {
      // Line by line, so that a refusal can name the line; a line end never lies within a character.
      const end = chunk.indexOf(newline, from);
      const to = end < 0 ? chunk.length : end + 1;
      text += decode(() => decoder.decode(chunk.subarray(from, to), { stream: true }), line);
      if (end >= 0) line += 1;
      from = to;
    }
    if (text.length < enough) continue;
    yield text;
    text = '';
  }
  text += decode(() => decoder.decode(), line);
  if (text !== '') yield text;
}

function decode(read: () => string, line: number): string {
  try {
    return read();
  } catch (error) {
    throw new Failure('invalid', `Line ${line} of the file is not UTF-8. Nothing was taken from it.`, error);
  }
}
