/** Backups of a cell, taken while it runs or while it is stopped, and restored into an empty one. */
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { backup } from '@entente/store/backup/backup';
import type { BackupSummary, OnProgress } from '@entente/store/backup/manifest';
import { restore } from '@entente/store/backup/restore';
import { createKeyFile, type BackupSecret } from '@entente/store/backup/secret';
import { joinDatabase, openDatabase, type Database } from '@entente/store/database/open';
import { Failure } from '@entente/core/failure';
import { migrations } from '@entente/store/migrations/index';
import type { Config } from './config.ts';
import { keyFile } from './keys.ts';

export { createKeyFile };
export type { BackupProgress, BackupSummary } from '@entente/store/backup/manifest';
export type { BackupSecret } from '@entente/store/backup/secret';

const databaseOf = ({ dataFolder, databaseUrl }: Config) => ({
  dataFolder,
  ...(databaseUrl === undefined ? {} : { url: databaseUrl }),
});

/**
 * Writes one sealed file with all of a cell, its keys included.
 * @throws Failure as `backup`; `not-found` where the data folder holds no cell
 */
export async function backupCell(
  config: Config,
  out: string,
  secret: BackupSecret,
  onProgress: OnProgress,
): Promise<BackupSummary> {
  const keys = keyFile(config.dataFolder);
  const isCell = await stat(keys).then(
    () => true,
    () => false, // told below
  );
  if (!isCell) {
    const remedy = 'ENTENTE_DATA_FOLDER names the folder of another.';
    throw new Failure('not-found', `There is no cell in ${config.dataFolder}. ${remedy}`);
  }
  const database = await runningOrOpened(config);
  try {
    const at = new Date().toISOString();
    return await backup({ database, out, secret, at, files: [keys], onProgress });
  } finally {
    await database.close();
  }
}

/** The database of a running cell, or, where none runs, the folder's own for as long as this takes. */
async function runningOrOpened(config: Config): Promise<Database> {
  try {
    return await joinDatabase(databaseOf(config));
  } catch (error) {
    const isStopped = error instanceof Failure && error.code === 'unavailable';
    if (!isStopped || config.databaseUrl !== undefined) throw error;
    return openDatabase(databaseOf(config));
  }
}

/**
 * Restores a backup into an empty cell.
 * @param feedsStay whether cursors that readers hold stay good: true only where nothing happened in the cell
 * after the backup. Otherwise a new epoch of feeds begins, and readers are asked to begin anew.
 * @throws Failure as `restore`; then nothing was written
 */
export async function restoreCell(
  config: Config,
  from: string,
  secret: BackupSecret,
  { feedsStay, onProgress }: { feedsStay: boolean; onProgress: OnProgress },
): Promise<BackupSummary> {
  const { dataFolder } = config;
  const database = await openDatabase(databaseOf(config));
  try {
    const at = new Date().toISOString();
    const summary = await restore({
      database,
      from,
      secret,
      migrations,
      at,
      filesTo: dataFolder,
      onProgress,
    });
    if (!feedsStay) await database.writer.query('update cell set feed_epoch = $1', [randomUUID()]);
    return summary;
  } finally {
    await database.close();
  }
}
