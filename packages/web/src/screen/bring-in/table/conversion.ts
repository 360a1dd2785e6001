/** The conversion of a table on its own thread, as a promise that can be ended. */
import { heldOf } from './held.ts';
import { TableError } from './read.ts';
import type { FromWorker, ToWorker } from './worker.ts';
import type { Made, Order, Progress } from './work.ts';

/**
 * @throws TableError where the file cannot be read; the reason of `signal` where it is ended
 */
export async function convertTable(
  order: Order,
  source: string,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Made> {
  const ask = await heldOf(source, order.member);
  signal.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const send = (message: ToWorker): void => worker.postMessage(message);
  try {
    return await new Promise<Made>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if ('progress' in data) tell(data.progress);
        else if ('ask' in data) ask(data.ask).then((held) => send({ held }), reject);
        else if ('made' in data) resolve(data.made);
        else if ('unreadable' in data) reject(new TableError(data.unreadable, undefined));
        else reject(new Error(data.fault));
      };
      send({ order });
    });
  } finally {
    worker.terminate();
  }
}
