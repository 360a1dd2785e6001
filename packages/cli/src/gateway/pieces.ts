/**
 * Pieces of long work in a file, a line for each, so that a process that is killed loses none that was there. The first
 * line says which work it is; of each piece there is its place, the SHA-256 of both, and its bytes.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fromBase64, toBase64 } from '@entente/core/ledger/base64';
import { isThere, replaceFile, wholeLines } from '../files.ts';

export interface Pieces {
  /** Where a piece begins → its bytes. */
  readonly kept: ReadonlyMap<number, Uint8Array>;
  /** Keeps a piece; on disk when this is done. */
  keep(from: number, bytes: Uint8Array): Promise<void>;
  /** Waits until what is being kept is on disk. */
  close(): Promise<void>;
}

/** Opens the file; what is in it of other work is thrown away. @param work 64 hexadecimal digits that name it */
export async function openPieces(path: string, work: string): Promise<Pieces> {
  const kept = await readPieces(path, work);
  if (kept === undefined) await replaceFile(path, `${work}\n`);
  const pieces = kept ?? new Map<number, Uint8Array>();
  // One after another: two at once could stand in each other.
  let last: Promise<void> = Promise.resolve();
  return {
    kept: pieces,
    keep: (from, bytes) =>
      (last = last.then(async () => {
        await appendFile(path, `${from} ${digestOf(from, bytes)} ${toBase64(bytes)}\n`, { flush: true });
        pieces.set(from, bytes);
      })),
    // Of a failure whoever kept the piece is told.
    close: () => last.catch(() => undefined),
  };
}

const digestOf = (from: number, bytes: Uint8Array): string =>
  createHash('sha256').update(`${from} `).update(bytes).digest('hex');

/** `undefined` where there are none of this work. */
async function readPieces(path: string, work: string): Promise<Map<number, Uint8Array> | undefined> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (!(await isThere(path))) return undefined;
  await wholeLines(path);
  let kept: Map<number, Uint8Array> | undefined;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (kept === undefined) {
      if (line !== work) return undefined;
      kept = new Map();
      continue;
    }
    const piece = pieceIn(line);
    if (piece !== undefined) kept.set(...piece);
  }
  return kept;
}

/** `undefined` of a line that the disk has not as it was written: that piece is made again. */
function pieceIn(line: string): [number, Uint8Array] | undefined {
  const [place = '', digest, text = ''] = line.split(' ');
  const bytes = fromBase64(text);
  if (bytes === undefined || digest !== digestOf(Number(place), bytes)) return undefined;
  return [Number(place), bytes];
}
