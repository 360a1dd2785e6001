import { startTestServer } from './database-server.ts';

/** Called by vitest before the first test; what it gives back is called after the last. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer();
  return () => server.stop();
}
