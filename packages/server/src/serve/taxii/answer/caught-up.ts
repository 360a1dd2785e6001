import type { Caller } from '../../../caller.ts';
import type { Ports } from '../../ports.ts';

/** Milliseconds after which an answer waits no longer, and between two looks. */
const patience = 2000;
const pause = 50;

/**
 * Waits until the caller's feed has what was just done, so that whoever posts and then reads finds it. Where
 * the feeds are far behind, it gives up: they come in by themselves.
 */
export async function caughtUp(ports: Ports, caller: Caller): Promise<void> {
  const progress = () => ports.view(caller, (view) => view.progress());
  const late = AbortSignal.timeout(patience);
  const { last } = await progress();
  while (!late.aborted && (await progress()).drained < last) await nextFeed(ports);
}

/** The next change of the feeds, or a short while. */
function nextFeed(ports: Ports): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(done, pause);
    const forget = ports.onFeed(done);
  });
}
