/** Runs the importer in a process of its own, and kills it. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A line of the importer. */
export interface Told {
  /** Objects of the file, from its beginning, that are durable. */
  acknowledged: number;
  postgres?: string;
  done?: { added: number; unchanged: number; rejected: number; idle: number; peak: number };
}

/** Which process is killed: the cell's, its PostgreSQL, or both at once as when power is lost. */
export type Victim = 'cell' | 'postgres' | 'both';

export interface RunOptions {
  folder: string;
  /** Makes the file: the same number gives the same bytes. */
  space: number;
  bytes: number;
  /** Milliseconds after the import began; absent, it runs to its end. */
  killAfter?: number | undefined;
  victim?: Victim;
}

const isSource = import.meta.url.endsWith('.ts');
const importer = fileURLToPath(new URL(isSource ? './importer.ts' : './importer.js', import.meta.url));
const flags = isSource ? ['--import', 'tsx', '--conditions=source'] : [];

/**
 * Imports the file in a process of its own, until its end or until it is killed.
 * @returns the last thing that it told
 */
export async function runImporter(options: RunOptions): Promise<Told> {
  const { folder, space, bytes, killAfter, victim = 'cell' } = options;
  const child = spawn(process.execPath, [...flags, importer, folder, String(space), String(bytes)], {
    stdio: ['ignore', 'pipe', killAfter === undefined ? 'inherit' : 'ignore'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let last: Told = { acknowledged: 0 };
  let timer: NodeJS.Timeout | undefined;
  const kill = async (): Promise<void> => {
    if (victim !== 'postgres') child.kill('SIGKILL');
    if (victim !== 'cell') process.kill(await postmasterOf(folder), 'SIGKILL');
  };
  let killed: Promise<void> | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    last = { ...last, ...(JSON.parse(line) as Told) };
    if (killAfter === undefined || timer !== undefined) continue;
    timer = setTimeout(() => {
      killed = kill().catch(ignoreGone);
    }, killAfter);
  }
  const code = await exited;
  clearTimeout(timer);
  await killed;
  if (killAfter === undefined && code !== 0) throw new Error(`the importer ended with ${code}`);
  return last;
}

async function postmasterOf(folder: string): Promise<number> {
  const [line = ''] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return Number(line);
}

/** It may have come to its end just before. */
function ignoreGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ESRCH' && error.code !== 'ENOENT') throw error;
}
