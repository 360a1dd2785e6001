/** Stopping: the first signal ends the work, the second does not wait for it. */
import { exitCodes } from './exit.ts';
import { say, sayError } from './output.ts';

interface Stoppable {
  close(): Promise<void>;
  readonly ended: Promise<void>;
}

/** Waits until the process is told to stop, or the database is gone; then closes. */
export async function untilStopped(server: Stoppable): Promise<void> {
  const signalled = new Promise<'signal'>((resolve) => {
    let count = 0;
    const stop = (): void => {
      count += 1;
      if (count > 1) {
        say('Stopped at once. The next start puts right what was left.');
        process.exit(exitCodes.unavailable);
      }
      say('Stopping: requests under way are ended first. Once more stops at once.');
      resolve('signal');
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  });
  const end = await Promise.race([signalled, server.ended.then(() => 'ended' as const)]);
  await server.close().catch(sayError);
  if (end === 'ended') {
    say('The embedded PostgreSQL ended and could not be started again.');
    process.exitCode = exitCodes.unavailable;
  }
}
