/** Measurements that want a process of their own: memory while importing, the first start. */
import { fork, spawn } from 'node:child_process';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readConfig } from '@entente/server/config';
import { importFile } from '@entente/server/ingest/import';
import { startServer } from '@entente/server/main';
import { admitMember } from '@entente/store/coalition/writer';
import { nativeFolder, serverUser } from '@entente/store/database/native';
import { runToEnd } from '@entente/store/database/server-process';
import { callerOf } from '../world/play.ts';
import { median, type Figure } from './figures.ts';
import { bundleOf, catalogue } from './objects.ts';
import { memberIds } from './plan.ts';
import { makeFolder, openStand } from './stand.ts';

const host = memberIds[0] as string;
const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/** What a child of this file is asked to do, by its first argument. */
export type Task = 'import' | 'serve';

interface Told {
  idle?: number;
  peak?: number;
  objects?: number;
  socket?: string;
}

/** In the child: imports so many bytes and tells the memory of the process before and at most. */
export async function importInChild(bytes: number): Promise<void> {
  const stand = await openStand();
  await stand.cell.act(callerOf('hub'), 'admit', {}, (change) =>
    admitMember(change, { id: host, name: 'Host', kind: 'nation', identity: `identity--${host}` }),
  );
  await stand.cell.settle();
  const idle = process.memoryUsage().rss;
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
  const report = await importFile(stand.cell, callerOf(host), {
    source: bundleOf(catalogue(0x6667, bytes)),
    name: 'large',
    strict: false,
    dryRun: false,
  });
  clearInterval(watch);
  process.send?.({ idle, peak, objects: report.added } satisfies Told);
  await stand.close();
}

/** In the child: starts a server in a folder that has nothing yet, and tells where it listens. */
export async function serveInChild(folder: string): Promise<void> {
  const listen = join(folder, 'socket');
  const server = await startServer(
    readConfig({ ENTENTE_DATA_FOLDER: folder, ENTENTE_LISTEN: listen, ENTENTE_LOG_LEVEL: 'silent' }),
  );
  process.send?.({ socket: listen } satisfies Told);
  process.once('message', () => void server.close().then(() => process.disconnect()));
}

function inChild(
  main: string,
  task: Task,
  argument: string,
): { told: Promise<Told>; end: () => Promise<void> } {
  const child = fork(main, ['--child', task, argument], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const told = new Promise<Told>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the child ended with ${code}`)));
  });
  const end = async (): Promise<void> => {
    if (child.connected) child.send('end');
    await ended;
  };
  return { told, end };
}

/** Memory of the process above idle while a file comes in. */
export async function measureMemory(main: string, gigabytes: number): Promise<Figure[]> {
  const began = performance.now();
  const { told, end } = inChild(main, 'import', String(gigabytes * 1e9));
  const { idle = 0, peak = 0, objects = 0 } = await told;
  const seconds = Math.round((performance.now() - began) / 1000);
  await end();
  return [
    {
      what: `memory above idle while importing ${gigabytes} GB`,
      product: megabytes(peak - idle),
      unit: 'MB',
      target: 400,
      note: `idle ${megabytes(idle)} MB; ${objects} objects in ${seconds} s`,
    },
  ];
}

const rounds = 5;

/** From nothing to the first answer, against initdb and postgres alone. */
export async function measureStart(main: string): Promise<Figure[]> {
  const runs: { floor: number; product: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    runs.push({ floor: await startBare(), product: await startWhole(main) });
  }
  return [
    {
      what: 'first start to first answer',
      floor: median(runs.map(({ floor }) => floor)),
      product: median(runs.map(({ product }) => product)),
      target: 4,
    },
  ];
}

async function startWhole(main: string): Promise<number> {
  const folder = await makeFolder();
  const began = performance.now();
  const { told, end } = inChild(main, 'serve', folder);
  const { socket = '' } = await told;
  await answerFrom(socket);
  const time = performance.now() - began;
  await end();
  await rm(folder, { recursive: true, force: true });
  return time;
}

/** Any answer will do: who has no account yet is told to sign in. */
function answerFrom(socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ socketPath, path: '/taxii2/' }, (answer) => answer.resume().on('end', resolve)).on('error', reject);
  });
}

async function startBare(): Promise<number> {
  const folder = await makeFolder();
  const user = serverUser();
  const native = await nativeFolder(folder, user);
  const cluster = join(folder, 'bare');
  await mkdir(cluster, { mode: 0o777 });
  await chmod(cluster, 0o777);
  const began = performance.now();
  const data = join(cluster, 'data');
  await runToEnd(
    join(native, 'bin', 'initdb'),
    ['-D', data, '--auth=trust', '--username=bare', '--data-checksums'],
    user,
  );
  const settings = ['-c', `unix_socket_directories=${cluster}`, '-c', 'listen_addresses='];
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...settings], {
    ...user,
    stdio: 'ignore',
  });
  while (!(await answers(cluster))) await sleep(5);
  const time = performance.now() - began;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await ended;
  await rm(folder, { recursive: true, force: true });
  return time;
}

async function answers(socketFolder: string): Promise<boolean> {
  const client = new pg.Client({ host: socketFolder, user: 'bare', database: 'postgres' });
  try {
    await client.connect();
    await client.query('select 1');
    await client.end();
    return true;
  } catch {
    return false; // not yet
  }
}
