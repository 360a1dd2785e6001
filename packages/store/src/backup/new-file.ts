import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '@entente/core/failure';

/**
 * Writes a file that appears whole or not at all, on the disk for good, readable by its owner only; never
 * over another.
 *
 * @throws Failure `conflict` where the path is taken
 */
export async function writeNewFile(path: string, pieces: AsyncIterable<Buffer>): Promise<number> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  let length = 0;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      for await (const piece of pieces) {
        await file.writeFile(piece);
        length += piece.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await nameOnce(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Failure('conflict', `${path} exists already; nothing was written over it.`, error);
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
  return length;
}

/** By link, which fails where the path is taken; on disks that have no links, over an empty file of ours. */
async function nameOnce(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
    const reserved = await open(path, 'wx', 0o600);
    await reserved.close();
    await rename(draft, path);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
