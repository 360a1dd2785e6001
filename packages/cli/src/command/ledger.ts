/** `entente ledger`: what the cell shows of the ledger, to keep and to take away. */
import { Command } from 'commander';
import { makeClient } from '@entente/contract/client';
import { ledgerFolder, readKept } from '../ledger/keeping.ts';
import { takeAway } from '../ledger/taken-away.ts';
import { print, printJson, printTable, say } from '../output.ts';
import { connect, readProfile } from '../profile.ts';
import { evidenceOver } from './verify.ts';

export function ledgerCommand(): Command {
  const command = new Command('ledger').summary('checkpoints, receipts, and evidence to take away');
  command
    .command('key')
    .summary('the hub’s public key, to compare with the one that you were given by hand')
    .action(async () => print((await (await connect()).ledgerKey()).key));
  command
    .command('checkpoint')
    .summary('the latest checkpoint, for another member to compare')
    .addHelpText('after', '\nExample:\n  $ entente ledger checkpoint > checkpoint-of-belgium')
    .action(async () => void process.stdout.write((await (await connect()).ledgerCheckpoint()).checkpoint));
  command
    .command('receipts')
    .summary('receipts of your own acts, newest first')
    .option('--limit <number>', 'how many at most', '20')
    .option('--json', 'a line of JSON for each, with the signed note')
    .action(receipts);
  addReads(command);
  command
    .command('export')
    .summary('write all that a check needs into a folder')
    .description('For a machine that speaks to no cell: entente verify --from <folder>.')
    .argument('<folder>', 'is made where it is not there')
    .action(takeEvidence);
  return command;
}

function addReads(command: Command): void {
  command
    .command('reads')
    .summary('list what accounts of your member were given, newest first (auditor)')
    .option('--account <id>', 'of this account alone')
    .option('--object <id>', 'in which this object was given')
    .option('--since <time>', 'from then on')
    .option('--before <time>', 'until then')
    .option('--json', 'a line of JSON for each')
    .action(reads);
  command
    .command('read')
    .summary('list every version that one answer gave (auditor)')
    .argument('<id>', 'number of the record')
    .action(read);
}

type ReadFilter = Partial<Record<'account' | 'object' | 'since' | 'before', string>>;

async function reads({ json = false, ...asked }: ReadFilter & { json?: boolean }): Promise<void> {
  const client = await connect();
  const rows: string[][] = [];
  for await (const one of client.every('accessRecords', asked)) {
    if (json) printJson(one);
    const { at, login, account, purpose, route, versions, id } = one;
    rows.push([at.slice(0, 19), login ?? account, purpose ?? '-', route, String(versions), id]);
  }
  if (!json) printTable(['at', 'account', 'purpose', 'way', 'versions', 'id'], rows);
}

async function read(id: string): Promise<void> {
  const client = await connect();
  for await (const { object } of client.every('accessRecordObjects', { id })) print(object);
}

async function receipts({ limit, json = false }: { limit: string; json?: boolean }): Promise<void> {
  const client = await connect();
  const most = Number(limit);
  const rows: string[][] = [];
  for await (const one of client.every('ledgerReceipts', { limit: Math.min(most, 1000) })) {
    if (json) printJson(one);
    rows.push([one.at, one.kind, one.act, one.place === null ? 'promised' : String(one.place)]);
    if (rows.length >= most) break;
  }
  if (!json) printTable(['when', 'what', 'act', 'leaf'], rows);
}

async function takeEvidence(folder: string): Promise<void> {
  const profile = await readProfile();
  const kept = await readKept(ledgerFolder(profile.url));
  const { member } = await makeClient(profile).me();
  const size = await takeAway(folder, await evidenceOver(profile), kept);
  say(`The log of ${member.name}, ${size} leaves, is in ${folder}.`);
}
