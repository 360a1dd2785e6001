/** What the secretary of the cell does with decisions, at the command line. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Client } from '@entente/contract/client';
import { Failure } from '@entente/core/failure';
import { print, printJson, say } from '../output.ts';
import { connect } from '../profile.ts';

type Draft = Parameters<Client['draftDecision']>[0];
type Revision = Parameters<Client['reviseDecision']>[0];

const draftFile = 'file of JSON: title, text, effect, and community, informed, purpose where wanted';

export function addSecretaryCommands(command: Command): void {
  const expiry = '--expiry <time>';
  command
    .command('table')
    .summary('put a text to the members (secretary)')
    .argument('<text>', `${draftFile}; or the id of a draft`)
    .option(expiry, 'when silence ends, as 2017-06-09T12:00:00Z')
    .option('--draft', 'keep it as a draft, to be tabled later by its id')
    .option('--json', 'a line of JSON')
    .action(table);
  command
    .command('change')
    .summary('give a draft another text, before it is tabled (secretary)')
    .argument('<id>', 'id of the draft')
    .argument('<file>', draftFile)
    .action(change);
  command
    .command('extend')
    .summary('give everybody more time, before the expiry (secretary)')
    .argument('<id>', 'id of the decision')
    .requiredOption(expiry, 'the later expiry')
    .option('--reason <text>', 'why')
    .action(extend);
  command
    .command('revise')
    .summary('put the next version after consultation (secretary)')
    .argument('<id>', 'id of the decision')
    .argument('<file>', 'JSON: title, text, effect')
    .requiredOption(expiry, 'when silence ends')
    .action(revise);
  for (const [name, summary] of [
    ['withdraw', 'take a text back (secretary)'],
    ['refer', 'refer it to another body after consultation (secretary)'],
    ['lapse', 'let it lapse after consultation (secretary)'],
  ] as const) {
    command
      .command(name)
      .summary(summary)
      .argument('<id>', 'id of the decision')
      .requiredOption('--reason <text>', 'why')
      .action((id: string, { reason }: { reason: string }) => settle(name, id, reason));
  }
  command
    .command('issue')
    .summary('issue what was adopted to those it was put to, with reservations (secretary)')
    .argument('<id>', 'id of the decision')
    .action(issue);
  addCellCommands(command);
}

function addCellCommands(command: Command): void {
  command
    .command('calendar')
    .summary('show the working days, or set them from a file (secretary)')
    .option('--set <file>', 'JSON: offset in minutes, weekend (0 is Sunday), holidays')
    .action(calendar);
  command
    .command('constitution')
    .summary('show whether the founding has ended, and the shortest silence in seconds')
    .action(async () => printJson(await (await connect()).constitution({})));
  command
    .command('constitute')
    .summary('end the founding for good: decisions alone change who belongs (secretary)')
    .option('--shortest <seconds>', 'the shortest silence', '86400')
    .requiredOption('--yes', 'that it is meant: it is never taken back')
    .action(constitute);
}

async function jsonIn(file: string): Promise<object> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof value === 'object' && value !== null) return value;
  throw new Failure('invalid', `${file}: must hold a JSON object.`);
}

interface Tabling {
  expiry?: string;
  draft?: boolean;
  json?: boolean;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function table(text: string, { expiry, draft = false, json = false }: Tabling): Promise<void> {
  if (!draft && expiry === undefined)
    throw new Failure('invalid', '--expiry: say when silence ends, or keep it by --draft.');
  const client = await connect();
  const { id } = isId(text) ? { id: text } : await client.draftDecision((await jsonIn(text)) as Draft);
  if (expiry !== undefined && !draft) await client.tableDecision({ id, expiry });
  if (json) printJson({ id });
  else print(id);
}

async function change(id: string, file: string): Promise<void> {
  const text = (await jsonIn(file)) as Draft;
  await (await connect()).changeDraft({ ...text, id });
  say('Changed.');
}

async function extend(id: string, { expiry, reason }: { expiry: string; reason?: string }): Promise<void> {
  await (await connect()).extendSilence({ id, expiry, ...(reason === undefined ? {} : { reason }) });
  say('Extended for everybody.');
}

async function revise(id: string, file: string, { expiry }: { expiry: string }): Promise<void> {
  await (await connect()).reviseDecision({ ...(await jsonIn(file)), id, expiry } as Revision);
  say('The next version is under silence.');
}

async function settle(act: 'withdraw' | 'refer' | 'lapse', id: string, reason: string): Promise<void> {
  const client = await connect();
  if (act === 'withdraw') await client.withdrawDecision({ id, reason });
  else if (act === 'refer') await client.referDecision({ id, reason });
  else await client.lapseDecision({ id, reason });
  say('Done.');
}

async function issue(id: string): Promise<void> {
  const client = await connect();
  await client.issueDecision({ id });
  print((await client.decision({ id })).issued ?? '');
}

async function calendar({ set }: { set?: string }): Promise<void> {
  const client = await connect();
  if (set !== undefined)
    await client.setCalendar((await jsonIn(set)) as Parameters<Client['setCalendar']>[0]);
  printJson(await client.calendar({}));
}

async function constitute({ shortest }: { shortest: string }): Promise<void> {
  await (await connect()).constitute({ shortest: Number(shortest) });
  say('The founding has ended: decisions alone admit members and change rosters.');
}
