/** A file of results, a line each, that a run which was cut off goes on from. */
import { createReadStream } from 'node:fs';
import { appendFile, truncate } from 'node:fs/promises';
import type { Screened } from '@entente/contract/screening';
import { Failure } from '@entente/core/failure';
import { print } from '../output.ts';

const newline = 0x0a;

export interface Results {
  /** How many are there already: of the list, they are passed over. */
  readonly there: number;
  write(items: readonly Screened[]): Promise<void>;
}

/** Results on standard output. */
export const printedResults: Results = {
  there: 0,
  write: (items) => {
    for (const item of items) print(JSON.stringify(item));
    return Promise.resolve();
  },
};

/**
 * Results in a file; a line that was cut off is written anew.
 * @throws Failure `invalid` where it cannot be written, now or later
 */
export async function keptResults(path: string): Promise<Results> {
  const unwritten = (error: Error): never => {
    throw new Failure('invalid', `${path} cannot be written: ${error.message}.`, error);
  };
  return {
    there: await wholeLines(path).catch(unwritten),
    write: (items) =>
      appendFile(path, items.map((item) => `${JSON.stringify(item)}\n`).join('')).catch(unwritten),
  };
}

/** How many lines are whole; what is behind the last of them is cut off. */
async function wholeLines(path: string): Promise<number> {
  await appendFile(path, '');
  let [lines, length, read] = [0, 0, 0];
  for await (const bytes of createReadStream(path) as AsyncIterable<Uint8Array>) {
    for (const [at, byte] of bytes.entries()) {
      if (byte === newline) [lines, length] = [lines + 1, read + at + 1];
    }
    read += bytes.length;
  }
  if (length < read) await truncate(path, length);
  return lines;
}
