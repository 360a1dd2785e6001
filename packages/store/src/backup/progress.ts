import type { Manifest, OnProgress } from './manifest.ts';

/** Counts what passes by, and tells it. */
export interface Telling {
  begin(manifest: Manifest): void;
  more(name: string, length: number): void;
  each(name: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer>;
  next(name: string): void;
  bytes(): number;
}

export function tellProgress(step: 'check' | 'restore', onProgress: OnProgress = () => undefined): Telling {
  let of = 0;
  let done = 0;
  let bytes = 0;
  const more = (name: string, length: number): void => {
    bytes += length;
    onProgress({ step, name, done, of, bytes });
  };
  return {
    begin: ({ tables, files }) => {
      of = tables.length + files.length;
    },
    more,
    each: async function* (name, pieces) {
      for await (const piece of pieces) {
        more(name, piece.length);
        yield piece;
      }
    },
    next: (name) => {
      done++;
      more(name, 0);
    },
    bytes: () => bytes,
  };
}
