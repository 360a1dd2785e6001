/** The demonstration: a cell of its own, founded, filled and served. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from '@entente/core/failure';
import { readConfig } from '@entente/server/config';
import { startServer, type RunningServer } from '@entente/server/main';
import type { OpenCell } from '@entente/server/open-cell';
import { textIfThere } from '../files.ts';
import { accede } from './accession.ts';
import { exchange } from './exchange.ts';
import { memberOf } from './members.ts';
import type { DemonstrationAccount } from './people.ts';
import { playStory } from './play.ts';
import { servePage } from './serve-page.ts';
import { demonstrationActs } from './story.ts';

export interface DemonstrationOptions {
  /** Members and accounts, no records. */
  empty: boolean;
  /** 0 for any free one. */
  port: number;
  /** Kept when it ends; a temporary folder, removed when it ends, where it is left out. */
  dataFolder: string | undefined;
  logLevel: string;
  /** Settings of a cell besides its own, as the environment has them. */
  settings?: Readonly<Record<string, string>>;
  onProgress: (done: number, of: number) => void;
}

export interface Demonstration extends RunningServer {
  open: OpenCell;
  accounts: readonly DemonstrationAccount[];
  /** Of every account, for signing in. */
  password: string;
}

/** What a kept demonstration remembers beside its cell. */
interface Kept {
  password: string;
  accounts: readonly DemonstrationAccount[];
}

/** Starts it; it serves when this returns. @throws Failure `conflict` for the folder of another cell */
export async function startDemonstration(options: DemonstrationOptions): Promise<Demonstration> {
  const folder = await folderFor(options.dataFolder);
  const config = readConfig({
    ...options.settings,
    ENTENTE_DATA_FOLDER: folder,
    ENTENTE_LISTEN: `127.0.0.1:${options.port}`,
    ENTENTE_NAME: 'Entente demonstration',
    ENTENTE_LOG_LEVEL: options.logLevel,
    // So that whoever tries it need not wait a minute.
    ENTENTE_LEDGER_CADENCE: '5',
  });
  let kept: Kept = { password: '', accounts: [] };
  let opened: OpenCell | undefined;
  const clean = async (): Promise<void> => {
    if (options.dataFolder === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const server = await startServer(config, {
      prepare: (app, open) => servePage(app, open, () => kept.accounts),
      beforeListening: async (open) => {
        opened = open;
        kept = (await readKept(folder)) ?? (await play(open, folder, options));
      },
    });
    const close = (): Promise<void> => server.close().then(clean);
    return { ...server, ...kept, open: opened as OpenCell, close };
  } catch (error) {
    await clean();
    throw error;
  }
}

/** PostgreSQL of root runs as nobody, which must be able to walk down to the folder. */
async function folderFor(asked: string | undefined): Promise<string> {
  if (asked === undefined) {
    const isRoot = process.getuid?.() === 0;
    return mkdtemp(join(isRoot ? '/tmp' : tmpdir(), 'entente-demo-'));
  }
  const folder = resolve(asked);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const isCell = await stat(join(folder, 'keys.json')).then(
    () => true,
    () => false, // no cell yet
  );
  if (isCell && (await readKept(folder)) === undefined) {
    throw new Failure('conflict', `${folder} is the folder of a cell that is no demonstration.`);
  }
  return folder;
}

const keptFile = (folder: string): string => join(folder, 'demonstration.json');

async function readKept(folder: string): Promise<Kept | undefined> {
  const text = await textIfThere(keptFile(folder));
  return text === undefined ? undefined : (JSON.parse(text) as Kept);
}

async function play(
  open: OpenCell,
  folder: string,
  { empty, onProgress }: DemonstrationOptions,
): Promise<Kept> {
  const acts = demonstrationActs({ empty });
  const password = randomBytes(9).toString('base64url');
  const host = memberOf('alliance').id;
  const onAct = (done: number): void => onProgress(done, acts.length);
  const { accounts } = await playStory(open, acts, { host, password, onAct });
  await accede(open, accounts, { empty });
  if (!empty) await exchange(open, accounts);
  const kept: Kept = { password, accounts };
  await writeFile(keptFile(folder), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return kept;
}
