/** A file of results, a line each, that a run which was cut off goes on from. */
import { appendFile } from 'node:fs/promises';
import type { Screened } from '@entente/contract/screening';
import { Failure } from '@entente/core/failure';
import { wholeLines } from '../files.ts';
import { print } from '../output.ts';

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
  await appendFile(path, '').catch(unwritten);
  return {
    there: await wholeLines(path).catch(unwritten),
    write: (items) =>
      appendFile(path, items.map((item) => `${JSON.stringify(item)}\n`).join('')).catch(unwritten),
  };
}
