import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, startCommand, type Ran, type Running } from './process.ts';

let folder: string;
let settings: Record<string, string>;
let cell: Running;
let url: string;

/** Starts the cell; gives its address and, while there is no account, the one-time link. */
async function start(): Promise<{ address: string; link: string | undefined }> {
  cell = startCommand(['start'], settings);
  const address = (await cell.line())?.split(' ').at(-1) ?? '';
  for (const _ of ['TAXII', 'API']) await cell.line();
  const link = await Promise.race([cell.line().then(() => cell.line()), later()]);
  return { address, link: link?.trim() };
}

const later = (): Promise<undefined> => new Promise((resolve) => setTimeout(() => resolve(undefined), 500));

const entente = (...words: string[]): Promise<Ran> => run(words, settings);
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-cli-'));
  chmodSync(folder, 0o711); // PostgreSQL of root runs as nobody
  settings = {
    XDG_CONFIG_HOME: folder,
    ENTENTE_DATA_FOLDER: path('cell'),
    ENTENTE_LISTEN: '127.0.0.1:0',
    ENTENTE_METRICS_LISTEN: path('metrics.socket'),
  };
  writeFileSync(path('password'), 'seven grey herons\n');
  await entente('init', '--name', 'Norland', '--realm', 'norland.example');
  const { address, link = '' } = await start();
  url = address;
  const person = ['--login', 'anna', '--password-file', path('password')];
  await entente('login', '--url', url, '--link', link, ...person);
  await entente('account', 'change', 'anna', '--roles', 'administrator,secretary,analyst');
  await entente('login', '--url', url, ...person);
});

afterAll(async () => {
  cell.child.kill('SIGTERM');
  await cell.ended;
  rmSync(folder, { recursive: true });
});

const object = (name: string, id: string) => ({
  type: 'campaign',
  spec_version: '2.1',
  id: `campaign--${id}`,
  created: '2017-05-25T12:00:00.000Z',
  modified: '2017-05-25T12:00:00.000Z',
  name,
});
const nightjar = object('Nightjar', 'a0bb2d5e-3c1c-4f3a-8d0e-5f0d2a6f4a01');
const heron = object('Heron', 'a0bb2d5e-3c1c-4f3a-8d0e-5f0d2a6f4a03');
const { name: _name, ...nameless } = object('', 'a0bb2d5e-3c1c-4f3a-8d0e-5f0d2a6f4a02');

