/** The command line as processes of its own: as it was built, which `npm test` does first. */
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const command = `${repository}packages/cli/bin/entente.js`;

/** What is set for a command; nothing of the developer's own settings or profile is. */
type Settings = Readonly<Record<string, string>>;

export interface Ran {
  code: number | string;
  out: string;
  error: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** The next line of standard output; `undefined` at its end. */
  line(): Promise<string | undefined>;
  /** How it ended, with all that it said on standard error. */
  readonly ended: Promise<{ code: number | string; error: string }>;
}

/** Starts a command that goes on. */
export function startCommand(words: readonly string[], settings: Settings = {}): Running {
  const { PATH = '', TMPDIR = tmpdir() } = process.env;
  const child = spawn(process.execPath, [command, ...words], {
    cwd: repository,
    env: { PATH, TMPDIR, HOME: '/nonexistent', XDG_CONFIG_HOME: '/nonexistent', NO_COLOR: '1', ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<{ code: number | string; error: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? '', error }));
  });
  const line = async (): Promise<string | undefined> => {
    const next = await lines.next();
    return next.done === true ? undefined : next.value;
  };
  return { child, line, ended };
}

/** Runs a command to its end. */
export async function run(words: readonly string[], settings: Settings = {}, input = ''): Promise<Ran> {
  const running = startCommand(words, settings);
  running.child.stdin?.end(input);
  const lines: string[] = [];
  for (let line = await running.line(); line !== undefined; line = await running.line()) lines.push(line);
  return { ...(await running.ended), out: lines.map((line) => `${line}\n`).join('') };
}
