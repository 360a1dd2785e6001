/** Lists of persons to screen: CSV with a line of column names, or a JSON object a line. */
import { Readable } from 'node:stream';
import { askedPerson, type AskedPerson } from '@entente/contract/screening';
import { Failure } from '@entente/core/failure';
import { bytesOf } from '../files.ts';
import { linesOf } from '../lines.ts';

const columns = ['name', 'born', 'nationality', 'document'] as const;

/**
 * The persons of a list as they come; empty lines are passed over.
 * @throws Failure `invalid` naming the line that is no person
 */
export async function* personsIn(path: string): AsyncGenerator<AskedPerson> {
  let [number, head]: [number, readonly string[] | undefined] = [0, undefined];
  for await (const line of linesOf(Readable.from(bytesOf(path)))) {
    number += 1;
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '') continue;
    if (text.trimStart().startsWith('{')) yield checked(parsed(text, number), number);
    else if (head === undefined) head = headOf(text, number);
    else yield checked(fieldsOf(head, cellsOf(text, number)), number);
  }
}

function headOf(line: string, number: number): string[] {
  const head = cellsOf(line, number).map((cell) => cell.trim().toLowerCase());
  if (head.includes('name')) return head;
  throw new Failure(
    'invalid',
    `Line ${number}: the first line names the columns: name, and any of born, nationality and document.`,
  );
}

/** Other columns are left alone. */
function fieldsOf(head: readonly string[], cells: readonly string[]): object {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const cell = cells[head.indexOf(column)]?.trim() ?? '';
      return cell === '' ? [] : [[column, cell]];
    }),
  );
}

/** The cells of a line (RFC 4180): quotes hold commas, and a doubled quote is one. */
function cellsOf(line: string, number: number): string[] {
  const cells: string[] = [];
  for (let rest = line; ;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*(,|$)/.exec(rest);
    const plain = quoted ?? /^([^",]*)(,|$)/.exec(rest);
    if (plain === null) throw new Failure('invalid', `Line ${number}: a quote that does not end.`);
    const [whole, cell = '', end] = plain;
    cells.push(quoted === null ? cell : cell.replaceAll('""', '"'));
    if (end === '') return cells;
    rest = rest.slice(whole.length);
  }
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Failure('invalid', `Line ${number} is not JSON.`, error);
  }
}

function checked(fields: unknown, number: number): AskedPerson {
  const { data, error } = askedPerson.safeParse(fields);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  throw new Failure('invalid', `Line ${number}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
