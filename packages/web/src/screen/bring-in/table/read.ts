/** A table as rows, read as a stream: however large the file is, little of it is in memory. */
import { CsvError, parse, type Info, type Options } from 'csv-parse/browser/esm';
import { delimiterOf, encodingOf, type Delimiter, type Encoding } from './encoding.ts';
import type { Row } from './row.ts';

/** How a file is read. */
export interface Reading {
  encoding: Encoding;
  delimiter: Delimiter;
}

/** Bytes from which encoding and delimiter are found. */
const sample = 256 * 1024;
/** Characters of one row; more is a quote that is never closed. */
const longestRow = 1_000_000;

/** What makes a file unreadable as a table, with the line from which on. */
export class TableError extends Error {
  readonly line: number;

  constructor(line: number, cause: unknown) {
    super('the file cannot be read as a table', { cause });
    this.line = line;
  }
}

/** The bytes of a file, unpacked where it is gzip. */
export async function bytesOf(file: Blob): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  return isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
}

/** The first bytes of a file, unpacked. */
export async function beginOf(file: Blob, most = sample): Promise<Uint8Array> {
  const begin = new Uint8Array(most);
  let length = 0;
  for await (const piece of await bytesOf(file)) {
    const taken = piece.subarray(0, most - length);
    begin.set(taken, length);
    length += taken.length;
    if (length === most) break;
  }
  return begin.subarray(0, length);
}

/** How a file is read, by its beginning. */
export async function readingOf(file: Blob): Promise<Reading> {
  const begin = await beginOf(file);
  const encoding = encodingOf(begin);
  return { encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(begin)) };
}

/**
 * The rows of a file; the first holds the headers. What is no text of the encoding stands as U+FFFD.
 * @throws TableError
 */
export async function* rowsOf(file: Blob, { encoding, delimiter }: Reading): AsyncGenerator<Row> {
  const texts = (await bytesOf(file)).pipeThrough(new TextDecoderStream(encoding));
  yield* parsed(texts, delimiter);
}

interface Parsed {
  record: string[];
  info: Info;
}

async function* parsed(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<Row> {
  const options: Options = {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  };
  const parser = parse(options);
  let found: Row[] = [];
  let end = 0;
  parser.on('data', ({ record, info }: Parsed) => {
    end = info.lines;
    const inside = record.reduce((lines, cell) => lines + cell.split(/\r\n|\r|\n/).length - 1, 0);
    found.push({ cells: record, line: Math.max(1, info.lines - inside) });
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', (error: Error) =>
      reject(error instanceof CsvError ? new TableError(end + 1, error) : error),
    );
  });
  // It is awaited at the end, or with what is written; a failure in between is not lost.
  ended.catch(() => undefined);
  let isEmpty = true;
  for await (const text of texts) {
    isEmpty = false;
    await Promise.race([ended, new Promise<void>((written) => parser.write(text, () => written()))]);
    const rows = found;
    found = [];
    yield* rows;
  }
  // The parser faults where it is ended before anything was written.
  if (isEmpty) return;
  parser.end();
  await ended;
  yield* found;
}