describe('a cell that was started at the command line', () => {
  it('keeps the profile of who signs in where only that person can read it', () => {
    expect(statSync(path('entente/profile.json')).mode & 0o777).toBe(0o600);
  });

  it('refuses a second start on the same folder, and says which process has it', async () => {
    const second = await entente('start');
    expect(second).toMatchObject({ code: 6, out: '' });
    expect(second.error).toContain(`in use by process ${cell.child.pid}`);
  });

  it('tells supervisors that it lives and is ready, without sign-in', async () => {
    for (const probe of ['healthz', 'readyz']) {
      expect((await fetch(`${url}/${probe}`)).status).toBe(200);
    }
  });

  it('takes files in, and counts what came of them', async () => {
    writeFileSync(path('two.json'), JSON.stringify([nightjar, nameless]));
    const report = path('report.txt');
    const imported = await entente('import', path('two.json'), '--report', report, '--json');
    expect(JSON.parse(imported.out)).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
      revoked: 0,
      rejected: 1,
      byType: { campaign: 1 },
    });
    expect(imported.code).toBe(0);
    expect(readFileSync(report, 'utf8')).toContain(nameless.id);
  });

  it('puts nothing in of a file with one invalid object where --strict asks for all or nothing', async () => {
    const imported = await entente('import', path('two.json'), '--strict', '--json');
    expect(imported.code).toBe(1);
    expect(JSON.parse(imported.out)).toMatchObject({ added: 0, rejected: 1 });
  });

  it('has a second person let out what an import brought in beyond the ceiling', async () => {
    const siri = { ...settings, XDG_CONFIG_HOME: path('siri') };
    const link = (await entente('account', 'create', 'siri', '--roles', 'release-officer')).out.trim();
    const person = ['--login', 'siri', '--password-file', path('password')];
    await run(['login', '--url', url, '--link', link, ...person], siri);
    writeFileSync(path('wide.json'), JSON.stringify([heron]));
    await entente('policy', 'ceiling', '{}', '--second-person');
    const wide = await entente('import', path('wide.json'), '--label', 'public', '--json');
    expect(JSON.parse(wide.out)).toMatchObject({ added: 1, rejected: 0, waiting: 1 });
    const batch = JSON.parse((await entente('batch', 'list', '--limit', '1', '--json')).out) as {
      id: string;
    };
    expect((await entente('batch', 'objects', batch.id)).out).toContain(`Heron\t\t${heron.id}`);
    const waiting = JSON.parse((await run(['proposal', 'list', '--json'], siri)).out) as { id: string };
    expect(waiting).toMatchObject({ batch: batch.id, contributions: 1, label: { any: [['public']] } });
    expect((await run(['proposal', 'show', waiting.id], siri)).out).toContain('FOR ALL MEMBERS');
    expect((await entente('proposal', 'accept', waiting.id)).code).toBe(3);
    expect((await run(['proposal', 'accept', waiting.id, '--json'], siri)).out).toBe('{"relabelled":1}\n');
    expect((await entente('recall', '--batch', batch.id)).code).toBe(0);
    expect((await entente('policy', 'ceiling', 'none')).code).toBe(0);
  });

  it('finds, shows, explains and exports what the caller sees', async () => {
    expect((await entente('search', 'night')).out).toContain(nightjar.id);
    expect(JSON.parse((await entente('show', nightjar.id)).out)).toEqual(nightjar);
    expect((await entente('explain', nightjar.id)).out).toBe('Norland\tyes\tits own\n');
    const bundle = JSON.parse((await entente('export')).out) as { objects: unknown[] };
    expect(bundle.objects.slice(1)).toEqual([nightjar]);
  });

  it('gives its collections over TAXII to the client at the command line, from where that stopped', async () => {
    const { token } = JSON.parse(readFileSync(path('entente/profile.json'), 'utf8')) as { token: string };
    const words = ['taxii', 'poll', url, '--collection', 'view', '--limit', '1', '--state', path('position')];
    const first = await run(words, { ...settings, ENTENTE_TOKEN: token });
    expect(JSON.parse(first.out)).toEqual(nightjar);
    expect((await run(words, { ...settings, ENTENTE_TOKEN: token })).out).toBe('');
  });

  it('screens a name, and a list that goes on where its results end', async () => {
    const { type, id, ...rest } = object('Yusuf Haddad', 'a0bb2d5e-3c1c-4f3a-8d0e-5f0d2a6f4a04');
    const yusuf = { ...rest, type: 'threat-actor', id: id.replace(type, 'threat-actor') };
    writeFileSync(path('yusuf.json'), JSON.stringify([yusuf]));
    const tried = await entente('import', path('yusuf.json'), '--dry-run');
    expect(tried.out).toContain('yusuf.json');
    expect(tried.out + tried.error).not.toContain('Haddad');
    await entente('import', path('yusuf.json'));
    expect((await entente('screen', 'يوسف حداد')).out).toMatch(
      new RegExp(`^0\\.9\\d+\tYusuf Haddad\t.*\t${yusuf.id}\n$`),
    );
    writeFileSync(path('list.csv'), 'note,name,born\n"one, two","Haddad, Yusuf",1979\n,Anna Mansour,\n');
    const list = ['screen', '--file', path('list.csv')];
    const told = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { asked: object; candidates: { name: string }[] });
    const printed = told((await entente(...list)).out);
    expect(printed.map(({ asked }) => asked)).toEqual([
      { name: 'Haddad, Yusuf', born: '1979' },
      { name: 'Anna Mansour' },
    ]);
    expect(printed.map(({ candidates: [first] }) => first?.name)).toEqual(['Yusuf Haddad', undefined]);
    const cutOff = `${JSON.stringify(printed[0])}\n{"asked":{"na`;
    writeFileSync(path('results.ndjson'), cutOff);
    const again = await entente(...list, '--output', path('results.ndjson'));
    expect(again.error).toContain('1 screened; 1 were there already.');
    expect(told(readFileSync(path('results.ndjson'), 'utf8'))).toEqual(printed);
    writeFileSync(path('list.csv'), 'name,born\nYusuf Haddad,12.3.79\n');
    expect(await entente(...list)).toMatchObject({ code: 1 });
    expect((await entente('screen')).error).toContain('A name is wanted');
    const stray = [
      ['--output is for a list', 'Yusuf Haddad', '--output', path('results.ndjson')],
      ['--born is for one name', ...list.slice(1), '--born', '1979'],
      ['leave --json away', ...list.slice(1), '--json'],
    ] as const;
    for (const [told, ...options] of stray) {
      expect(await entente('screen', ...options)).toMatchObject({
        code: 1,
        error: expect.stringContaining(told) as string,
      });
    }
  });

  it('ends commands with codes that scripts can tell apart', async () => {
    const codes = await Promise.all([
      entente('show', nameless.id),
      run(['search'], { ...settings, ENTENTE_URL: url, ENTENTE_TOKEN: 'ent_wrong' }),
      run(['search'], { ENTENTE_URL: 'http://127.0.0.1:9', ENTENTE_TOKEN: 'ent_none' }),
      entente('nonsense'),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([4, 3, 5, 2]);
  });

  it('is backed up while it runs, and restored elsewhere with another epoch of feeds', async () => {
    const key = ['--key-file', path('key')];
    expect((await entente('backup', path('cell.backup'), ...key)).code).toBe(0);
    const elsewhere = { ...settings, ENTENTE_DATA_FOLDER: path('restored') };
    const restored = await run(['restore', path('cell.backup'), ...key], elsewhere);
    expect(restored.code).toBe(0);
    expect(restored.error).toContain('A new epoch of feeds has begun');
    expect(readFileSync(path('restored/keys.json'))).toEqual(readFileSync(path('cell/keys.json')));
    expect((await run(['restore', path('cell.backup'), ...key], elsewhere)).code).toBe(1);
  });

  it('stops cleanly on SIGTERM, and has what it had when it starts again', async () => {
    cell.child.kill('SIGTERM');
    expect((await cell.ended).code).toBe(0);
    url = (await start()).address;
    const { token } = JSON.parse(readFileSync(path('entente/profile.json'), 'utf8')) as { token: string };
    const found = await run(['search', 'nightjar'], { ENTENTE_URL: url, ENTENTE_TOKEN: token });
    expect(found.out).toContain(nightjar.id);
  });
});
