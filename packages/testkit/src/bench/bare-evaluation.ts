/** The bare operations of an output: mapped to the group and multiplied, as a thread of its own or in this one. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import sodium from 'libsodium-wrappers-sumo';

/** Maps to the group as RFC 9380 does with SHA-512: two rounds of the hash before it. */
export function mapped(turn: number): Uint8Array {
  const first = createHash('sha512').update(Buffer.alloc(128)).update(String(turn)).digest();
  return sodium.crypto_core_ristretto255_from_hash(createHash('sha512').update(first).digest());
}

/** Milliseconds that so many take when that many threads share them: those of the thread that takes longest. */
export async function bareEvaluation(count: number, threads: number): Promise<number> {
  const times = await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(new URL(import.meta.url), { workerData: Math.ceil(count / threads) });
      const [milliseconds] = (await once(worker, 'message')) as [number];
      return milliseconds;
    }),
  );
  return Math.max(...times);
}

if (!isMainThread) {
  await sodium.ready;
  const scalar = sodium.crypto_core_ristretto255_scalar_random();
  const began = performance.now();
  for (let turn = 0; turn < Number(workerData); turn += 1)
    sodium.crypto_scalarmult_ristretto255(scalar, mapped(turn));
  parentPort?.postMessage(performance.now() - began);
}
