import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '@entente/testkit/database';
import { migrate } from '../database/migrate.ts';
import type { Migration } from '../database/migrate.ts';
import type { Database } from '../database/open.ts';
import { backup } from './backup.ts';
import type { BackupProgress, BackupSummary } from './manifest.ts';
import { checkBackup, restore } from './restore.ts';
import { createKeyFile } from './secret.ts';
import type { BackupSecret } from './secret.ts';

const at = '2017-05-25T00:00:00Z';

/** Every trait that rows moved table by table could stumble over. */
const first: Migration = {
  name: '001-first',
  up: async (client) => {
    await client.query(`
      CREATE TABLE member (id text PRIMARY KEY, chief text, seeded boolean NOT NULL DEFAULT false);
      CREATE TABLE person (
        no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, member text NOT NULL REFERENCES member,
        name text, length int GENERATED ALWAYS AS (length(name)) STORED, body jsonb, raw bytea, seen timestamptz, aliases text[]);
      ALTER TABLE member ADD FOREIGN KEY (chief) REFERENCES member DEFERRABLE INITIALLY DEFERRED;
      CREATE TABLE act (no int, of text) PARTITION BY RANGE (no);
      CREATE TABLE act_early PARTITION OF act FOR VALUES FROM (0) TO (100);
      CREATE TABLE act_late PARTITION OF act DEFAULT;
      CREATE SEQUENCE case_number START 500;
      CREATE TABLE "odd ""name" ("select" int);
      INSERT INTO member VALUES ('host', 'host', true);
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'acts are only added by the cell'; END $$;
      CREATE TRIGGER guarded BEFORE UPDATE OR DELETE OR TRUNCATE ON person EXECUTE FUNCTION refuse();`);
  },
};
const second: Migration = {
  name: '002-second',
  up: async (client) => {
    await client.query(`ALTER TABLE person ADD COLUMN grade int; UPDATE member SET seeded = false`);
  },
};

async function fill(database: Database): Promise<void> {
  await migrate(database.writer, [first], at);
  await database.writer.query(`
    INSERT INTO member VALUES ('aaland', 'borland'), ('borland', 'aaland');
    INSERT INTO act SELECT n, 'host' FROM generate_series(1, 300) AS n;
    SELECT nextval('case_number'), nextval('case_number');
    INSERT INTO "odd ""name" VALUES (7)`);
  await database.writer.query(
    `INSERT INTO person (member, name, body, raw, seen, aliases)
     SELECT 'aaland', 'Person ' || n || E'\\t\\n\\\\N ' || repeat('محمد', n % 50), jsonb_build_object('n', n / 3.0),
       sha256(n::text::bytea), '2017-05-25 10:00:00.123456+02'::timestamptz + n * interval '1 microsecond',
       ARRAY['a,b', NULL, '"' || n]
     FROM generate_series(1, 6000) AS n`,
  );
  await database.writer.query(`INSERT INTO person (member) VALUES ('host')`);
}

/** Everything that the database holds, as text. */
async function contents(database: Database): Promise<unknown[]> {
  const all = [];
  for (const table of ['member', 'person', 'act_early', 'act_late', '"odd ""name"', 'migration']) {
    const { rows } = await database.writer.query(`SELECT t::text FROM ${table} AS t ORDER BY 1`);
    all.push(rows);
  }
  const { rows } = await database.writer.query(
    `SELECT sequencename, last_value FROM pg_sequences ORDER BY sequencename`,
  );
  const { rows: keys } = await database.writer.query(
    `SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY conname`,
  );
  return [...all, rows, keys];
}

