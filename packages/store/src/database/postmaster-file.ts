import { execFileSync } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@entente/core/failure';
import { startOf } from './process-identity.ts';

/** How the socket folders that we make are called; none but those are ever removed. */
export const socketFolderPrefix = 'entente-db-';

/** What PostgreSQL notes of itself in postmaster.pid (miscadmin.h, LOCK_FILE_LINE_*). */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
}

export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  if (text === undefined) return undefined;
  const [pid = '', , , port = '', socketFolder = ''] = text.split('\n');
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder.trim() };
}

/**
 * Ends the server that a killed process of ours left running on this cluster, and removes what it left. To be
 * called only while the data folder is locked by us.
 *
 * @throws Failure `locked` where it cannot be ended
 */
export async function endOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const noted = await readPostmasterFile(cluster);
  if (!noted) return;
  if (await servesCluster(noted.pid, cluster)) {
    log(`Ending the PostgreSQL (process ${noted.pid}) that an earlier process left behind.`);
    await endProcess(noted.pid);
  }
  await untilNobodyServes(cluster);
  // PostgreSQL would refuse to start while the number it noted is another's, or that of a zombie.
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  const { socketFolder } = noted;
  if (basename(socketFolder).startsWith(socketFolderPrefix))
    await rm(socketFolder, { recursive: true, force: true });
}

/** Fast shutdown, then immediate shutdown (PostgreSQL 18.5). The next start recovers from the log. */
async function endProcess(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw new Failure(
        'locked',
        `PostgreSQL still runs as process ${pid} and cannot be ended by this user.`,
        error,
      );
    }
    for (let waited = 0; waited < 20_000; waited += 50) {
      if (startOf(pid) === undefined) return;
      await sleep(50);
    }
  }
  throw new Failure('locked', `PostgreSQL still runs as process ${pid} and does not end.`);
}

/** A server's processes work in its cluster's folder: that tells one from another with the same number. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (startOf(pid) === undefined) return false;
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined); // gone, or another user's
    return folder === (await realpath(cluster));
  }
  const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return command.includes(join(basename(dirname(cluster)), basename(cluster)));
}

/** The server's other processes end by themselves soon after the main one; until then they may still write. */
async function untilNobodyServes(cluster: string): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    if (!(await anybodyServes(cluster))) return;
    await sleep(50);
  }
  throw new Failure('locked', `Processes of an earlier PostgreSQL still work in ${cluster} and do not end.`);
}

async function anybodyServes(cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name) && (await servesCluster(Number(name), cluster))) return true;
  }
  return false;
}
