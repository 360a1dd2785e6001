import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of its own that runs a script: for rules about two processes, and about killed ones. */
export interface ScriptProcess {
  readonly child: ChildProcess;
  /** the next line that it writes, or undefined at its end */
  line(): Promise<string | undefined>;
  /** its exit code, or the signal that ended it */
  readonly ended: Promise<number | string>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the text of an ES module from the repository's root; imports of `@entente/…` find the sources. */
export function startScript(source: string, env: Readonly<Record<string, string>> = {}): ScriptProcess {
  const args = ['--import', 'tsx', '--conditions=source', '--input-type=module', '--eval', source];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? signal ?? ''));
  });
  const line = async (): Promise<string | undefined> => {
    const next = await lines.next();
    return next.done ? undefined : next.value;
  };
  return { child, line, ended };
}