describe('a backup', () => {
  let source: Database;
  let target: Database;
  let folder: string;
  let file: string;
  let secret: BackupSecret;
  beforeAll(async () => {
    source = await freshDatabase({ migrated: false });
    await fill(source);
    folder = await mkdtemp(join(tmpdir(), 'entente-backup-'));
    await writeFile(join(folder, 'signing.key'), 'a key of the cell');
    file = join(folder, 'cell.backup');
    await createKeyFile(join(folder, 'backup.key'));
    await backup({
      database: source,
      out: file,
      secret: (secret = { keyFile: join(folder, 'backup.key') }),
      at,
      files: [join(folder, 'signing.key')],
    });
  });
  afterAll(async () => {
    await source.close();
    await rm(folder, { recursive: true });
  });
  let filesTo: string;
  beforeEach(async () => {
    target = await freshDatabase({ migrated: false });
    filesTo = await mkdtemp(join(folder, 'restored-'));
  });
  afterEach(() => target.close());

  const into = (from: string, migrations = [first], opener = secret): Promise<BackupSummary> =>
    restore({ database: target, from, secret: opener, migrations, at, filesTo });
  const expectNothingWritten = async (): Promise<void> => {
    const { rows } = await target.writer.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
    );
    expect(rows).toEqual([]);
    expect(await readdir(filesTo)).toEqual([]);
  };
  const damaged = async (change: (bytes: Buffer) => Buffer): Promise<string> => {
    const path = join(filesTo, '..', `damaged-${randomBytes(4).toString('hex')}`);
    await writeFile(path, change(await readFile(file)));
    return path;
  };

  test('restored into an empty cell gives every row, number, key and file again', async () => {
    const summary = await into(file);
    expect(await contents(target)).toEqual(await contents(source));
    expect(summary.rows).toBe(6000 + 1 + 3 + 300 + 1 + 1);
    expect(await readFile(join(filesTo, 'signing.key'), 'utf8')).toBe('a key of the cell');
    expect((await stat(join(filesTo, 'signing.key'))).mode & 0o777).toBe(0o600);
    const { rows } = await target.writer.query(`SELECT nextval('case_number') AS next`);
    expect(rows).toEqual([{ next: 502 }]);
    await expect(target.writer.query('TRUNCATE person')).rejects.toThrow('acts are only added by the cell');
    expect((await target.reader.query('SELECT count(*) FROM person')).rows).toEqual([{ count: 6001 }]);
  });

  test('of an older release is brought to this one', async () => {
    await into(file, [first, second]);
    const { rows } = await target.writer.query('SELECT count(grade) AS graded, count(*) FROM person');
    expect(rows).toEqual([{ graded: 0, count: 6001 }]);
  });

  test('of a newer release is refused', async () => {
    await expect(into(file, [])).rejects.toMatchObject({ code: 'incompatible' });
    await expectNothingWritten();
  });

  test('whose following migration fails is not restored at all', async () => {
    const failing: Migration = {
      name: '002-failing',
      up: async (client) => void (await client.query('SELECT 1/0')),
    };
    await expect(into(file, [first, failing])).rejects.toThrow('division by zero');
    await expectNothingWritten();
  });

  test('of tables that this release makes otherwise is refused', async () => {
    const other: Migration = {
      name: '001-first',
      up: async (client) => void (await client.query('CREATE TABLE member (id text)')),
    };
    await expect(into(file, [other])).rejects.toMatchObject({ code: 'incompatible' });
    await expectNothingWritten();
  });

  test('of which a row breaks a rule of this release is not restored at all', async () => {
    const strict: Migration = {
      name: '001-first',
      up: async (client) => {
        await first.up(client);
        await client.query('ALTER TABLE person ADD CHECK (no < 3000)');
      },
    };
    await expect(into(file, [strict])).rejects.toThrow('person_no_check');
    await expectNothingWritten();
  });

  test('is refused by a cell that is not empty, which stays as it is', async () => {
    await target.writer.query('CREATE TABLE mine (no int); INSERT INTO mine VALUES (1)');
    await expect(into(file)).rejects.toMatchObject({ code: 'conflict' });
    expect((await target.writer.query('SELECT no FROM mine')).rows).toEqual([{ no: 1 }]);
    expect(await readdir(filesTo)).toEqual([]);
  });

  test('is refused where another key file stands in its place, which stays as it is', async () => {
    await writeFile(join(filesTo, 'signing.key'), 'another key');
    await expect(into(file)).rejects.toMatchObject({ code: 'conflict' });
    expect(await readFile(join(filesTo, 'signing.key'), 'utf8')).toBe('another key');
  });

  test('opens with its passphrase only, however its letters are composed', async () => {
    const out = join(folder, 'accents.backup');
    await backup({ database: source, out, secret: { passphrase: 'été à Évian-les-Bains' }, at });
    await expect(into(out, [first], { passphrase: 'été à Evian-les-Bains' })).rejects.toMatchObject({
      code: 'unauthenticated',
      message: 'The passphrase is not that of this backup.',
    });
    await expect(into(out)).rejects.toThrow('opens with a passphrase, not with a key file');
    await expectNothingWritten();
    await into(out, [first], { passphrase: 'été à Évian-les-Bains'.normalize('NFD') });
    expect(await contents(target)).toEqual(await contents(source));
  });

  test('opens with its key file only', async () => {
    const other = join(folder, 'other.key');
    await createKeyFile(other);
    await expect(into(file, [first], { keyFile: other })).rejects.toMatchObject({ code: 'unauthenticated' });
    await expectNothingWritten();
  });

  test('is refused a passphrase that is soon guessed', async () => {
    const out = join(folder, 'weak.backup');
    await expect(backup({ database: source, out, secret: { passphrase: '0123456789' }, at })).rejects.toThrow(
      'at least 12 characters',
    );
  });

  test('cut at any place is refused', async () => {
    const { size } = await stat(file);
    const body = (await readFile(file)).indexOf('\n', 20) + 1;
    const chunk = 65536 + 16;
    const places = [
      0,
      10,
      body - 1,
      body,
      body + 5,
      body + 16,
      body + chunk,
      body + chunk * 2,
      size - 17,
      size - 1,
    ];
    for (const place of places.filter((length) => length < size)) {
      const path = await damaged((bytes) => bytes);
      await truncate(path, place);
      await expect(into(path)).rejects.toMatchObject({ code: 'invalid' });
    }
    await expectNothingWritten();
  });

  test('with a byte changed anywhere is refused', async () => {
    const { size } = await stat(file);
    const places = Array.from({ length: 16 }, (_, index) => Math.floor((index * (size - 1)) / 15));
    for (const place of places) {
      const path = await damaged((bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        return bytes;
      });
      await expect(into(path)).rejects.toMatchObject({
        code: expect.stringMatching(/^(invalid|incompatible|unauthenticated)$/) as string,
      });
    }
    await expectNothingWritten();
  });

  test('with bytes added, or chunks swapped, is refused', async () => {
    const body = (await readFile(file)).indexOf('\n', 20) + 1;
    const chunk = 65536 + 16;
    const added = await damaged((bytes) => Buffer.concat([bytes, Buffer.from('x')]));
    const swapped = await damaged((bytes) =>
      Buffer.concat([
        bytes.subarray(0, body),
        bytes.subarray(body + chunk, body + chunk * 2),
        bytes.subarray(body, body + chunk),
        bytes.subarray(body + chunk * 2),
      ]),
    );
    for (const path of [added, swapped]) await expect(into(path)).rejects.toMatchObject({ code: 'invalid' });
    await expectNothingWritten();
  });

  test('shows nothing of what it holds', async () => {
    const bytes = await readFile(file);
    for (const word of ['aaland', 'person', 'signing']) expect(bytes.includes(word)).toBe(false);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('is never written over another file, and leaves none where it fails', async () => {
    const before = await readFile(file);
    await expect(backup({ database: source, out: file, secret, at })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await readFile(file)).equals(before)).toBe(true);
    const files = [join(folder, 'no such file')];
    const out = join(filesTo, 'failed.backup');
    await expect(backup({ database: source, out, secret, at, files })).rejects.toThrow();
    expect(await readdir(filesTo)).toEqual([]);
  });

  test('that cannot be written to its end fails, and the database serves on', async () => {
    let room = 100_000;
    const full = new Writable({
      write: (bytes: Buffer, _encoding, done) => {
        room -= bytes.length;
        done(room < 0 ? Object.assign(new Error('no space left'), { code: 'ENOSPC' }) : null);
      },
    });
    const attempt = backup({ database: source, out: full, secret, at });
    await expect(attempt).rejects.toMatchObject({ code: 'storage-full' });
    expect((await source.writer.query('SELECT count(*) FROM act')).rows).toEqual([{ count: 300 }]);
    expect(source.writer.totalCount - source.writer.idleCount).toBe(0);
  });

  test('is of one instant, whatever is written meanwhile', async () => {
    const out = join(filesTo, '..', 'meanwhile.backup');
    let busy: Promise<unknown> | undefined;
    const onProgress = ({ name }: BackupProgress): void => {
      if (name === 'act_early')
        busy ??= source.writer.query(`INSERT INTO member VALUES ('celand', 'celand')`);
    };
    await backup({ database: source, out, secret, at, onProgress });
    await busy;
    await source.writer.query(`DELETE FROM member WHERE id = 'celand'`);
    await into(out);
    expect(await contents(target)).toEqual(await contents(source));
  });

  test('tells how far it is, to the end', async () => {
    const told: BackupProgress[] = [];
    await checkBackup({ from: file, secret, onProgress: (step) => told.push(step) });
    expect(told.at(-1)).toMatchObject({ step: 'check', done: 7, of: 7 });
    expect(told.every(({ bytes }, index) => bytes >= (told[index - 1]?.bytes ?? 0))).toBe(true);
  });
});
