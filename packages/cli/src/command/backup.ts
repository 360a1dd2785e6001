/** `entente backup`, `entente restore`: one sealed file with all of a cell. */
import cliProgress from 'cli-progress';
import { Command } from 'commander';
import type { BackupProgress, BackupSecret, BackupSummary } from '@entente/server/backup';
import { Failure } from '@entente/core/failure';
import { printJson, say } from '../output.ts';
import { readSecret } from '../secret-input.ts';

interface Sealed {
  passphraseFile?: string;
  keyFile?: string;
  json?: boolean;
}

const cellHelp = 'The cell is that of ENTENTE_DATA_FOLDER and DATABASE_URL, as for entente start.';

export function backupCommand(): Command {
  return new Command('backup')
    .summary('write all of a cell into one sealed file')
    .description(
      `Writes all of a cell, its keys included, into one sealed file, while it runs or while it is stopped.\n${cellHelp}`,
    )
    .argument('<file>', 'a file that does not exist yet')
    .option('--passphrase-file <file>', 'its first line is the passphrase, 12 characters or more')
    .option('--key-file <file>', 'a file that is kept apart from the backup; made where it does not exist')
    .option('--json', 'a line of JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente backup /mnt/safe/cell-2017-05-25.backup --key-file /root/entente.key',
    )
    .action(backup);
}

async function backup(file: string, options: Sealed): Promise<void> {
  const secret = await secretOf(options);
  if ('keyFile' in secret) await makeKeyFile(secret.keyFile);
  const { backupCell, readConfig } = await loaded();
  const summary = await withBar((onProgress) =>
    backupCell(readConfig(process.env), file, secret, onProgress),
  );
  tell(summary, options, `Written to ${file}, as of ${summary.at}.`);
}

export function restoreCommand(): Command {
  return new Command('restore')
    .summary('restore a sealed file into an empty cell')
    .description(
      'Checks a backup whole, and restores it into an empty data folder or database, or leaves that as it was.\n' +
        `A restored cell may show again what was recalled after the backup: look before members reach it.\n${cellHelp}`,
    )
    .argument('<file>', 'the backup')
    .option('--passphrase-file <file>', 'its first line is the passphrase')
    .option('--key-file <file>', 'the key file of the backup')
    .option('--feeds-stay', 'nothing happened in the cell after the backup: cursors of readers stay good')
    .option('--json', 'a line of JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ ENTENTE_DATA_FOLDER=/var/lib/entente entente restore cell.backup --key-file entente.key',
    )
    .action(restore);
}

async function restore(file: string, options: Sealed & { feedsStay?: boolean }): Promise<void> {
  const secret = await secretOf(options);
  const feedsStay = options.feedsStay === true;
  const { restoreCell, readConfig } = await loaded();
  const summary = await withBar((onProgress) =>
    restoreCell(readConfig(process.env), file, secret, { feedsStay, onProgress }),
  );
  tell(summary, options, `Restored as of ${summary.at}.`);
  say(
    feedsStay
      ? 'Feeds stay valid: readers go on from where they are.'
      : 'A new epoch of feeds has begun: cursors from before are refused, and readers begin anew.',
  );
}

/** What works on a cell's own database is loaded where it is wanted: no other command waits for it. */
const loaded = async () => ({
  ...(await import('@entente/server/backup')),
  ...(await import('@entente/server/config')),
});

async function secretOf({ passphraseFile, keyFile }: Sealed): Promise<BackupSecret> {
  if (passphraseFile !== undefined && keyFile !== undefined) {
    throw new Failure('invalid', 'Give a passphrase or a key file, not both.');
  }
  if (keyFile !== undefined) return { keyFile };
  return { passphrase: await readSecret(passphraseFile, 'Passphrase') };
}

async function makeKeyFile(path: string): Promise<void> {
  const { createKeyFile } = await loaded();
  try {
    await createKeyFile(path);
    say(`${path} is a new key. Without it the backup cannot be opened: keep it apart.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

async function withBar<Result>(
  work: (onProgress: (progress: BackupProgress) => void) => Promise<Result>,
): Promise<Result> {
  if (!process.stderr.isTTY) return work(() => undefined);
  const bar = new cliProgress.SingleBar({
    format: '{step} {bar} {name}',
    stream: process.stderr,
    hideCursor: true,
  });
  bar.start(1, 0, { step: '', name: '' });
  try {
    return await work(({ step, name, done, of }) => {
      bar.setTotal(of);
      bar.update(done, { step, name });
    });
  } finally {
    bar.stop();
  }
}

function tell(summary: BackupSummary, { json }: Sealed, line: string): void {
  if (json === true) return printJson(summary);
  say(`${line} ${summary.tables} tables, ${summary.rows} rows, ${Math.ceil(summary.bytes / 1024)} kB.`);
}
