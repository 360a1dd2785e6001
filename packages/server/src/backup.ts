/** Backups of a cell: its database and its keys in one sealed file. */
import { existsSync } from 'node:fs';
import type { BackupProgress, BackupSummary } from '@entente/store/backup/manifest';
import { backup } from '@entente/store/backup/backup';
import { restore } from '@entente/store/backup/restore';
import { createKeyFile, type BackupSecret } from '@entente/store/backup/secret';
import { Failure } from '@entente/core/failure';
import { joinDatabase, openDatabase } from '@entente/store/database/open';
import { migrations } from '@entente/store/migrations/index';
import type { Config } from './config.ts';
import { keyFile } from './keys.ts';

export type { BackupProgress, BackupSummary, BackupSecret };
export { createKeyFile };

const databaseOf = ({ dataFolder, databaseUrl }: Config) =>
  databaseUrl === undefined ? { dataFolder } : { dataFolder, url: databaseUrl };

/** Writes a backup, while the cell runs or when it is stopped. */
export async function backUpCell(
  config: Config,
  out: string,
  secret: BackupSecret,
  onProgress?: (progress: BackupProgress) => void,
): Promise<BackupSummary> {
  const keys = keyFile(config.dataFolder);
  if (!existsSync(keys)) throw new Failure('not-found', `There is no cell in ${config.dataFolder}.`);
  const database = await openDatabase(databaseOf(config)).catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'locked') return joinDatabase(databaseOf(config));
    throw error;
  });
  try {
    const at = new Date().toISOString();
    return await backup({ database, out, secret, at, files: [keys], ...(onProgress && { onProgress }) });
  } finally {
    await database.close();
  }
}

/**
 * Restores a backup into a data folder that holds no cell. Feeds stay valid: their dates come from the clock,
 * so whatever is released from now on is dated after all that was served before.
 */
export async function restoreCell(
  config: Config,
  from: string,
  secret: BackupSecret,
  onProgress?: (progress: BackupProgress) => void,
): Promise<BackupSummary> {
  const { dataFolder } = config;
  if (existsSync(keyFile(dataFolder))) {
    throw new Failure('conflict', `${dataFolder} holds a cell already. Restore into an empty folder.`);
  }
  const database = await openDatabase(databaseOf(config));
  try {
    const at = new Date().toISOString();
    return await restore({
      database,
      from,
      secret,
      migrations,
      at,
      filesTo: dataFolder,
      ...(onProgress && { onProgress }),
    });
  } finally {
    await database.close();
  }
}
