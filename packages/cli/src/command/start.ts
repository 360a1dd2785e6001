/** `entente start`: the server. */
import { Command } from 'commander';
import type { RunningServer } from '@entente/server/main';
import { print } from '../output.ts';
import { serveUntilStopped } from '../signals.ts';

export function startCommand(): Command {
  return new Command('start')
    .summary('start the cell and serve until stopped')
    .description(
      'Starts the cell and serves until it is stopped (SIGTERM, Ctrl-C). Settings come from the environment:\n' +
        'docs/operation.md lists them. None is needed to try it.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente start\n  $ ENTENTE_DATA_FOLDER=/var/lib/entente ENTENTE_LISTEN=127.0.0.1:8017 entente start',
    )
    .action(start);
}

/** The server is loaded here: no other command waits for it. */
async function start(): Promise<void> {
  const { readConfig } = await import('@entente/server/config');
  const { startServer } = await import('@entente/server/main');
  await serveUntilStopped(() => startServer(readConfig(process.env)), tell);
}

async function tell({ url, firstLink }: RunningServer): Promise<void> {
  print(`Entente serves at ${url}`);
  print(`  TAXII 2.1  ${new URL('/taxii2/', url).href}`);
  print(`  API        ${url}/api/docs`);
  if (firstLink === undefined) return;
  print(
    'There is no account yet. This one-time link makes the first one, good for a week or until the next start:',
  );
  print(`  ${firstLink}`);
  print(`  entente login --link '${firstLink}'`);
}
