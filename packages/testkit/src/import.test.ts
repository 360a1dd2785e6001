import { personExtensionId } from '@entente/core/extension/identifiers';
import { Failure } from '@entente/core/failure';
import type { JsonObject } from '@entente/core/stix/types';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchActs } from '@entente/server/acts/batches';
import { importFile, type ImportCommand } from '@entente/server/ingest/import';
import type { ImportReport } from '@entente/server/ingest/import-report';
import { closeInterrupted } from '@entente/store/batch/writer';
import { startTestCell, summit, type TestCell } from './cell.ts';
import { callerOf, playAct } from './world/play.ts';

const data = process.env['ENTENTE_DATA'] ?? '';
const member = 'aaaaaaaa-0000-4000-8000-000000000000';
const other = 'bbbbbbbb-0000-4000-8000-000000000000';

let started: TestCell;
let at = summit + 9 * 366 * 86_400_000_000;

beforeAll(async () => {
  started = await startTestCell();
  for (const id of [member, other]) {
    started.world.at = at += 1_000_000;
    await playAct(started.cell, { kind: 'member', at, id, name: id, identity: `identity--${id}` });
  }
});
afterAll(() => started.close());

async function bringIn(
  source: ImportCommand['source'],
  options: Partial<ImportCommand> = {},
  by = member,
): Promise<ImportReport> {
  started.world.at = at += 1_000_000;
  const command = { source, name: 'file', strict: false, dryRun: false, ...options };
  const report = await importFile(started.cell, callerOf(by), command);
  await started.cell.settle();
  return report;
}

