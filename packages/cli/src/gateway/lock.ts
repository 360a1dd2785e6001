/** What no other process may do meanwhile in an agreement: two answers at once could pass the quota. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { Failure } from '@entente/core/failure';
import { textIfThere } from '../files.ts';

/**
 * Does the work while the file at `path` is there. What a killed process of this machine left is taken over.
 * @throws Failure `locked` where another process has it
 */
export async function alone<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  if (held.has(path)) throw lockedBy(path);
  held.add(path);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await take(path);
    try {
      return await work();
    } finally {
      await rm(path);
    }
  } finally {
    held.delete(path);
  }
}

/** What this process has or is about to take, by path: a dead one may have had the same number. */
const held = new Set<string>();

async function take(path: string): Promise<void> {
  if (await isTaken(path)) return;
  await removeLeft(path);
  if (!(await isTaken(path))) throw lockedBy(path);
}

const own = (): string => `${process.pid} ${hostname()}\n`;

const lockedBy = (path: string): Failure =>
  new Failure('locked', `Another process is at work here. If there is none, remove ${path}.`);

async function isTaken(path: string): Promise<boolean> {
  try {
    await writeFile(path, own(), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Two that find the same dead one: only who has the second file looks again and removes the first. */
async function removeLeft(path: string): Promise<void> {
  const sweeping = `${path}-sweep`;
  if (!(await isTaken(sweeping))) throw lockedBy(sweeping);
  try {
    const holder = (await textIfThere(path)) ?? '';
    if (isDead(holder)) await rm(path, { force: true });
  } finally {
    await rm(sweeping);
  }
}

/** A file without its end is being written, or its writer was killed just then: that is for a person to say. */
function isDead(holder: string): boolean {
  const [, pid, host] = /^(\d+) (.+)\n$/.exec(holder) ?? [];
  if (pid === undefined || host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
