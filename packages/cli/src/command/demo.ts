/** `entente demo`: a coalition to look at. */
import { Command, InvalidArgumentError } from 'commander';
import type { DemoOptions } from '../demonstration/demonstrate.ts';

export function demoCommand(): Command {
  return new Command('demo')
    .summary('start a coalition with invented records, to look at')
    .description(
      'Starts a cell of its own with thirty-five members and invented records, says member by member what is\n' +
        'seen and why, has the 29th nation accede by silence, shows three views side by side at /demo, and serves until it is stopped.',
    )
    .option('--json', 'print one line of JSON when it is ready: address, members, their logins and tokens')
    .option('--empty', 'members and accounts, no records')
    .option('--port <number>', 'where to listen (8017, or a free port where that is taken)', portOf)
    .option('--data <folder>', 'keep the cell in this folder (a temporary one that is removed)')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente demo\n  $ entente demo --empty --port 8018 --data ./coalition\n  $ entente demo --json | head -1',
    )
    .action(async (options: DemoOptions) => {
      // The server is loaded here: no other command waits for it.
      const { demonstrate } = await import('../demonstration/demonstrate.ts');
      await demonstrate(options);
    });
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}
