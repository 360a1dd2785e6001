import type { Prepared } from '@entente/core/release/prepare';
import { laidOut, readBack } from '../database/copy.ts';

/** A prepared object, its texts as such or laid out for the store already. */
export type Puttable = Prepared<string | Uint8Array>;

/**
 * Lays out the texts of prepared objects where there is time for it: in the thread that examines them.
 * @returns the objects, and the memory that holds all their texts
 */
export function layOut(objects: readonly Prepared[]): { objects: Puttable[]; memory: ArrayBuffer } {
  const { pieces, memory } = laidOut(
    objects.flatMap(({ text, words }) => [text, ...words.map((entry) => entry.words)]),
  );
  let at = 0;
  const next = (): Uint8Array => pieces[at++] as Uint8Array;
  const puttable = objects.map((object) => {
    const text = next();
    const words = object.words.map(({ parts }) => ({ parts, words: next() }));
    return Object.assign(object as Puttable, { text, words });
  });
  return { objects: puttable, memory };
}

/** The text of an object, laid out or not. */
export const textOf = ({ text }: Puttable): string => (typeof text === 'string' ? text : readBack(text));
