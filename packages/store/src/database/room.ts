import { statfs } from 'node:fs/promises';
import { Failure } from '@entente/core/failure';

/** Below this PostgreSQL may be unable to write its log, and would stop; so acts are refused before. */
const leastFreeBytes = 256 * 1024 * 1024;

/** Bytes that this user may still write on the disk of the folder. */
export async function freeBytes(folder: string): Promise<number> {
  const disk = await statfs(folder);
  return disk.bavail * disk.bsize;
}

/**
 * Called before an act that writes.
 * @throws Failure `storage-full` where fewer than `least` bytes are free
 */
export async function assertRoom(dataFolder: string, least: number = leastFreeBytes): Promise<void> {
  const free = await freeBytes(dataFolder);
  if (free >= least) return;
  const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);
  throw new Failure(
    'storage-full',
    `Only ${megabytes(free)} MB are free where the data folder lies, and ${megabytes(least)} are needed: no more is written.`,
  );
}
