import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '@entente/testkit/database';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../migrations/index.ts';
import { backup } from './backup.ts';
import { checkBackup, restore } from './restore.ts';

test('the tables of this release can be backed up and restored, and have no more to migrate', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-release-'));
  const secret = { keyFile: join(folder, 'a.key') };
  await writeFile(secret.keyFile, 'k'.repeat(32));
  const [source, target] = await Promise.all([freshDatabase(), freshDatabase({ migrated: false })]);
  const at = '2017-05-25T00:00:00Z';
  const from = join(folder, 'cell.backup');
  const written = await backup({ database: source, out: from, secret, at });
  expect((await checkBackup({ from, secret })).tables).toHaveLength(written.tables);
  const restored = await restore({ database: target, from, secret, migrations, at, filesTo: folder });
  expect(restored.rows).toBe(written.rows);
  expect(await migrate(target.writer, migrations, at)).toEqual([]);
  await Promise.all([source.close(), target.close()]);
  await rm(folder, { recursive: true });
});
