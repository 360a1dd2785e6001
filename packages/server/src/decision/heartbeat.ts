/** Beats while the hub is there, so that it knows afterwards when it was out of reach. */
import { beat } from '@entente/store/decision/writer';
import type { Cell } from '../cell.ts';

/** Milliseconds. */
const interval = 5000;

/**
 * Notes how long the hub was away, and beats from now on.
 * @returns ends the beating
 */
export async function startHeartbeat({ database, world, log }: Cell): Promise<() => void> {
  await beat(database.writer, world.now(), true);
  const timer = setInterval(() => {
    beat(database.writer, world.now(), false).catch((error: unknown) => {
      log.error({ err: error }, 'a heartbeat failed: if it lasts, silences that end now are given more time');
    });
  }, interval);
  timer.unref();
  return () => clearInterval(timer);
}
