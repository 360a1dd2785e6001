/**
 * Rows of a table as STIX 2.1 objects: of each its subject and, where the row names them, a place, a group or an
 * address beside it with the link between them. What is not valid is told by line and is not made.
 */
import { checkExtension, validateObject } from '@entente/contract/making';
import type { Json, JsonObject, StixObject } from '@entente/core/stix/types';
import { Identifiers } from './identifier.ts';
import type { Mapping } from './mapping.ts';
import { RowConversion } from './row-conversion.ts';
import { refusals, Values, type Fault, type Problem, type Row } from './row.ts';

/** What a row became; nothing where it was refused. */
export interface Converted {
  line: number;
  /** Without times; what was made of an earlier row is not repeated. */
  objects: StixObject[];
  /** Id of what the row is about. */
  subject: string | undefined;
  problems: Problem[];
}

const refusing: ReadonlySet<Fault> = new Set(refusals);
export const isRefusal = ({ fault }: Problem): boolean => refusing.has(fault);

/** Converts the rows of one table, in their order. */
export class Conversion {
  private readonly headers: readonly string[];
  private readonly mapping: Mapping;
  private readonly identifiers: Identifiers;
  /** Line in which a row of this id stood first. */
  private readonly lines = new Map<string, number>();
  private readonly made = new Set<string>();

  constructor(member: string, mapping: Mapping, headers: readonly string[]) {
    this.mapping = mapping;
    this.headers = headers;
    this.identifiers = new Identifiers(member, mapping.list);
  }

  convert(row: Row): Converted {
    const { line } = row;
    const cells = this.cellsOf(row);
    const refused = (problem: Omit<Problem, 'line'>): Converted => ({
      line,
      objects: [],
      subject: undefined,
      problems: [{ line, ...problem }],
    });
    if (cells.length !== this.headers.length) {
      return refused({ fault: 'columns', found: cells.length, wanted: this.headers.length });
    }
    const unread = cells.findIndex((cell) => cell.includes('\ufffd'));
    if (unread >= 0)
      return refused({ fault: 'unreadable', column: this.headers[unread], text: cells[unread] });
    const tellers = this.tellersOf(cells);
    if (tellers === undefined) return refused({ fault: 'no-key', column: this.mapping.key });
    const id = this.identifiers.of('row', tellers);
    const other = this.lines.get(id);
    if (other !== undefined) {
      const fault = this.mapping.key === undefined ? 'same-row' : 'same-key';
      return refused({ fault, other, column: this.mapping.key, text: this.keyIn(cells) });
    }
    this.lines.set(id, line);
    return this.checked(
      new RowConversion(
        new Values({ cells, line }, this.headers, this.mapping),
        this.mapping,
        this.identifiers,
        tellers,
        this.keyIn(cells),
      ),
    );
  }

  /** Spreadsheets write empty cells behind the last column. */
  private cellsOf({ cells }: Row): readonly string[] {
    const most = this.headers.length;
    return cells.slice(most).every((cell) => cell.trim() === '') ? cells.slice(0, most) : cells;
  }

  /** What tells a row from the others: its key, else all its cells, in whatever order the columns stand. */
  private tellersOf(cells: readonly string[]): string[] | undefined {
    if (this.mapping.key !== undefined) {
      const key = this.keyIn(cells);
      return key === undefined ? undefined : [key];
    }
    return this.headers
      .map((header, index) => JSON.stringify([header, cells[index]?.trim() ?? '']))
      .toSorted();
  }

  private keyIn(cells: readonly string[]): string | undefined {
    const { key } = this.mapping;
    const text = key === undefined ? undefined : cells[this.headers.indexOf(key)]?.trim();
    return text === '' ? undefined : text;
  }

  private checked(row: RowConversion): Converted {
    const subject = row.run();
    const { values } = row;
    const wrong = row.objects.flatMap(findingsOf);
    const [first] = wrong;
    if (first !== undefined) values.problems.push({ line: values.line, fault: 'not-valid', text: first });
    const problems = values.problems;
    if (subject === undefined || problems.some(isRefusal)) {
      return { line: values.line, objects: [], subject: undefined, problems };
    }
    const objects = row.objects.filter(({ id }) => !this.made.has(id));
    for (const { id } of objects) this.made.add(id);
    return { line: values.line, objects, subject, problems };
  }
}

/** What the rules of STIX and of the project's extensions find wrong. */
function findingsOf(object: StixObject): string[] {
  const timed = isTimed(object) ? { ...object, created: epoch, modified: epoch } : object;
  const extensions = Object.entries((object['extensions'] ?? {}) as JsonObject);
  return [
    ...validateObject(timed).errors,
    ...extensions.flatMap(([id, content]: [string, Json]) => checkExtension(id, content, 'extensions')),
  ].map(({ path, message }) => `${path} ${message}`);
}

const epoch = '2000-01-01T00:00:00.000Z';
const observables = new Set([
  'file',
  'url',
  'domain-name',
  'email-addr',
  'ipv4-addr',
  'ipv6-addr',
  'mac-addr',
]);

/** Whether its type has `created` and `modified`: cyber-observables have not. */
export const isTimed = ({ type }: { type: string }): boolean => !observables.has(type);
