import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readlink, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nativeFolder, serverUser } from './native.ts';

const library = join('lib', 'libicuuc.so.60');

describe('the PostgreSQL that is installed', () => {
  let folder: string;
  let native: string;
  let dataFolder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-native-'));
    await chmod(folder, 0o755);
    dataFolder = join(folder, 'data');
    native = join(folder, 'native');
    await mkdir(dataFolder, { mode: 0o755 });
    await cp(await nativeFolder(dataFolder, undefined), native, { recursive: true, verbatimSymlinks: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('gets the links that a skipped install script did not make', async () => {
    await unlink(join(native, library));
    expect(await nativeFolder(dataFolder, undefined, { native, version: '18.4' })).toBe(native);
    expect(await readlink(join(native, library))).toBe('libicuuc.so.60.2');
  });

  test.skipIf(process.getuid?.() !== 0)(
    'is copied into the data folder where its user cannot reach it',
    async () => {
      await unlink(join(native, library));
      await chmod(native, 0o700);
      const used = await nativeFolder(dataFolder, serverUser(), { native, version: '18.4' });
      expect(used).toBe(join(dataFolder, 'postgresql-18.4'));
      const said = execFileSync(join(used, 'bin', 'postgres'), ['--version'], {
        ...serverUser(),
        encoding: 'utf8',
      });
      expect(said).toMatch(/^postgres \(PostgreSQL\) 18\./);
    },
  );
});
