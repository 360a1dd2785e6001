import { expect, test } from 'vitest';
import type { ServerProcess } from './server-process.ts';
import { supervise } from './supervise.ts';

/** A server that ends when it is told to, or at once. */
function server(endsAtOnce: boolean): ServerProcess {
  let end: () => void = () => undefined;
  let over = endsAtOnce;
  const ended = new Promise<void>((resolve) => {
    end = () => {
      over = true;
      resolve();
    };
  });
  if (endsAtOnce) end();
  return { ended, hasEnded: () => over, lastWords: () => '', stop: async () => end() };
}

test('a server that ends again and again, or cannot be started, is left stopped, and that is told', async () => {
  const told: string[] = [];
  let launches = 0;
  const launch = async (): Promise<ServerProcess> => {
    if (++launches % 2 === 0) throw new Error('no room');
    return server(true);
  };
  let cleaned = false;
  const clean = async (): Promise<void> => {
    cleaned = true;
  };
  await supervise(server(true), launch, clean, (line) => told.push(line)).ended;
  expect(launches).toBe(5);
  expect(told.at(-1)).toBe('PostgreSQL ended 6 times and is left stopped.');
  expect(told).toContain('no room');
  expect(cleaned).toBe(true);
});

test('a server that is stopped while it is started again does not go on', async () => {
  const second = server(false);
  let launched: () => void = () => undefined;
  const launching = new Promise<void>((resolve) => (launched = resolve));
  const launch = async (): Promise<ServerProcess> => {
    launched();
    return second;
  };
  const supervised = supervise(
    server(true),
    launch,
    async () => undefined,
    () => undefined,
  );
  await launching;
  await supervised.stop();
  expect(second.hasEnded()).toBe(true);
});
