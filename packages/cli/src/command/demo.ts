/** `entente demo`: a coalition to look at. */
import { Command, InvalidArgumentError } from 'commander';
import cliProgress from 'cli-progress';
import pc from 'picocolors';
import { Failure } from '@entente/core/failure';
import { print, printJson, say } from '../output.ts';
import { serveUntilStopped } from '../signals.ts';
import { startDemonstration, type Demonstration } from '../demonstration/run.ts';
import { tellAccession, tellExchange, tellOthers, tellWatched } from '../demonstration/tell.ts';
import { memberOf } from '../demonstration/members.ts';

interface DemoOptions {
  json?: boolean;
  empty?: boolean;
  port?: number;
  data?: string;
}

const usualPort = 8017;

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
    .action(demo);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}

async function demo({ json = false, empty = false, port, data }: DemoOptions): Promise<void> {
  const tell = json ? say : print;
  say('A coalition is being founded…');
  await serveUntilStopped(
    () => start(port, data, empty),
    async (running) => {
      if (json) printJson(describe(running));
      if (!empty) {
        const { open, accounts } = running;
        for (const line of await tellWatched(open, accounts)) tell(line);
        for (const line of await tellOthers(open, accounts)) tell(line);
        for (const line of await tellAccession(open, accounts)) tell(line);
        for (const line of await tellExchange(open, accounts)) tell(line);
      }
      for (const line of toTry(running)) tell(line);
    },
  );
}

async function start(
  port: number | undefined,
  data: string | undefined,
  empty: boolean,
): Promise<Demonstration> {
  const bar = process.stderr.isTTY
    ? new cliProgress.SingleBar({
        format: '{bar} {value}/{total} acts',
        stream: process.stderr,
        clearOnComplete: true,
      })
    : undefined;
  bar?.start(1, 0);
  const options = {
    empty,
    dataFolder: data,
    logLevel: process.env['ENTENTE_LOG_LEVEL'] ?? 'warn',
    onProgress: (done: number, of: number) => {
      bar?.setTotal(of);
      bar?.update(done);
    },
  };
  try {
    return await startDemonstration({ ...options, port: port ?? usualPort });
  } catch (error) {
    if (port !== undefined || !isTaken(error)) throw error;
    return await startDemonstration({ ...options, port: 0 });
  } finally {
    bar?.stop();
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Failure && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE';

/** The one line of JSON. */
const describe = ({ url, accounts }: Demonstration) => ({
  url,
  taxiiRoot: `${url}/taxii2/cell/`,
  members: accounts.map(({ id, name, user, token }) => ({ id, name, user, token })),
});

function toTry({ url, accounts, password }: Demonstration): string[] {
  const belgium = accounts.find(({ id }) => id === memberOf('belgium').id);
  if (belgium === undefined) return [];
  const { user, token } = belgium;
  return [
    '',
    pc.bold('Look and try'),
    `  ${url}/  the working place: sign in as ${user}; every account has the password ${password}`,
    `  ${url}/demo  three views side by side`,
    `  ${url}/api/docs  the API`,
    '  As Belgium, over TAXII 2.1:',
    `    curl -u '${user}:${token}' ${url}/taxii2/cell/collections/view/objects/`,
    '  As Belgium, at the command line:',
    `    export ENTENTE_URL=${url} ENTENTE_TOKEN=${token}`,
    '    npx entente search karim',
    '    npx entente explain identity--…',
    '',
    `The ${accounts.length} members’ logins and tokens: entente demo --json. Ctrl-C stops.`,
  ];
}
