/** A file by steps, each examined and ready to be put in. */
import type { Prepared } from '@entente/core/release/prepare';
import type { Puttable } from '@entente/store/contribution/puttable';
import { examine, type Examined, type LookUp, type Statements } from '../examine.ts';
import type { Read } from './read.ts';

/**
 * A part of the file.
 * @typeParam One its objects, as they came or as they are written
 */
export interface Step<One extends Puttable = Puttable> {
  /** How many objects it had, whatever they were worth. */
  size: number;
  /** What could not be read at all. */
  problems: readonly { line: number; message: string }[];
  /** Of each object that could be read, the line where it begins. */
  lines: readonly number[];
  examined: Examined<One>;
}

/** A step holds at most this many objects, and this much text; the first ones less, so that work begins at once. */
const stepObjects = 2000;
const firstObjects = 500;
const stepLength = 4 * 1024 * 1024;

/** Examines what is read, step by step. Where the file breaks, what came before it is a step of its own. */
export async function* stepsOf(reads: AsyncIterable<Read>, lookUp: LookUp): AsyncGenerator<Step<Prepared>> {
  const statements: Statements = new Map();
  let step: Read[] = [];
  let length = 0;
  let most = firstObjects;
  try {
    for await (const one of reads) {
      step.push(one);
      length += 'object' in one ? one.object.text.length : 0;
      if (step.length < most && length < stepLength) continue;
      const whole = step;
      [step, length, most] = [[], 0, Math.min(2 * most, stepObjects)];
      yield await stepOf(whole, statements, lookUp);
    }
  } catch (error) {
    if (step.length > 0) yield await stepOf(step, statements, lookUp);
    throw error;
  }
  if (step.length > 0) yield await stepOf(step, statements, lookUp);
}

async function stepOf(
  reads: readonly Read[],
  statements: Statements,
  lookUp: LookUp,
): Promise<Step<Prepared>> {
  const readable = reads.filter((one) => 'object' in one);
  return {
    size: reads.length,
    problems: reads.flatMap((one) => ('problem' in one ? [{ line: one.line, message: one.problem }] : [])),
    lines: readable.map(({ line }) => line),
    examined: await examine(
      readable.map(({ object }) => object),
      statements,
      lookUp,
    ),
  };
}
