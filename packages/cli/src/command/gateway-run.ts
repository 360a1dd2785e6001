/** The commands of a run between two gateways, whose files people or a share carry. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { Failure } from '@entente/core/failure';
import { keyOf, writeKey } from '@entente/core/ledger/note';
import { bytesOf, textOf } from '../files.ts';
import { answer, ask, candidates, makeEpoch } from '../gateway/exchange.ts';
import { makeFolder, openGateway } from '../gateway/folder.ts';
import { isGatewayName } from '../gateway/policy.ts';
import { print, printJson, say } from '../output.ts';

const longest = 256 * 1024 * 1024;
const folderArgument = ['<folder>', 'the folder of the gateway'] as const;
const agreementArgument = ['<agreement>', 'id of the agreement in its policy'] as const;

export function addRuns(gateway: Command): void {
  gateway
    .command('init')
    .summary('make the folder of a gateway, with its secrets and an empty policy')
    .argument(...folderArgument)
    .requiredOption('--name <name>', 'the name of the gateway, as it signs')
    .action(init);
  gateway
    .command('publish')
    .summary('begin an epoch: a new key and the set of the list')
    .description('Runs of the epoch before are answered no more. The file is for the asker.')
    .argument(...folderArgument)
    .argument(...agreementArgument)
    .requiredOption('--out <file>', 'where to write it')
    .action(publishEpoch);
  gateway
    .command('ask')
    .summary('begin a run with the own list')
    .argument(...folderArgument)
    .argument(...agreementArgument)
    .argument('<epoch>', 'the file that the other side published')
    .requiredOption('--purpose <purpose>', 'one of those agreed on')
    .requiredOption('--case <reference>', 'reference of the case')
    .requiredOption('--out <file>', 'where to write the run, for the other side')
    .action(askRun);
  gateway
    .command('answer')
    .summary('answer a run of the other side, as far as was agreed')
    .description('Ends with 1 where it refuses; the refusal is written all the same, for the asker.')
    .argument(...folderArgument)
    .argument(...agreementArgument)
    .argument('<run>', 'the file that the asker wrote')
    .requiredOption('--out <file>', 'where to write the answer')
    .action(answerFile);
  gateway
    .command('hits')
    .summary('end a run: who of the own list seems to be on the other')
    .argument(...folderArgument)
    .argument(...agreementArgument)
    .argument('<id>', 'the run, as ask printed it')
    .argument('<answer>', 'the file that the other side wrote')
    .option('--json', 'a line of JSON for each, with the keys')
    .action(printHits);
}

const readWhole = (file: string): Promise<string> => textOf(bytesOf(file), longest);

async function init(folder: string, { name }: { name: string }): Promise<void> {
  if (!isGatewayName(name)) throw new Failure('invalid', 'A name of a gateway has no spaces and no “+”.');
  await makeFolder(folder, name);
  const { signer } = await openGateway(folder);
  print(writeKey(keyOf(signer)));
  say('This is the key that the other side sets as “with” of its agreement. Give it from hand to hand.');
}

async function publishEpoch(folder: string, agreement: string, { out }: { out: string }): Promise<void> {
  const tell = (done: number, all: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} keys${done === all ? '\n' : ''}`);
  };
  const { file, number, persons } = await makeEpoch(await openGateway(folder), agreement, tell);
  await writeFile(out, file);
  say(`Epoch ${number} of ${agreement}: persons ${persons}, written to ${out}.`);
}

async function askRun(
  folder: string,
  agreement: string,
  epoch: string,
  { out, purpose, case: caseReference }: { out: string; purpose: string; case: string },
): Promise<void> {
  const why = { purpose, caseReference };
  const { id, note, asked } = await ask(await openGateway(folder), agreement, await readWhole(epoch), why);
  await writeFile(out, note);
  print(id);
  say(`Keys asked for, with those that fill up: ${asked.length}. Written to ${out}.`);
}

async function answerFile(
  folder: string,
  agreement: string,
  run: string,
  { out }: { out: string },
): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const { note, record, refused } = await answer(
    await openGateway(folder),
    agreement,
    await readWhole(run),
    today,
  );
  await writeFile(out, note);
  if (refused !== undefined) {
    throw new Failure('invalid', `Run ${record.run} is refused: ${refused}. Written to ${out}.`);
  }
  say(`Run ${record.run} is answered: ${record.keys} keys. Written to ${out}.`);
}

async function printHits(
  folder: string,
  agreement: string,
  id: string,
  file: string,
  { json = false }: { json?: boolean },
): Promise<void> {
  if (!/^[0-9a-f]{32}$/.test(id)) throw new Failure('invalid', `“${id}” is no number of a run.`);
  const found = await candidates(await openGateway(folder), agreement, id, await readWhole(file));
  for (const { reference, person, keys } of found) {
    if (json) printJson({ reference, ...person, keys });
    else print(`${reference}\t${person.names[0] ?? ''}\t${keys.map(({ text }) => text).join(' ')}`);
  }
  say(`Candidates: ${found.length}. Each is for two people to look at.`);
}
