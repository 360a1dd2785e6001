/** Submissions before anything of the cell is asked: slices of what was sent, each examined. */
import type { Prepared } from '@entente/core/release/prepare';
import type { Puttable } from '@entente/store/contribution/puttable';
import {
  analyseAll,
  judgeAll,
  type Contributor,
  type Examined,
  type Incoming,
  type Statements,
} from './examine.ts';
import { raise } from './stix/raise.ts';

/**
 * Objects that were sent, examined: nothing of the cell was changed for them yet.
 * @typeParam One its objects, as they came or as they are written
 */
export interface Submission<One extends Puttable = Puttable> {
  examined: Examined<One>;
  /** Of each object that was sent, where what it became begins and ends among the examined. */
  places: readonly [start: number, end: number][];
}

/** Objects examined before those before them are told; the first are fewer, so that work on them begins at once. */
const [firstSlice, slice] = [300, 1000];

/** Every object is validated before the first slice is told: statements among the last ones count for the first. */
export async function* slicesOf(
  incoming: readonly Incoming[],
  { lookUp, secret }: Contributor,
): AsyncGenerator<Submission<Prepared>> {
  const parts = incoming.map((one) => partsOf(one, secret));
  const statements: Statements = new Map();
  const answers = await judgeAll(parts.flat(), statements, lookUp);
  let told = 0;
  for (let start = 0, end = firstSlice; start < parts.length; [start, end] = [end, end + slice]) {
    const some = parts.slice(start, end);
    const flat = some.flat();
    const examined = await analyseAll(flat, answers.slice(told, told + flat.length), statements);
    told += flat.length;
    yield { examined, places: placesOf(some) };
  }
}

/** A bundle is no object, of whatever version: the validator says so. */
const partsOf = (incoming: Incoming, secret: Uint8Array): Incoming[] =>
  isBundle(incoming.value) ? [incoming] : raise(incoming, secret);

const isBundle = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'bundle';

/** Of each object, where its parts begin and end among all. */
function placesOf(parts: readonly (readonly Incoming[])[]): [start: number, end: number][] {
  let start = 0;
  return parts.map(({ length }) => [start, (start += length)]);
}
