import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@entente/core/failure';
import type { ServerUser } from './native.ts';

/** One run of the server's main process. */
export interface ServerProcess {
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  /** the end of its log, for the person who must find out why it failed */
  lastWords(): string;
  /** Fast shutdown, and a harder one where that takes too long (PostgreSQL 18.5). */
  stop(): Promise<void>;
}

/** Nothing of our environment reaches PostgreSQL: its variables would change what it does. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
/** What ends a connection or the server, except what a start and a stop bring by themselves. */
const worthTelling = /(?:FATAL|PANIC): (?!.*(?:starting up|shutting down|administrator command))/;
const linesKept = 40;
const patience = 30_000;

export function spawnServer(
  native: string,
  cluster: string,
  settings: Readonly<Record<string, string>>,
  user: ServerUser | undefined,
  log: (line: string) => void,
): ServerProcess {
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', cluster, ...set], {
    ...user,
    env: environment,
    cwd: '/',
    detached: true, // Ctrl-C at a terminal is ours to handle; we stop the server after the last transaction
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > linesKept) lines.shift();
    if (worthTelling.test(line)) log(line);
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => lines.push(error.message));
    child.on('close', () => {
      over = true;
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      if (over) return;
      child.kill(signal);
      const waiting = new AbortController();
      await Promise.race([
        ended,
        sleep(patience, undefined, { signal: waiting.signal }).catch(() => undefined),
      ]);
      waiting.abort();
    }
  };
  return { ended, hasEnded: () => over, lastWords: () => lines.join('\n'), stop };
}

/**
 * Runs a program of PostgreSQL to its end and gives what it wrote.
 * @throws Failure `unavailable` with its complaint
 */
export function runToEnd(
  program: string,
  args: readonly string[],
  user: ServerUser | undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { ...user, env: environment, cwd: '/' }, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else reject(new Failure('unavailable', `${program} failed: ${stderr || error.message}`, error));
    });
  });
}
