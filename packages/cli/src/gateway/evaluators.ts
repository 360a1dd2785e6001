/** Threads that evaluate texts under the key of an epoch. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { KeyPair } from '@entente/core/matching/oprf';

export interface Evaluator {
  /** The outputs of texts, 64 bytes each, in their order. */
  evaluate(texts: readonly string[]): Promise<Uint8Array>;
}

export interface Evaluators {
  readonly evaluators: readonly Evaluator[];
  close(): Promise<void>;
}

/** Opens so many threads; each has one piece at a time. */
export function openEvaluators(key: KeyPair, count: number): Evaluators {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./evaluation-thread.js', import.meta.url), { workerData: key }),
  );
  return {
    evaluators: workers.map((worker) => ({
      async evaluate(texts) {
        worker.postMessage(texts);
        // Rejects where the thread fails.
        const [outputs] = (await once(worker, 'message')) as [Uint8Array];
        return outputs;
      },
    })),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
