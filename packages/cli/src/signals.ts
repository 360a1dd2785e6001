/** Stopping: the first signal ends the work, the second does not wait for it. */
import { exitCodes } from './exit.ts';
import { say, sayError } from './output.ts';

interface Stoppable {
  close(): Promise<void>;
  readonly ended: Promise<void>;
}

/**
 * Starts something, and serves until the process is told to stop or the database is gone; then closes. A
 * signal during the start is heard once it stands.
 */
export async function serveUntilStopped<Server extends Stoppable>(
  start: () => Promise<Server>,
  whileServing: (server: Server) => Promise<void>,
): Promise<void> {
  const signalled = listenForSignals();
  const server = await start();
  const failed = whileServing(server).then(
    () => new Promise<never>(() => undefined),
    (error: Error) => error,
  );
  const ended = server.ended.then(() => 'ended' as const);
  const end = await Promise.race([signalled, failed, ended]);
  await server.close().catch(sayError);
  if (end === 'signal') return say('Stopped.');
  if (end !== 'ended') throw end;
  say('The embedded PostgreSQL ended and could not be started again.');
  process.exitCode = exitCodes.unavailable;
}

/** Hears the first signal that tells the process to stop; the second ends it. */
export function listenForSignals(): Promise<'signal'> {
  return new Promise((resolve) => {
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
    process.on('SIGTERM', stop).on('SIGINT', stop).on('SIGHUP', stop);
  });
}
