import { createHash } from 'node:crypto';
import { Failure } from '@entente/core/failure';

/** What a backup holds, in this order: manifest; for each table or file a head, data, foot; sequences; end. */
const kinds = ['manifest', 'table', 'file', 'data', 'foot', 'sequences', 'end'] as const;
export type FrameKind = (typeof kinds)[number];

/** One frame: the number of its kind (1 byte), its length (4 bytes, most significant first), its bytes. */
export interface Frame {
  readonly kind: FrameKind;
  readonly bytes: Buffer;
}

const headBytes = 5;
const longestFrame = 64 * 1024 * 1024;

export const jsonFrame = (kind: FrameKind, value: unknown): Frame => ({
  kind,
  bytes: Buffer.from(JSON.stringify(value)),
});

export const jsonOf = <Value>(frame: Frame): Value => JSON.parse(frame.bytes.toString('utf8')) as Value;

/** Writes frames, and a last one with the SHA-256 over all before it. */
export async function* writeFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  for await (const frame of frames) {
    const bytes = encode(frame);
    digest.update(bytes);
    yield bytes;
  }
  yield encode(jsonFrame('end', { sha256: digest.digest('hex') }));
}

/**
 * Reads frames up to the last, which it checks and does not give.
 * @throws Failure `invalid` where the frames are not whole or their digest is another
 */
export async function* readFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const digest = createHash('sha256');
  let ended = false;
  for await (const bytes of split(stream)) {
    if (ended) throw misshapen('something follows its end');
    const frame = decode(bytes);
    if (frame.kind === 'end') {
      ended = true;
      if (jsonOf<{ sha256: string }>(frame).sha256 !== digest.digest('hex'))
        throw misshapen('its digest is another');
    } else {
      digest.update(bytes);
      yield frame;
    }
  }
  if (!ended) throw misshapen('it has no end');
}

export function misshapen(reason: string): Failure {
  return new Failure('invalid', `The backup is not whole: ${reason}. Nothing of it was restored.`);
}

function encode({ kind, bytes }: Frame): Buffer {
  const head = Buffer.alloc(headBytes);
  head[0] = kinds.indexOf(kind);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

function decode(bytes: Buffer): Frame {
  const kind = kinds[bytes[0] ?? kinds.length];
  if (kind === undefined) throw misshapen('it holds a part of an unknown kind');
  return { kind, bytes: bytes.subarray(headBytes) };
}

/** Each frame with its head, whatever the pieces in which the stream comes. */
async function* split(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
    while (waiting.length >= headBytes) {
      const length = headBytes + waiting.readUInt32BE(1);
      if (length > longestFrame) throw misshapen('a part is too large');
      if (waiting.length < length) break;
      yield waiting.subarray(0, length);
      waiting = waiting.subarray(length);
    }
  }
  if (waiting.length > 0) throw misshapen('its last part is cut');
}
