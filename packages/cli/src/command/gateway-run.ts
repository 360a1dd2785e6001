/** The commands of a run between two gateways, whose files people or a share carry. */
import type { Command } from 'commander';
import { Failure } from '@entente/core/failure';
import { keyOf, writeKey } from '@entente/core/ledger/note';
import { bytesOf, textOf, writeAsked } from '../files.ts';
import { ask, candidates } from '../gateway/asker.ts';
import { makeFolder, openGateway } from '../gateway/folder.ts';
import { answer, epochFile, makeEpoch, ownEpoch } from '../gateway/owner.ts';
import { isGatewayName } from '../gateway/policy.ts';
import { print, printJson, say } from '../output.ts';

const longest = 256 * 1024 * 1024;
export const folderArgument = ['<folder>', 'the folder of the gateway'] as const;
export const agreementArgument = ['<agreement>', 'id of the agreement in its policy'] as const;

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
    .option('--again', 'begin none: write the one that holds once more')
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

export const readWhole = (file: string): Promise<string> => textOf(bytesOf(file), longest);

async function init(folder: string, { name }: { name: string }): Promise<void> {
  if (!isGatewayName(name)) throw new Failure('invalid', 'A name of a gateway has no spaces and no “+”.');
  await makeFolder(folder, name);
  const { signer } = await openGateway(folder);
  print(writeKey(keyOf(signer)));
  say('This is the key that the other side sets as “with” of its agreement. Give it from hand to hand.');
}

interface PublishOptions {
  out: string;
  again?: boolean;
}

async function publishEpoch(
  folder: string,
  agreement: string,
  { out, again = false }: PublishOptions,
): Promise<void> {
  const gateway = await openGateway(folder);
  const tell = (done: number, all: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} keys${done === all ? '\n' : ''}`);
  };
  const { epoch, persons } = again
    ? { epoch: await ownEpoch(gateway, agreement), persons: undefined }
    : await makeEpoch(gateway, agreement, tell);
  const remedy = `Epoch ${epoch.number} is begun and kept: with --again it is written where that can be done.`;
  await writeAsked(out, epochFile(epoch), remedy);
  const counted = persons === undefined ? '' : `persons ${persons}, `;
  say(`Epoch ${epoch.number} of ${agreement}: ${counted}written to ${out}.`);
}

async function askRun(
  folder: string,
  agreement: string,
  epoch: string,
  { out, purpose, case: caseReference }: { out: string; purpose: string; case: string },
): Promise<void> {
  const why = { purpose, caseReference };
  const { id, note, asked } = await ask(await openGateway(folder), agreement, await readWhole(epoch), why);
  await writeAsked(out, note, 'Ask again: the run was not sent.');
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
  const remedy = 'The reply is kept: answer the same run again, and write it where that can be done.';
  await writeAsked(out, note, remedy);
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
  const found = await candidates(await openGateway(folder), agreement, id, await readWhole(file));
  for (const { reference, person, keys } of found) {
    if (json) printJson({ reference, ...person, keys });
    else print(`${reference}\t${person.names[0] ?? ''}\t${keys.map(({ text }) => text).join(' ')}`);
  }
  say(`Candidates: ${found.length}. Each is for two people to look at.`);
}
