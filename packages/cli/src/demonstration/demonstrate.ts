/** The demonstration at the terminal: who sees what and why, then what to try. */
import cliProgress from 'cli-progress';
import pc from 'picocolors';
import { Failure } from '@entente/core/failure';
import { print, printJson, say } from '../output.ts';
import { serveUntilStopped } from '../signals.ts';
import { memberOf } from './members.ts';
import { startDemonstration, type Demonstration } from './run.ts';
import { tellAccession, tellExchange, tellOthers, tellWatched } from './tell.ts';

export interface DemoOptions {
  json?: boolean;
  empty?: boolean;
  port?: number;
  data?: string;
}

const usualPort = 8017;

/** Founds it, tells who sees what, and serves until stopped. */
export async function demonstrate({ json = false, empty = false, port, data }: DemoOptions): Promise<void> {
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
