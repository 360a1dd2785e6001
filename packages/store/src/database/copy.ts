import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A value of a row. Bytes are laid out already; a list of texts is an array; several together are one text. */
export type Cell = string | number | boolean | null | Uint8Array | readonly string[] | Joined;

/** Texts that follow each other. */
export interface Joined {
  readonly joined: readonly (string | Uint8Array)[];
}

const special = /[\\\t\n\r]/;

const escaped = (text: string): string =>
  special.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text;

function written(cell: string | number | boolean | null | readonly string[]): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(cell);
  return escaped(typeof cell === 'string' ? cell : arrayLiteral(cell));
}

const arrayLiteral = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** Lays out texts as COPY takes them in, one behind another in one piece of memory. */
export function laidOut(texts: readonly string[]): { pieces: Uint8Array[]; memory: ArrayBuffer } {
  const plain = texts.map(escaped);
  const lengths = plain.map((text) => Buffer.byteLength(text));
  const memory = new ArrayBuffer(lengths.reduce((sum, length) => sum + length, 0));
  const buffer = Buffer.from(memory);
  let at = 0;
  const pieces = plain.map((text, index) => {
    const length = lengths[index] as number;
    buffer.write(text, at);
    at += length;
    return new Uint8Array(memory, at - length, length);
  });
  return { pieces, memory };
}

/** A text that was laid out, as it was before. */
export const readBack = (laid: Uint8Array): string =>
  Buffer.from(laid.buffer, laid.byteOffset, laid.length)
    .toString()
    .replace(/\\([\\tnr])/g, (_, sign: string) => plainSigns[sign] as string);

const plainSigns: Readonly<Record<string, string>> = { '\\': '\\', t: '\t', n: '\n', r: '\r' };

/** Bytes sent at a time; larger pieces only cost memory. */
const pieceLength = 256 * 1024;

/** Writes rows through COPY (PostgreSQL, "COPY", text format), in the caller's transaction. */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const pieces = piecesOf(rows);
  let piece = pieces.next();
  // Without rows there is nothing to ask for, and no answer to wait for.
  if (piece.done === true) return;
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  const done = new Promise<void>((resolve, reject) => {
    stream.on('finish', resolve);
    stream.on('error', reject);
  });
  for (; piece.done !== true; piece = pieces.next()) {
    if (!stream.write(piece.value)) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
}

function* piecesOf(rows: Iterable<readonly Cell[]>): Generator<Buffer> {
  let piece = new Piece();
  for (const row of rows) {
    piece.add(row);
    if (piece.length < pieceLength) continue;
    yield piece.bytes();
    piece = new Piece();
  }
  if (piece.length > 0) yield piece.bytes();
}

/** Rows as bytes. */
class Piece {
  private buffer = Buffer.allocUnsafe(2 * pieceLength);
  private at = 0;
  /** What comes next and is no bytes yet. */
  private text = '';

  get length(): number {
    return this.at;
  }

  add(row: readonly Cell[]): void {
    row.forEach((cell, index) => {
      if (index > 0) this.text += '\t';
      if (cell instanceof Uint8Array) this.addBytes(cell);
      else if (typeof cell === 'object' && cell !== null && 'joined' in cell) this.addJoined(cell);
      else this.text += written(cell);
    });
    this.text += '\n';
    this.addText();
  }

  bytes(): Buffer {
    return this.buffer.subarray(0, this.at);
  }

  private addJoined({ joined }: Joined): void {
    for (const part of joined) {
      if (typeof part === 'string') this.text += escaped(part);
      else this.addBytes(part);
    }
  }

  private addBytes(bytes: Uint8Array): void {
    this.addText();
    this.makeRoom(bytes.length);
    this.buffer.set(bytes, this.at);
    this.at += bytes.length;
  }

  private addText(): void {
    // No sign of UTF-16 takes more than three bytes.
    this.makeRoom(3 * this.text.length);
    this.at += this.buffer.write(this.text, this.at);
    this.text = '';
  }

  private makeRoom(bytes: number): void {
    if (this.at + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.at + bytes));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}
