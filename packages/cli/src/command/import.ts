/** `entente import`: files of any size into the cell. */
import cliProgress from 'cli-progress';
import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { makeClient } from '@entente/contract/client';
import { importFormats } from '@entente/contract/import';
import { Option } from 'commander';
import { exitCodeOfFailure } from '../exit.ts';
import { bytesOf, lengthOf } from '../files.ts';
import { labelHelp, readLabel } from '../label-option.ts';
import { printJson, printTable, say } from '../output.ts';
import { readProfile, type Profile } from '../profile.ts';
import { uploadFile, type ImportQuery, type ImportReport } from '../upload.ts';

interface ImportOptions {
  label?: string;
  format?: string;
  strict?: boolean;
  dryRun?: boolean;
  report?: string;
  json?: boolean;
}

export function importCommand(): Command {
  return new Command('import')
    .summary('put files into the cell')
    .description(
      'Puts files of any size into the cell: STIX 2.1 and 2.0, plain or gzip, and editions of the UN list. What an\n' +
        'interrupted import has put in stands, and the same command goes on from there. Ends with 1 where a file\n' +
        'broke off or, with --strict, an object is invalid.',
    )
    .argument('<file...>', 'files to put in; - is standard input')
    .option('--label <label>', `joined with what the objects state: ${labelHelp}`)
    .addOption(
      new Option('--format <format>', 'found from the first bytes without it').choices(importFormats),
    )
    .option('--strict', 'everything or nothing of each file')
    .option('--dry-run', 'say what would happen, and change nothing')
    .option('--report <file>', 'write what was rejected and why, as text')
    .option('--json', 'end with one line of JSON: the counts of all files')
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente import attack.json.gz --label Coalition\n  $ entente import consolidated.xml --format un-list --dry-run --json',
    )
    .action(importFiles);
}

type Counts = Pick<
  ImportReport,
  'added' | 'changed' | 'unchanged' | 'revoked' | 'rejected' | 'byType' | 'waiting'
>;

async function importFiles(files: string[], options: ImportOptions): Promise<void> {
  const profile = await readProfile();
  const label =
    options.label === undefined
      ? undefined
      : JSON.stringify(await readLabel(makeClient(profile), options.label));
  const query = {
    label,
    format: options.format,
    strict: String(options.strict === true),
    dryRun: String(options.dryRun === true),
  };
  const reports: [string, ImportReport][] = [];
  for (const file of files) reports.push([file, await importOne(profile, query, file)]);
  const total = sum(reports.map(([, report]) => report));
  if (options.report !== undefined) await writeFile(options.report, reportText(reports));
  if (options.json === true) printJson(total);
  else printCounts(reports, total, options.dryRun === true);
  const ended = reports.find(([, { failure }]) => failure !== undefined)?.[1];
  if (ended !== undefined) process.exitCode = exitCodeOfFailure(ended.failureCode ?? 'invalid');
}

async function importOne(profile: Profile, query: ImportQuery, file: string): Promise<ImportReport> {
  const length = await lengthOf(file);
  const name = file === '-' ? 'standard input' : basename(file);
  const bar = process.stderr.isTTY
    ? new cliProgress.SingleBar({
        format: `${name} {bar} {percentage}% | {value} of {total} kB | {speed} kB/s`,
        stream: process.stderr,
        hideCursor: true,
      })
    : undefined;
  bar?.start(Math.ceil((length ?? 0) / 1024), 0, { speed: 0 });
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    const began = performance.now();
    let sent = 0;
    for await (const bytes of bytesOf(file)) {
      sent += bytes.length;
      const speed = Math.round(sent / 1.024 / Math.max(1, performance.now() - began));
      bar?.update(Math.ceil(sent / 1024), { speed });
      yield bytes;
    }
  };
  try {
    return await uploadFile(profile, { ...query, name }, counted(), length);
  } finally {
    bar?.stop();
  }
}

function sum(reports: readonly ImportReport[]): Counts {
  const total: Counts = { added: 0, changed: 0, unchanged: 0, revoked: 0, rejected: 0, byType: {} };
  for (const report of reports) {
    for (const key of ['added', 'changed', 'unchanged', 'revoked', 'rejected'] as const)
      total[key] += report[key];
    if (report.waiting !== undefined) total.waiting = (total.waiting ?? 0) + report.waiting;
    for (const [type, count] of Object.entries(report.byType)) {
      total.byType[type] = (total.byType[type] ?? 0) + count;
    }
  }
  return total;
}

function printCounts(reports: readonly [string, ImportReport][], total: Counts, dryRun: boolean): void {
  printTable(
    ['file', 'added', 'changed', 'unchanged', 'revoked', 'rejected', 'batch'],
    reports.map(([file, { added, changed, unchanged, revoked, rejected, batch }]) => [
      file,
      ...[added, changed, unchanged, revoked, rejected].map(String),
      batch ?? '',
    ]),
  );
  for (const line of problemLines(reports).slice(0, 20)) say(line);
  if (total.rejected > 20) say('--report writes them all.');
  if (total.waiting !== undefined) say(`${total.waiting} ${waitsText(dryRun)}`);
  if (dryRun) say('A dry run: nothing was put in.');
}

const waitsText = (dryRun: boolean): string =>
  dryRun
    ? 'would go in under your member’s ceiling and wait for a second person.'
    : 'are in under your member’s ceiling: their label waits for a second person. See entente proposal list.';

const problemLines = (reports: readonly [string, ImportReport][]): string[] =>
  reports.flatMap(([file, { problems, failure }]) => [
    ...problems.map(({ line, id, path, message }) => {
      const place = [line === undefined || line === 0 ? file : `${file}:${line}`, id, path];
      return [...place.filter((one) => one !== undefined && one !== ''), message].join(' ');
    }),
    ...(failure === undefined ? [] : [`${file}: ${failure}`]),
  ]);

function reportText(reports: readonly [string, ImportReport][]): string {
  const heads = reports.map(
    ([file, { added, changed, unchanged, revoked, rejected, waiting, batch, byType }]) =>
      `${file}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${revoked} revoked, ${rejected} rejected` +
      `${waiting === undefined ? '' : `, ${waiting} waiting for a second person`}` +
      `${batch === null ? '' : `, batch ${batch}`}\n` +
      Object.entries(byType)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([type, count]) => `  ${type} ${count}\n`)
        .join(''),
  );
  return [...heads, ...problemLines(reports).map((line) => `${line}\n`)].join('');
}
