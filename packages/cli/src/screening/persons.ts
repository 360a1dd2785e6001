/** Lists of persons to screen: CSV with a line of column names, or a JSON object a line. */
import { pipeline, Readable } from 'node:stream';
import { askedPerson, type AskedPerson } from '@entente/contract/screening';
import { Failure } from '@entente/core/failure';
import { CsvError, parse } from 'csv-parse';
import { bytesOf } from '../files.ts';
import { linesOf } from '../lines.ts';

const columns = ['name', 'born', 'nationality', 'document'];
/** Characters of one row; more is a quote that is never closed. */
const longestRow = 1_000_000;

/**
 * The persons of a list as they come; empty lines are passed over.
 * @throws Failure `invalid` naming the line that is no person
 */
export async function* personsIn(path: string): AsyncGenerator<AskedPerson> {
  const { start, bytes } = await opened(path);
  if (start === '[') {
    throw new Failure(
      'invalid',
      `${path} is one JSON array. A JSON object a line is wanted: jq -c '.[]' makes it of an array.`,
    );
  }
  yield* start === '{' ? personsOfLines(bytes) : personsOfRows(bytes, path);
}

/** What a list begins with, and all of it. */
async function opened(path: string): Promise<{ start: string; bytes: Readable }> {
  const source = bytesOf(path);
  const taken: Uint8Array[] = [];
  let start = '';
  while (start === '') {
    const piece = await source.next();
    if (piece.done === true) break;
    taken.push(piece.value);
    start = Buffer.concat(taken).toString().trimStart().charAt(0);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* taken;
    yield* source;
  }
  return { start, bytes: Readable.from(all()) };
}

async function* personsOfLines(bytes: Readable): AsyncGenerator<AskedPerson> {
  let number = 0;
  for await (const line of linesOf(bytes)) {
    number += 1;
    const text = line.replace(/^\ufeff/, '');
    if (text.trim() !== '') yield checked(parsed(text, number), number);
  }
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Failure('invalid', `Line ${number} is not JSON.`, error);
  }
}

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly raw: string;
  readonly info: { readonly lines: number };
}

async function* personsOfRows(bytes: Readable, path: string): AsyncGenerator<AskedPerson> {
  const rows = parse({
    bom: true,
    columns: headOf,
    info: true,
    max_record_size: longestRow,
    raw: true,
    relax_column_count_less: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  // What fails is thrown to whoever reads the rows.
  pipeline(bytes, rows, () => undefined);
  try {
    for await (const { record, raw, info } of rows as AsyncIterable<Row>) {
      const cells = Object.entries(record).filter(([, cell]) => cell !== '');
      yield checked(Object.fromEntries(cells), info.lines - breaksIn(raw));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure('invalid', `${path} is no CSV: ${error.message}.`, error);
  }
}

/** Line breaks within a row, which quotes may hold. */
const breaksIn = (raw: string): number => raw.trim().split(/\r\n|\r|\n/).length - 1;

/** Other columns are left alone. */
function headOf(cells: readonly string[]): (string | undefined)[] {
  const head = cells.map((cell) => cell.toLowerCase());
  if (head.includes('name')) return head.map((cell) => (columns.includes(cell) ? cell : undefined));
  throw new Failure(
    'invalid',
    'The first line names the columns: name, and any of born, nationality and document.',
  );
}

function checked(fields: unknown, number: number): AskedPerson {
  const { data, error } = askedPerson.safeParse(fields);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  const place = [`Line ${number}`, ...(issue?.path ?? [])].join(', ');
  throw new Failure('invalid', `${place}: ${issue?.message ?? 'is not valid'}.`);
}