async function* text(...pieces: string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

const tool = (letter: string, name = 'Crowbar'): string =>
  JSON.stringify({
    type: 'tool',
    spec_version: '2.1',
    id: `tool--${letter.repeat(8)}-0000-4000-8000-000000000000`,
    created: '2017-05-01T00:00:00.000Z',
    modified: '2017-05-01T00:00:00.000Z',
    name,
  });

const counts = ({ added, changed, unchanged, revoked, rejected }: ImportReport): number[] => [
  added,
  changed,
  unchanged,
  revoked,
  rejected,
];

test('a bundle that comes in any pieces is read whole, and the same again changes nothing', async () => {
  const bundle = `{"type":"bundle","id":"bundle--aaaaaaaa-0000-4000-8000-000000000000","objects":[${tool('1')},\n${tool('2', 'a \\" "')}]}`;
  expect(counts(await bringIn(text(...bundle)))).toEqual([2, 0, 0, 0, 0]);
  expect(counts(await bringIn(text(bundle)))).toEqual([0, 0, 2, 0, 0]);
});

test('one object that is not valid is told with its line and path; the good ones stay', async () => {
  const report = await bringIn(text(`[${tool('3')},\n${tool('4', '')},\n{"type":"tool"}]`));
  expect(counts(report)).toEqual([2, 0, 0, 0, 1]);
  expect(report.problems[0]).toMatchObject({ line: 3 });
});

test('with strict, one object that is not valid undoes the whole', async () => {
  const report = await bringIn(text(`[${tool('5')},{"type":"tool"}]`), { strict: true });
  expect(report).toMatchObject({ added: 0, rejected: 1, batch: null });
  expect(counts(await bringIn(text(`[${tool('5')}]`)))).toEqual([1, 0, 0, 0, 0]);
});

test('a dry run says what would happen and changes nothing', async () => {
  expect(counts(await bringIn(text(`[${tool('6')}]`), { dryRun: true }))).toEqual([1, 0, 0, 0, 0]);
  expect(counts(await bringIn(text(`[${tool('6')}]`)))).toEqual([1, 0, 0, 0, 0]);
});

const person = (number: number, parts: JsonObject = {}): string =>
  JSON.stringify({
    type: 'identity',
    spec_version: '2.1',
    id: `identity--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    created: '2017-05-01T00:00:00.000Z',
    modified: '2017-05-01T00:00:00.000Z',
    name: `Selim Karam ${number}`,
    identity_class: 'individual',
    ...parts,
  });

test('a dry run alone says which persons and groups would be new, as one may ask for them', async () => {
  expect(await bringIn(text(`[${person(1)}]`))).not.toHaveProperty('toScreen');
  const details = {
    extension_type: 'property-extension',
    names: [{ full: 'سليم \\n "كرم"' }],
    birth_dates: [{ precision: 'exact', date: '1980-03-12' }],
    nationalities: [{ code: 'JO' }],
  };
  const file = [
    person(1),
    tool('0'),
    person(2, { name: 'A tab\t and \\t', extensions: { [personExtensionId]: details } }),
    person(3, { name: ' 7 ' }),
    person(4, { name: '' }),
    person(5)
      .replace(/identity--/, 'threat-actor--')
      .replace('"identity"', '"threat-actor"'),
  ];
  const { toScreen } = await bringIn(text(`[${file.join(',\n')}]`), { dryRun: true });
  const known = { born: '1980-03-12', nationality: 'JO' };
  expect(toScreen).toEqual({
    items: [
      {
        id: idIn(file[2]),
        line: 3,
        persons: [
          { name: 'A tab\t and \\t', ...known },
          { name: 'سليم \\n "كرم"', ...known },
        ],
      },
      { id: idIn(file[5]), line: 6, persons: [{ name: 'Selim Karam 5' }] },
    ],
    more: 0,
  });
});

const idIn = (object = '{}'): string => (JSON.parse(object) as { id: string }).id;

test('a dry run lists a thousand of them, each once, and counts the rest; nothing of it is kept', async () => {
  const file = Array.from({ length: 1005 }, (_, index) => person(100 + index));
  const bytes = text(`[${[...file, file[0]].join(',\n')}]`);
  const { toScreen } = await bringIn(bytes, { name: 'looked at', dryRun: true });
  expect(toScreen?.items.map(({ id }) => id)).toEqual(file.slice(0, 1000).map(idIn));
  expect(toScreen?.more).toBe(5);
  const batches = await batchActs(started.cell).list(callerOf(member), Number.MAX_SAFE_INTEGER, 100);
  expect(batches.map(({ source }) => source)).not.toContain('looked at');
});

test('a dry run of the list of the United Nations lists its entries, without lines', async () => {
  const list = readFileSync(new URL('../fixtures/unlist/edition-1.xml', import.meta.url), 'utf8');
  // Its invented dates are ahead of the clock.
  const past = list.replaceAll(/\b20[23](\d-\d\d)/g, '201$1');
  const { toScreen, byType } = await bringIn(text(past), { dryRun: true });
  const names = toScreen?.items.map(({ persons: [first] }) => first?.name);
  expect(names).toContain('ILYAS HARUN AL-MARWANI');
  expect(names).toHaveLength(byType['identity'] ?? 0);
  expect(toScreen?.items.filter(({ line }) => line !== undefined)).toEqual([]);
});

test('a strict dry run says it too, but not where nothing would be put in', async () => {
  const how = { dryRun: true, strict: true };
  expect((await bringIn(text(`[${person(6)}]`), how)).toScreen?.items).toHaveLength(1);
  expect(await bringIn(text(`[${person(6)},{"type":"tool"}]`), how)).not.toHaveProperty('toScreen');
});

test.each([
  ['has a byte that is no text', 'b', Buffer.from(',\n{"a":"\xff"}]', 'latin1'), /^Line 3: .*UTF-8/],
  ['is nested without end', 'c', Buffer.from(`,\n{"a":${'['.repeat(500)}`), /^Line 3: nested deeper/],
  ['goes on behind its end', 'd', Buffer.from(']\n}'), /^Line 3: there is more/],
])(
  'what stands before the place where a file %s is kept, and the line is told',
  async (_, letter, rest, told) => {
    const whole = Buffer.concat([Buffer.from(`[${tool(letter)}\n`), rest]);
    const report = await bringIn(
      (async function* () {
        yield whole;
      })(),
    );
    expect(report.failure).toMatch(told);
    expect(counts(report)).toEqual([1, 0, 0, 0, 0]);
  },
);

test('text may be cut anywhere, within a character too', async () => {
  const bytes = Buffer.from(`[${tool('a', 'Bœuf \u{1f985} 林浩然')}]`);
  const report = await bringIn(
    (async function* () {
      for (const byte of bytes) yield Uint8Array.of(byte);
    })(),
  );
  expect(counts(report)).toEqual([1, 0, 0, 0, 0]);
});

test('where the sender breaks off, what came stays and the batch is closed', async () => {
  const report = await bringIn(
    (async function* () {
      yield Buffer.from(`[${tool('e')},`);
      await Promise.resolve();
      throw new Error('aborted');
    })(),
  );
  expect(report).toMatchObject({ added: 1, failure: 'The sender broke off before the end of the file.' });
  expect(await batchActs(started.cell).undo(callerOf(member), report.batch ?? '')).toBe(1);
});

test('where the cell itself fails, what came stays, the batch is closed and the fault is told', async () => {
  const refuse = (): never => {
    throw new TypeError('a fault');
  };
  await expect(bringIn(text(`[${tool('f')}]`), { name: 'faulty', refuse })).rejects.toThrow('a fault');
  const [batch] = await batchActs(started.cell).list(callerOf(member), Number.MAX_SAFE_INTEGER, 1);
  expect(batch).toMatchObject({ source: 'faulty', state: 'failed' });
});

test('a failure says of what kind it is: a full disk is none of the file', async () => {
  const refuse = (): never => {
    throw new Failure('storage-full', 'The disk is full.');
  };
  const full = await bringIn(text(`[${tool('9')}]`), { refuse });
  expect(full).toMatchObject({ failure: 'The disk is full.', failureCode: 'storage-full' });
  expect(await bringIn(text('[{"type":'))).toMatchObject({ failureCode: 'invalid' });
});

test('an edition of tomorrow is refused, so that it cannot pass for the newest', async () => {
  const head = '<CONSOLIDATED_LIST dateGenerated="2099-01-15T18:10:47.056-04:00">';
  const report = await bringIn(
    text(`${head}<INDIVIDUALS></INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>`),
  );
  expect(report.failure).toMatch(/ahead of the clock/);
});

test('an edition is kept as of the day that it names itself, and is the newer one by its instant alone', async () => {
  const edition = (generated: string) =>
    bringIn(
      text(
        `<CONSOLIDATED_LIST dateGenerated="${generated}"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>`,
        '<FIRST_NAME>ILYAS</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>',
      ),
      {},
      other,
    );
  // In UTC it is the first of December, and later than what follows.
  const evening = '2020-11-30T20:31:19.923-05:00';
  const { batch } = await edition(evening);
  const kept = await batchActs(started.cell).find(callerOf(other), batch ?? '');
  expect(kept.edition).toBe(evening);
  expect((await edition('2020-12-01T01:00:00Z')).problems).toEqual([
    { message: expect.stringContaining('A newer edition, of 2020-11-30T20:31:19.923-05:00') as string },
  ]);
  expect((await edition('2020-12-01T02:00:00Z')).problems).toEqual([]);
  expect((await edition(evening)).problems).toHaveLength(1);
});

test('a file that ends in the middle says so; what came before stays', async () => {
  const report = await bringIn(text(`[${tool('7')},{"type":"to`));
  expect(report).toMatchObject({
    added: 1,
    failure: expect.stringMatching(/Line 1: .*not complete/) as string,
  });
});

test('an import that a stop of the cell cut off is told as failed by the next start, and can be undone', async () => {
  const { batch } = await bringIn(text(`[${tool('8')}]`));
  const { writer } = started.cell.database;
  await writer.query(`update batch set state = 'running', report = null where id = $1`, [batch]);
  const batches = batchActs(started.cell);
  await expect(batches.undo(callerOf(member), batch ?? '')).rejects.toMatchObject({ code: 'conflict' });
  await closeInterrupted(writer, 'The cell stopped.');
  const { state, report } = await batches.find(callerOf(member), batch ?? '');
  expect(state).toBe('failed');
  expect(JSON.parse(report ?? '')).toMatchObject({
    batch,
    added: 1,
    problems: [],
    failure: 'The cell stopped.',
  });
  expect(await batches.undo(callerOf(member), batch ?? '')).toBe(1);
});

test.each([
  ['not UTF-8', Buffer.from([0x5b, 0xff, 0x5d]), /UTF-8/],
  ['nested without end', Buffer.from(`[{"a":${'['.repeat(5000)}`), /nested deeper/],
  ['empty', Buffer.alloc(0), /empty/],
  ['not JSON', Buffer.from('hello'), /does not begin as JSON/],
  ['gzip cut short', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1]), /gzip file is broken/],
])('a file that is %s gets a clear error', async (_name, bytes, message) => {
  const report = await bringIn(
    (async function* () {
      yield bytes;
    })(),
  );
  expect(report.failure).toMatch(message);
});

test.skipIf(data === '')(
  'both editions of the UN list come in one after the other (ENTENTE_DATA)',
  async () => {
    const edition = (name: string) => bringIn(createReadStream(join(data, 'data', name)), { name });
    const first = await edition('un-consolidated-2015-03-16.xml');
    expect(counts(first).slice(1)).toEqual([0, 0, 0, 0]);
    const newer = await edition('un-consolidated-2020-11-30.xml');
    console.log(JSON.stringify({ first: { ...first, problems: [] }, newer: { ...newer, problems: [] } }));
    expect(newer.rejected).toBe(0);
    const again = await edition('un-consolidated-2020-11-30.xml');
    expect(again).toMatchObject({ added: 0, changed: 0, revoked: 0, rejected: 0 });
    const older = await edition('un-consolidated-2015-03-16.xml');
    expect(older).toMatchObject({ added: 0, changed: 0, revoked: 0, rejected: 0 });
  },
);

test.skipIf(data === '')('the ATT&CK bundle of enterprises comes in (ENTENTE_DATA)', async () => {
  const started_ = performance.now();
  const report = await bringIn(createReadStream(join(data, 'data/enterprise-attack-18.1.stix21.json.gz')));
  console.log(
    performance.now() - started_,
    JSON.stringify({ ...report, problems: report.problems.slice(0, 3) }),
  );
  expect(report).toMatchObject({ added: 24_771, rejected: 0 });
});
