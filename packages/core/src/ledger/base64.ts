/** Base 64 with padding (RFC 4648 §4), as signed notes write bytes. Sets and runs of hit/no-hit are megabytes of it. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const padding = 61;
/** By the code of a letter; what is none has a value above all. */
const none = 64;
const values = new Uint8Array(128).fill(none);
for (const [value, code] of codes.entries()) values[code] = value;
/** Codes that one call makes a text of. */
const pieceLength = 8192;

export function toBase64(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(padding);
  for (let [place, at] = [0, 0]; place < bytes.length; place += 3, at += 4) {
    const a = bytes[place] as number;
    const b = bytes[place + 1] ?? 0;
    const c = bytes[place + 2] ?? 0;
    out[at] = codes[a >> 2] as number;
    out[at + 1] = codes[((a & 3) << 4) | (b >> 4)] as number;
    if (place + 1 < bytes.length) out[at + 2] = codes[((b & 15) << 2) | (c >> 6)] as number;
    if (place + 2 < bytes.length) out[at + 3] = codes[c & 63] as number;
  }
  let text = '';
  for (let from = 0; from < out.length; from += pieceLength) {
    text += String.fromCharCode(...out.subarray(from, from + pieceLength));
  }
  return text;
}

/** The bytes that a text stands for; `undefined` unless it is just how `toBase64` would write them. */
export function fromBase64(text: string): Uint8Array | undefined {
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0) return undefined;
  const length = text.length - padded;
  const bytes = new Uint8Array((text.length / 4) * 3 - padded);
  let [held, bits, at] = [0, 0, 0];
  for (let place = 0; place < length; place += 1) {
    const value = values[text.charCodeAt(place)] ?? none;
    if (value === none) return undefined;
    held = ((held & 63) << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = held >> bits;
    at += 1;
  }
  // What is left over of the last letter says nothing, and is 0.
  return (held & (2 ** bits - 1)) === 0 ? bytes : undefined;
}
