/**
 * Demonstrations of a test run: each is founded and filled once, and every file of tests has a copy of its own.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startDemonstration, type Demonstration } from '@entente/cli/demonstration/run';
import { alone } from '../database.ts';
import { testFolder } from '../database-server.ts';

/** Starts a copy; closing it removes the copy. */
export async function openDemonstration(
  empty: boolean,
  settings: Readonly<Record<string, string>>,
): Promise<Demonstration> {
  const kept = await keptFolder(empty);
  const folder = await mkdtemp(join(testFolder(), 'demonstration-'));
  const clean = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await promisify(execFile)('cp', ['-a', `${kept}/.`, folder]);
    const running = await start(empty, folder, settings);
    return { ...running, close: () => running.close().then(clean) };
  } catch (error) {
    await clean();
    throw error;
  }
}

/** The first to need it makes it. */
async function keptFolder(empty: boolean): Promise<string> {
  const folder = join(testFolder(), empty ? 'empty-demonstration' : 'demonstration');
  await alone(empty ? 2 : 3, async () => {
    const isThere = await stat(folder).then(
      () => true,
      () => false, // nobody has needed it yet
    );
    if (isThere) return;
    const draft = `${folder}.draft`;
    await rm(draft, { recursive: true, force: true });
    await (await start(empty, draft, {})).close();
    await rename(draft, folder);
  });
  return folder;
}

const start = (
  empty: boolean,
  dataFolder: string,
  settings: Readonly<Record<string, string>>,
): Promise<Demonstration> =>
  startDemonstration({ empty, port: 0, dataFolder, logLevel: 'warn', settings, onProgress: () => undefined });
