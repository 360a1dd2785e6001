/** `entente start`: the server. */
import { Command } from 'commander';
import { readConfig } from '@entente/server/config';
import { startServer } from '@entente/server/main';
import { print, say } from '../output.ts';
import { untilStopped } from '../signals.ts';

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

async function start(): Promise<void> {
  const server = await startServer(readConfig(process.env));
  print(`Entente serves at ${server.url}`);
  print(`  TAXII 2.1  ${new URL('/taxii2/', server.url).href}`);
  print(`  API        ${server.url}/api/docs`);
  if (server.firstLink !== undefined) {
    print(
      'There is no account yet. This one-time link makes the first one, good for a week or the next start:',
    );
    print(`  ${server.firstLink}`);
    print(`  entente login --link '${server.firstLink}'`);
  }
  await untilStopped(server);
  say('Stopped.');
}
