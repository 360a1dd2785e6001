import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Failure } from '@entente/core/failure';
import { jsonOf, misshapen, readFrames } from './frames.ts';
import type { Frame } from './frames.ts';
import { plainFileName } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { unseal } from './seal.ts';
import { openingKey } from './secret.ts';
import type { BackupSecret } from './secret.ts';
import type { Sequence, Table } from './tables.ts';

/** Takes the parts of a backup in their order. Each must read to the end what it is given. */
export interface BackupVisitor {
  manifest(manifest: Manifest): Promise<void>;
  /** gives how many rows it took, or undefined where it does not count */
  table(table: Table, rows: AsyncIterable<Buffer>): Promise<number | undefined>;
  file(name: string, content: AsyncIterable<Buffer>): Promise<void>;
  sequences(sequences: readonly Sequence[]): Promise<void>;
}

/**
 * Reads a backup from its first byte to its last. Only when it returns is all of it known to be whole.
 * @throws Failure `unauthenticated` (wrong secret), `invalid` (damaged, cut short, not a backup),
 * `incompatible` (another format), and what the visitor throws
 */
export async function readBackup(path: string, secret: BackupSecret, visitor: BackupVisitor): Promise<void> {
  const { headerLength, key } = await openingKey(await startOf(path), secret);
  const sealed = createReadStream(path, { start: headerLength, highWaterMark: 1024 * 1024 });
  let visited: Promise<void> | undefined;
  const opened = (stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> => unseal(stream, key);
  const visit = (plain: AsyncIterable<Buffer>): Promise<void> =>
    (visited = visitAll(readFrames(plain), visitor));
  try {
    await pipeline(sealed, opened, createGunzip(), visit);
  } finally {
    await Promise.allSettled([visited]); // the pipeline ends before a visitor has ended its work
  }
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Failure('not-found', `There is no file ${path}.`, error);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function visitAll(frames: AsyncGenerator<Frame>, visitor: BackupVisitor): Promise<void> {
  const first = await frames.next();
  if (first.done || first.value.kind !== 'manifest') throw misshapen('it does not begin with its manifest');
  await visitor.manifest(jsonOf(first.value));
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    const frame = next.value;
    if (frame.kind === 'table') await visitTable(jsonOf(frame), frames, visitor);
    else if (frame.kind === 'file') await visitFile(jsonOf(frame), frames, visitor);
    else if (frame.kind === 'sequences') await visitor.sequences(jsonOf(frame));
    else throw misshapen(`a part of the kind ${frame.kind} is out of place`);
  }
}

async function visitTable(
  table: Table,
  frames: AsyncGenerator<Frame>,
  visitor: BackupVisitor,
): Promise<void> {
  const section = { rows: -1 };
  const taken = await visitor.table(table, dataOf(frames, section));
  if (section.rows < 0) throw misshapen(`the table ${table.name} has no end`);
  if (taken !== undefined && taken !== section.rows) throw misshapen(`the table ${table.name} has lost rows`);
}

async function visitFile(
  { name }: { name: string },
  frames: AsyncGenerator<Frame>,
  visitor: BackupVisitor,
): Promise<void> {
  if (!plainFileName.test(name)) throw misshapen('a file in it has a name that is none');
  const section = { rows: -1 };
  await visitor.file(name, dataOf(frames, section));
  if (section.rows < 0) throw misshapen(`the file ${name} has no end`);
}

async function* dataOf(frames: AsyncGenerator<Frame>, section: { rows: number }): AsyncGenerator<Buffer> {
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    const { kind, bytes } = next.value;
    if (kind === 'foot') {
      section.rows = jsonOf<{ rows: number }>(next.value).rows;
      return;
    }
    if (kind !== 'data') throw misshapen('a table or file in it has no end');
    yield bytes;
  }
}
