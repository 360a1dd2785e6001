/** Base 64 with padding (RFC 4648 §4), as signed notes write bytes. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...letters].map((letter, value) => [letter, value]));

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let place = 0; place < bytes.length; place += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(place, place + 3);
    const group = a * 65_536 + b * 256 + c;
    for (let letter = 0; letter < 4; letter += 1) {
      text += place + letter > bytes.length ? '=' : letters[Math.floor(group / 64 ** (3 - letter)) % 64];
    }
  }
  return text;
}

/** The bytes that a text stands for; `undefined` unless it is just how `toBase64` would write them. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bare = text.replace(/={1,2}$/, '');
  if (text.length % 4 !== 0 || text.length - bare.length > 2) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of bare) {
    const value = values.get(letter);
    if (value === undefined) return undefined;
    held = (held % 4096) * 64 + value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(Math.floor(held / 2 ** bits) % 256);
  }
  const found = Uint8Array.from(bytes);
  return toBase64(found) === text ? found : undefined;
}
