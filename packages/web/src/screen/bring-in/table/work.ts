/**
 * Turning a whole table into a file of STIX, a slice of rows at a time: what is written goes into pieces that the
 * browser keeps on disk when they grow, so that a large table is never in memory.
 */
import type { StixObject } from '@entente/core/stix/types';
import { Conversion, isRefusal, type Converted } from './convert.ts';
import type { Mapping } from './mapping.ts';
import { rowsOf, type Reading } from './read.ts';
import type { Problem, Row } from './row.ts';
import { versionOf, type Held } from './version.ts';

export interface Order {
  file: Blob;
  reading: Reading;
  mapping: Mapping;
  member: string;
  /** Time of new versions, as STIX writes it. */
  now: string;
}

export interface Progress {
  rows: number;
  objects: number;
}

export interface Made {
  bundle: Blob;
  rows: number;
  refused: number;
  /** Rows that stand in the file more than once. */
  repeated: number;
  objects: number;
  /** The first thousand, and how many there are. */
  problems: Problem[];
  told: number;
}

/** The latest own versions of those of these objects that were put in before. */
export type Ask = (ids: string[]) => Promise<ReadonlyMap<string, Held>>;

const slice = 500;
const mostProblems = 1000;
/** Characters of one piece. */
const piece = 1_000_000;

/** @throws TableError where the file cannot be read */
export async function makeBundle(
  { file, reading, mapping, member, now }: Order,
  ask: Ask,
  tell: (progress: Progress) => void,
): Promise<Made> {
  const desk = new Desk();
  let conversion: Conversion | undefined;
  let waiting: Converted[] = [];
  const write = async (): Promise<void> => {
    const objects = waiting.flatMap((one) => one.objects);
    const held = await ask(objects.map(({ id }) => id));
    for (const object of objects) desk.write(versionOf(object, held.get(object.id), now));
    waiting.forEach((one) => desk.count(one));
    waiting = [];
    tell({ rows: desk.made.rows, objects: desk.made.objects });
  };
  for await (const row of rowsOf(file, reading)) {
    if (conversion === undefined) {
      conversion = new Conversion(member, mapping, headersOf(row));
      continue;
    }
    waiting.push(conversion.convert(row));
    if (waiting.length === slice) await write();
  }
  await write();
  return desk.end();
}

/** Headers of the first row; those that are empty or stand twice are told apart by their place. */
export function headersOf({ cells }: Row): string[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const text = cell.trim();
    const header = text === '' || seen.has(text) ? `${text} (${index + 1})`.trim() : text;
    seen.add(header);
    return header;
  });
}

/** Writes the bundle, and counts. */
class Desk {
  readonly made = { rows: 0, refused: 0, repeated: 0, objects: 0, problems: [] as Problem[], told: 0 };
  private readonly pieces: Blob[] = [];
  private text = '{"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000000","objects":[\n';

  write(object: StixObject): void {
    this.text += `${this.made.objects === 0 ? '' : ',\n'}${JSON.stringify(object)}`;
    this.made.objects += 1;
    if (this.text.length >= piece) this.flush();
  }

  count({ subject, problems }: Converted): void {
    const { made } = this;
    made.rows += 1;
    if (problems.some(({ fault }) => fault === 'same-row')) made.repeated += 1;
    else if (subject === undefined || problems.some(isRefusal)) made.refused += 1;
    made.told += problems.length;
    made.problems.push(...problems.slice(0, mostProblems - made.problems.length));
  }

  end(): Made {
    this.text += '\n]}\n';
    this.flush();
    return { ...this.made, bundle: new Blob(this.pieces, { type: 'application/json' }) };
  }

  private flush(): void {
    this.pieces.push(new Blob([this.text]));
    this.text = '';
  }
}
