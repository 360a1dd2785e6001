/** `entente recall`: taking one's own out of the cell, and the recalls that were told and made. */
import { Command } from 'commander';
import { print, printJson, printTable, say } from '../output.ts';
import { connect } from '../profile.ts';
import { recall } from './label.ts';

interface Listed {
  json?: boolean;
}

export function recallCommand(): Command {
  const command = new Command('recall')
    .summary('take your own contributions out of the cell, and answer recalls of others')
    .description(
      'With objects, takes them out of the cell: they leave every view at once, and whoever had them is told to\n' +
        'remove its copies. The other commands list what was taken from your member, acknowledge that copies are\n' +
        'removed, and say who has acknowledged what your member took back, as far as it may know.',
    )
    .enablePositionalOptions()
    .argument('[id...]', 'STIX ids of objects that your member contributed')
    .option('--version <time>', 'this version alone; every one without it')
    .option('--batch <id>', 'what a whole import put in, instead of objects')
    .option('--json', 'a line of JSON')
    .action(recall);
  command
    .command('list')
    .summary('list what was given to your member and taken back')
    .option('--state <state>', 'open or acknowledged')
    .option('--json', 'a line of JSON for each')
    .action(list);
  command
    .command('show')
    .summary('show what a recall took, and which of your own objects rest on it')
    .argument('<id>', 'id of the recall')
    .option('--json', 'a line of JSON for each')
    .action(show);
  command
    .command('acknowledge')
    .summary('say that the copies are removed (release officer or analyst)')
    .argument('<id>', 'id of the recall')
    .option('--words <text>', 'kept for your member; nobody else is told')
    .action(acknowledge);
  command
    .command('own')
    .summary('list what your member took back, and who has acknowledged')
    .option('--object <id>', 'of this object alone')
    .option('--json', 'a line of JSON for each')
    .action(own);
  command
    .command('opened')
    .summary('who opened an object that your member put in, as far as it may know')
    .argument('<id>', 'STIX id')
    .option('--json', 'a line of JSON')
    .action(opened);
  return command.addHelpText(
    'after',
    '\nExamples:\n  $ entente recall identity--…\n  $ entente recall --batch 7c9e…\n  $ entente recall list --state open\n' +
      '  $ entente recall acknowledge 7c9e… --words "removed from both systems"\n  $ entente recall own',
  );
}

const stateOf = (state: string | undefined): { state?: 'open' | 'acknowledged' } =>
  state === undefined ? {} : { state: state as 'open' | 'acknowledged' };

async function list({ state, json = false }: Listed & { state?: string }): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('recalls', stateOf(state))) {
    if (json) printJson(one);
    else
      rows.push([
        one.at.slice(0, 19),
        one.contributor,
        String(one.total),
        one.acknowledged?.slice(0, 19) ?? 'open',
        one.id,
      ]);
  }
  if (!json) printTable(['at', 'taken back by', 'objects', 'acknowledged', 'id'], rows);
}

async function show(id: string, { json = false }: Listed): Promise<void> {
  const client = await connect();
  const recall = await client.recall({ id });
  if (json) printJson(recall);
  else print(`taken back by ${recall.contributor} at ${recall.at}; ${recall.total} objects`);
  for await (const one of client.every('recalledObjects', { id })) {
    if (json) printJson(one);
    else print(`${one.object}  ${one.version ?? '-'}${one.part ? '  a part' : ''}`);
  }
  for await (const one of client.every('derivedObjects', { id })) {
    if (json) printJson(one);
    else print(`your ${one.object} ${one.way === 'names' ? 'names' : 'is derived from'} ${one.recalled}`);
  }
}

async function acknowledge(id: string, { words }: { words?: string }): Promise<void> {
  await (await connect()).acknowledgeRecall({ id, ...(words === undefined ? {} : { words }) });
  say('Acknowledged.');
}

async function own({ object, json = false }: Listed & { object?: string }): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('ownRecalls', object === undefined ? {} : { object })) {
    if (json) printJson(one);
    const members = one.members.map(({ member, acknowledged }) => `${member} ${acknowledged ?? 'open'}`);
    const told = [...members, ...(one.rest ? ['others: depends on others'] : [])];
    rows.push([one.at.slice(0, 19), one.kind, one.object, told.join('; ')]);
  }
  if (!json) printTable(['at', 'what', 'object', 'who was to have it'], rows);
}

async function opened(id: string, { json = false }: Listed): Promise<void> {
  const { readers, rest } = await (await connect()).objectOpenings({ id });
  if (json) return printJson({ readers, rest });
  const rows = readers.map(({ member, first }) => [member, first]);
  printTable(['member', 'first opened'], [...rows, ...(rest ? [['others', 'depends on others']] : [])]);
}
