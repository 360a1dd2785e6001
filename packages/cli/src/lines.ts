/** Lines of a stream of text, without their ends. */
import { createInterface } from 'node:readline';

export const linesOf = (input: NodeJS.ReadableStream): AsyncIterable<string> =>
  createInterface({ input, crlfDelay: Infinity });
