import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyFile, keysOf } from '@entente/server/keys';
import type { Database } from '@entente/store/database/open';
import { freshDatabase } from '../database.ts';

let database: Database;
let root: string;
beforeAll(async () => {
  database = await freshDatabase();
  root = mkdtempSync(join(tmpdir(), 'entente-keys-'));
});
afterAll(async () => {
  await database.close();
  rmSync(root, { recursive: true });
});

const folder = (name: string): string => join(root, name);
const incompatible = { status: 'rejected', reason: { code: 'incompatible' } };

test('of two first starts on one database with folders of their own, one makes the keys and the other is refused', async () => {
  const folders = ['one', 'two'].map(folder);
  const outcomes = await Promise.allSettled(folders.map((path) => keysOf(database.writer, path)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject(incompatible);
  const first = folders[outcomes.findIndex(({ status }) => status === 'fulfilled')] ?? '';
  const keys = await keysOf(database.writer, first);
  cpSync(first, folder('moved'), { recursive: true });
  expect(await keysOf(database.writer, folder('moved'))).toEqual(keys);
});

test('a folder without the keys of the cell is refused, and none are made in it', async () => {
  await expect(keysOf(database.writer, folder('empty'))).rejects.toMatchObject({ code: 'incompatible' });
  expect(existsSync(keyFile(folder('empty')))).toBe(false);
});
