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
  command
    .command('export')
    .summary('write all that a check needs into a folder')
    .description('For a machine that speaks to no cell: entente verify --from <folder>.')
    .argument('<folder>', 'is made where it is not there')
    .action(takeEvidence);
  return command;
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
