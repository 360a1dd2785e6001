/** UTF-8 as text, piece by piece; what stands before a byte that is none is given before that is told. */
import { Failure } from '@entente/core/failure';

const newline = 0x0a;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Throws `Failure('invalid')` with the line of the first byte that is not UTF-8. */
export async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let line = 1;
  let rest = new Uint8Array();
  for await (const bytes of source) {
    const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const end = wholeLength(all);
    const whole = all.subarray(0, end);
    const text = textOf(whole);
    if (text === undefined) {
      const good = goodLines(whole);
      yield good.text;
      throw notUtf8(line + good.lines);
    }
    yield text;
    line += count(whole);
    rest = Uint8Array.from(all.subarray(end));
  }
  if (rest.length > 0) throw notUtf8(line);
}

const notUtf8 = (line: number): Failure =>
  new Failure('invalid', `Line ${line}: the text is not valid UTF-8.`);

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined; // the caller says where
  }
}

/** The lines before the first that is not UTF-8, and how many they are. */
function goodLines(bytes: Uint8Array): { text: string; lines: number } {
  let text = '';
  let lines = 0;
  for (let from = 0; from < bytes.length; lines += 1) {
    const end = bytes.indexOf(newline, from);
    const good = textOf(bytes.subarray(from, end < 0 ? bytes.length : end + 1));
    if (good === undefined || end < 0) break;
    text += good;
    from = end + 1;
  }
  return { text, lines };
}

function count(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

/** Up to where the bytes hold whole characters: a character that is cut is finished by the next piece. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
