import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';

export interface Supervised {
  /** fulfilled when the server is gone for good: stopped, or failed again and again */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const restartsAllowed = 5;
const pauseBeforeRestart = 500;
/** After so long a run, in milliseconds, earlier failures no longer count. */
const calm = 600_000;

/** Keeps a server running: what ends by itself is launched again, unless that happens again and again. */
export function supervise(
  first: ServerProcess,
  launch: () => Promise<ServerProcess>,
  atTheEnd: () => Promise<void>,
  log: (line: string) => void,
): Supervised {
  let current = first;
  let stopping = false;
  const relaunch = async (): Promise<void> => {
    log('PostgreSQL ended by itself and is started again.');
    await sleep(pauseBeforeRestart); // what is left of its processes must be gone
    if (stopping) return;
    current = await launch();
    if (stopping) await current.stop();
  };
  const keepRunning = async (): Promise<void> => {
    for (let failures = 0; failures <= restartsAllowed;) {
      const began = performance.now();
      await current.ended;
      if (stopping) return;
      failures = performance.now() - began > calm ? 1 : failures + 1;
      if (failures <= restartsAllowed) await relaunch().catch((error: Error) => log(error.message));
    }
    log(`PostgreSQL ended ${restartsAllowed + 1} times and is left stopped.`);
  };
  const ended = keepRunning().then(atTheEnd);
  const stop = async (): Promise<void> => {
    stopping = true;
    await current.stop();
    await ended;
  };
  return { ended, stop };
}
