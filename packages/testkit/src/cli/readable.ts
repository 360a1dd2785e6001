/** What can be read of bytes by whoever has them, for tests that look for names where none may be. */

/** A text, and what base 64 and hexadecimal digits in it stand for, however deep. */
export function readable(text: string): string[] {
  const coded = [...(text.match(/[\w+/-]{12,}={0,2}/g) ?? [])];
  const inner = coded.flatMap((one) => [
    ...readableBytes(Buffer.from(one, 'base64')),
    ...(/^(?:[0-9a-f]{2})+$/i.test(one) ? readableBytes(Buffer.from(one, 'hex')) : []),
  ]);
  return [text, ...inner];
}

/** Bytes that are text are looked into; others are read letter by letter, as a search would. */
function readableBytes(bytes: Buffer): string[] {
  const text = bytes.toString('utf8');
  return /[\ufffd\0]/.test(text) ? [text] : readable(text);
}
