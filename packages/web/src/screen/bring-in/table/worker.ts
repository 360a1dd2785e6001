/** The thread on which tables are turned into STIX, so that the page goes on answering. */
import { TableError } from './read.ts';
import type { Held } from './version.ts';
import { makeBundle, type Made, type Order, type Progress } from './work.ts';

export type ToWorker = { order: Order } | { held: ReadonlyMap<string, Held> };
export type FromWorker =
  { progress: Progress } | { ask: string[] } | { made: Made } | { unreadable: number } | { fault: string };

const scope = self as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

let answer: ((held: ReadonlyMap<string, Held>) => void) | undefined;

scope.onmessage = ({ data }) => {
  if ('held' in data) answer?.(data.held);
  else void run(data.order);
};

async function run(order: Order): Promise<void> {
  try {
    const made = await makeBundle(order, ask, (progress) => scope.postMessage({ progress }));
    scope.postMessage({ made });
  } catch (error) {
    if (error instanceof TableError) scope.postMessage({ unreadable: error.line });
    else scope.postMessage({ fault: error instanceof Error ? error.message : String(error) });
  }
}

function ask(ids: string[]): Promise<ReadonlyMap<string, Held>> {
  return new Promise((resolve) => {
    answer = resolve;
    scope.postMessage({ ask: ids });
  });
}
