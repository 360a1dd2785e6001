/** `entente backup` and `entente restore`: one sealed file with the database and the keys. */
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { Failure } from '@entente/core/failure';
import { readConfig } from '@entente/server/config';
import {
  backUpCell,
  restoreCell,
  type BackupProgress,
  type BackupSecret,
  type BackupSummary,
} from '@entente/server/backup';
import { print, printJson, say } from '../output.ts';

interface SecretOptions {
  passphraseFile?: string;
  keyFile?: string;
  json?: boolean;
}

function withSecret(command: Command): Command {
  return command
    .option('--passphrase-file <file>', 'a file whose first line is the passphrase, of 12 characters or more')
    .option('--key-file <file>', 'a file of 32 bytes or more, kept apart from the backup')
    .option('--json', 'print what was done as one line of JSON');
}

export function backupCommand(): Command {
  const command = new Command('backup')
    .summary('write the whole cell into one sealed file')
    .description(
      'Writes the database as it is at one instant, and the keys, into a new file that only the passphrase or the\n' +
        'key file opens. The cell may run meanwhile. Reads the same settings as `entente start`.',
    )
    .argument('<file>', 'the file to write; it must not exist')
    .addHelpText('after', '\nExample:\n  $ entente backup cell.backup --key-file /media/keys/backup.key')
    .action(writeBackup);
  return withSecret(command);
}

export function restoreCommand(): Command {
  const command = new Command('restore')
    .summary('restore a backup into an empty data folder')
    .description(
      'Checks the whole file, then restores it into a data folder and a database that hold no cell. A backup that\n' +
        'is damaged, cut short or of another passphrase changes nothing.',
    )
    .argument('<file>', 'the backup')
    .addHelpText(
      'after',
      '\nExample:\n  $ ENTENTE_DATA_FOLDER=/var/lib/entente-new entente restore cell.backup --key-file backup.key',
    )
    .action(readBackup);
  return withSecret(command);
}

async function secretOf({ passphraseFile, keyFile }: SecretOptions): Promise<BackupSecret> {
  if ((passphraseFile === undefined) === (keyFile === undefined)) {
    throw new Failure('invalid', 'Give --passphrase-file or --key-file, one of them.');
  }
  if (keyFile !== undefined) return { keyFile };
  const [passphrase = ''] = (await readFile(passphraseFile ?? '', 'utf8')).split(/\r?\n/);
  return { passphrase };
}

async function writeBackup(file: string, options: SecretOptions): Promise<void> {
  const summary = await backUpCell(readConfig(process.env), file, await secretOf(options), progress());
  tell(summary, options, `Wrote ${summary.rows} rows of ${summary.tables} tables into ${file}.`);
}

async function readBackup(file: string, options: SecretOptions): Promise<void> {
  const summary = await restoreCell(readConfig(process.env), file, await secretOf(options), progress());
  tell(summary, options, `Restored ${summary.rows} rows of ${summary.tables} tables, as of ${summary.at}.`);
  if (options.json !== true) print('Feeds stay valid: clients go on polling where they were.');
}

function tell(summary: BackupSummary, { json }: SecretOptions, line: string): void {
  if (json === true) printJson(summary);
  else print(line);
}

/** A line on standard error for each table, where somebody looks. */
function progress(): ((at: BackupProgress) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  let last = '';
  return ({ step, name, done, of }) => {
    if (`${step} ${name}` === last) return;
    last = `${step} ${name}`;
    say(`${step} ${done}/${of} ${name}`);
  };
}
