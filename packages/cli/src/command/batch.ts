/** `entente batch`: what each import put in. */
import { Command } from 'commander';
import type { Client } from '@entente/contract/client';
import { printObjects } from '../object-list.ts';
import { print, printJson, printTable } from '../output.ts';
import { connect } from '../profile.ts';

type Batch = Awaited<ReturnType<Client['batch']>>;
type Counts = Batch['counts'];

export function batchCommand(): Command {
  const command = new Command('batch').summary('list and inspect what imports put in');
  command
    .command('list')
    .summary('list the imports of your member, newest first')
    .option('--limit <number>', 'how many at most', '50')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('show')
    .summary('show one import with its report')
    .argument('<id>', 'id of the batch')
    .option('--json', 'a line of JSON')
    .action(show);
  command
    .command('objects')
    .summary('list what of it is still there, in the order of the file')
    .argument('<id>', 'id of the batch')
    .option('--limit <number>', 'how many at most', '50')
    .option('--json', 'a line of JSON for each')
    .action(objects);
  return command.addHelpText(
    'after',
    '\nAnother label: entente label --batch. To undo it: entente recall --batch.' +
      '\n\nExamples:\n  $ entente batch list\n  $ entente batch objects 7c9e… --limit 1000',
  );
}

const countNames = ['added', 'changed', 'unchanged', 'revoked', 'rejected'] as const;
const countOf = (counts: Counts, name: string): string => String(counts[name] ?? 0);

async function list({ limit, json = false }: { limit: string; json?: boolean }): Promise<void> {
  const client = await connect();
  const most = Number(limit);
  const rows: string[][] = [];
  let found = 0;
  for await (const one of client.every('batches', { limit: Math.min(most, 1000) })) {
    if (json) printJson(one);
    const counts = countNames.map((name) => countOf(one.counts, name));
    rows.push([one.at.slice(0, 19), one.source, one.edition ?? '', one.state, ...counts, one.id]);
    found += 1;
    if (found >= most) break;
  }
  if (!json) printTable(['at', 'source', 'edition', 'state', ...countNames, 'id'], rows);
}

async function show(id: string, { json = false }: { json?: boolean }): Promise<void> {
  const batch = await (await connect()).batch({ id });
  if (json) return printJson(batch);
  print(
    `${batch.source}, ${batch.format}${batch.edition === null ? '' : ` of ${batch.edition}`}: ${batch.state}`,
  );
  print(countNames.map((name) => `${countOf(batch.counts, name)} ${name}`).join(', '));
  if (batch.counts['waiting'] !== undefined) {
    print(`${countOf(batch.counts, 'waiting')} under the ceiling, to wait for a second person`);
  }
  for (const line of problemsIn(batch.report)) print(line);
}

interface Report {
  problems: { line?: number; id?: string; path?: string; message: string }[];
  failure?: string;
}

/** The report is what the import answered; an import that is under way has none. */
function problemsIn(report: unknown): string[] {
  if (report === null) return [];
  const { problems, failure } = report as Report;
  const lines = problems.map(({ line, id, path, message }) =>
    [line === undefined || line === 0 ? undefined : `line ${line}`, id, path, message]
      .filter((one) => one !== undefined && one !== '')
      .join(' '),
  );
  return failure === undefined ? lines : [...lines, failure];
}

async function objects(id: string, options: { limit: string; json?: boolean }): Promise<void> {
  const client = await connect();
  await printObjects(client, client.every('batchContributions', { id }), { json: false, ...options });
}
