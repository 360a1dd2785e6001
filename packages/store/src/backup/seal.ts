import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Failure } from '@entente/core/failure';

const chunkBytes = 65536;
const tagBytes = 16;

/**
 * Seals a stream in chunks, each with its number and whether it is the last in the nonce, so that none can be
 * changed, moved, repeated or cut off (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015). The key
 * must serve this one stream only.
 */
export async function* seal(plain: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { chunk, last } of inChunks(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number++, last));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * The reverse of `seal`; gives nothing of a chunk before it is known to be whole.
 * @throws Failure `invalid` where a chunk is damaged, out of place, or the last is missing
 */
export async function* unseal(sealed: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { chunk, last } of inChunks(sealed, chunkBytes + tagBytes)) {
    if (chunk.length < tagBytes) throw damaged();
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number++, last));
    decipher.setAuthTag(chunk.subarray(chunk.length - tagBytes));
    const opened = decipher.update(chunk.subarray(0, chunk.length - tagBytes));
    try {
      decipher.final();
    } catch (error) {
      throw damaged(error);
    }
    yield opened;
  }
}

function damaged(cause?: unknown): Failure {
  return new Failure('invalid', 'The backup is damaged or cut short; nothing of it was restored.', cause);
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(number, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** Chunks of exactly that size, and one last of that size or less: one at least, even of nothing. */
async function* inChunks(
  stream: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    waiting.push(piece);
    length += piece.length;
    if (length <= size) continue;
    const all = Buffer.concat(waiting);
    let at = 0;
    for (; all.length - at > size; at += size) yield { chunk: all.subarray(at, at + size), last: false };
    waiting = [all.subarray(at)];
    length = all.length - at;
  }
  yield { chunk: Buffer.concat(waiting), last: true };
}
