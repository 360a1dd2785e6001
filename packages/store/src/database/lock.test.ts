import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startScript } from '@entente/testkit/script';
import { lockFolder } from './lock.ts';
import { thisProcess } from './process-identity.ts';

const holder = `
  import { lockFolder } from '@entente/store/database/lock';
  try {
    await lockFolder(process.env.FOLDER);
    console.log('held');
    process.stdin.resume();
    process.stdin.on('end', () => process.exit());
  } catch (error) {
    console.log(error.code + ': ' + error.message);
    process.exit();
  }`;

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a second process is told which process holds the folder, and changes nothing in it', async () => {
    const lock = await lockFolder(folder);
    const before = await readdir(join(folder, 'lock'));
    const second = startScript(holder, { FOLDER: folder });
    expect(await second.line()).toContain(`locked: The data folder is in use by process ${process.pid} `);
    expect(await readdir(join(folder, 'lock'))).toEqual(before);
    await lock.release();
    expect(await readdir(join(folder, 'lock'))).toEqual([]);
  });

  test('the lock of a process that was killed is taken over', async () => {
    const first = startScript(holder, { FOLDER: folder });
    expect(await first.line()).toBe('held');
    await expect(lockFolder(folder)).rejects.toThrow(String(first.child.pid));
    first.child.kill('SIGKILL');
    await first.ended;
    await (await lockFolder(folder)).release();
  });

  test('a process that took over the number of a dead one does not hold its lock', async () => {
    await plant(folder, { ...thisProcess(), started: 'long ago' });
    await (await lockFolder(folder)).release();
  });

  test('the lock of an earlier boot of this machine is taken over', async () => {
    await plant(folder, { ...thisProcess(), place: 'an-earlier-boot pid:[1]' });
    await (await lockFolder(folder)).release();
  });

  test('a holder in another container holds as long as it gives beats', async () => {
    const { place } = thisProcess();
    const claim = await plant(folder, {
      ...thisProcess(),
      pid: 7,
      place: `${place.split(' ')[0]} pid:[1]`,
      host: 'other',
    });
    const beat = setInterval(() => void utimes(claim, new Date(), new Date()), 500);
    await expect(lockFolder(folder)).rejects.toThrow('process 7 on other');
    clearInterval(beat);
  });

  test('of many processes that start at once over a dead one, exactly one holds the folder', async () => {
    await plant(folder, { ...thisProcess(), started: 'long ago' });
    const rivals = Array.from({ length: 6 }, () => startScript(holder, { FOLDER: folder }));
    const said = await Promise.all(rivals.map((rival) => rival.line()));
    expect(said.filter((line) => line === 'held')).toHaveLength(1);
    expect(said.filter((line) => line?.startsWith('locked: '))).toHaveLength(5);
    for (const rival of rivals) rival.child.stdin?.end();
    await Promise.all(rivals.map((rival) => rival.ended));
  });

  test('of many calls at once in one process, exactly one holds the folder', async () => {
    const calls = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
    expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const names = await readdir(join(folder, 'lock'));
    expect(JSON.parse(await readFile(join(folder, 'lock', names[0] ?? ''), 'utf8'))).toEqual(thisProcess());
  });
});

/** As if another process had left its claim. */
async function plant(folder: string, identity: ReturnType<typeof thisProcess>): Promise<string> {
  await (await lockFolder(folder)).release();
  const claim = join(folder, 'lock', 'claim-7-planted');
  await writeFile(claim, JSON.stringify(identity));
  await writeFile(join(folder, 'lock', 'held-7-planted'), '');
  return claim;
}
