/** The commands of a gateway that has a list to be asked. */
import cliProgress from 'cli-progress';
import type { Command } from 'commander';
import { Failure } from '@entente/core/failure';
import { keyOf, writeKey } from '@entente/core/ledger/note';
import { writeAsked } from '../files.ts';
import { makeFolder, openGateway, type Gateway } from '../gateway/folder.ts';
import { publishedNumber, requirePart, sendEpoch, type Hub } from '../gateway/hub.ts';
import type { KeptEpoch } from '../gateway/kept.ts';
import { answer, epochFile, makeEpoch, ownEpoch } from '../gateway/owner.ts';
import { isGatewayName } from '../gateway/policy.ts';
import { inWords } from '../gateway/reason.ts';
import { print, say } from '../output.ts';
import {
  agreementArgument,
  folderArgument,
  hubFor,
  hubOption,
  readWhole,
  withRemedy,
} from './gateway-target.ts';
import type { Target } from './gateway-target.ts';

export function addOwner(gateway: Command): void {
  gateway
    .command('init')
    .summary('make the folder of a gateway, with its secrets and an empty policy')
    .argument(...folderArgument)
    .requiredOption('--name <name>', 'the name of the gateway, as it signs')
    .action(init);
  gateway
    .command('publish')
    .summary('begin an epoch: a new key and the set of the list')
    .description(
      'Runs of the epoch before are answered no more. The new one goes to the asker as a file, or through the hub.',
    )
    .argument(...folderArgument)
    .argument(...agreementArgument)
    .option('--out <file>', 'where to write it')
    .option(...hubOption)
    .option('--again', 'begin none: write the one that holds once more')
    .action(publishEpoch);
  gateway
    .command('answer')
    .summary('answer a run of the other side, as far as was agreed')
    .description('Ends with 1 where it refuses; the refusal is written all the same, for the asker.')
    .argument(...folderArgument)
    .argument(...agreementArgument)
    .argument('<run>', 'the file that the asker wrote')
    .requiredOption('--out <file>', 'where to write the answer')
    .action(answerFile);
}

async function init(folder: string, { name }: { name: string }): Promise<void> {
  if (!isGatewayName(name)) throw new Failure('invalid', 'A name of a gateway has no spaces and no “+”.');
  await makeFolder(folder, name);
  const { signer } = await openGateway(folder);
  print(writeKey(keyOf(signer)));
  say('This is the key that the other side sets as “with” of its agreement. Give it from hand to hand.');
}

async function publishEpoch(
  folder: string,
  agreement: string,
  { again = false, ...target }: Target & { again?: boolean },
): Promise<void> {
  const gateway = await openGateway(folder);
  const hub = await hubFor(target);
  const epoch = again ? await ownEpoch(gateway, agreement) : await newEpoch(gateway, agreement, hub);
  const remedy = `Epoch ${epoch.number} is begun and kept: with --again it goes where it can.`;
  if (hub === undefined) await writeAsked(target.out ?? '', epochFile(epoch), remedy);
  else await withRemedy(remedy, () => sendEpoch(hub, gateway, agreement));
  say(`Epoch ${epoch.number} of ${agreement} is at ${target.out ?? 'the hub'}.`);
}

async function newEpoch(gateway: Gateway, agreement: string, hub: Hub | undefined): Promise<KeptEpoch> {
  if (hub !== undefined) await requirePart(hub, gateway, agreement, 'answers');
  const after = hub === undefined ? 0 : await publishedNumber(hub, agreement);
  const progress = showProgress();
  const making = { day: today(), tell: progress.tell, after };
  const { epoch, persons } = await makeEpoch(gateway, agreement, making).finally(progress.end);
  say(`Persons: ${persons}.`);
  return epoch;
}

/** A bar on a terminal; elsewhere a line where an earlier process had begun. */
function showProgress(): { tell: (done: number, all: number) => void; end: () => void } {
  const format = '{bar} {percentage}% | {value} of {total} keys | {eta_formatted} to go';
  const bar = new cliProgress.SingleBar({ format, stream: process.stderr, hideCursor: true });
  let isBegun = false;
  return {
    tell(done, all) {
      if (!isBegun && done > 0) say(`Going on from where it stopped: ${done} of ${all} keys are there.`);
      if (process.stderr.isTTY && isBegun) bar.update(done);
      else if (process.stderr.isTTY) bar.start(all, done);
      isBegun = true;
    },
    end: () => bar.stop(),
  };
}

/** UTC. */
const today = (): string => new Date().toISOString().slice(0, 10);

async function answerFile(
  folder: string,
  agreement: string,
  run: string,
  { out }: { out: string },
): Promise<void> {
  const { note, record, refused } = await answer(
    await openGateway(folder),
    agreement,
    await readWhole(run),
    today(),
  );
  const remedy = 'The reply is kept: answer the same run again, and write it where that can be done.';
  await writeAsked(out, note, remedy);
  if (refused !== undefined) {
    throw new Failure('invalid', `Run ${record.run} is refused: ${inWords(refused)}. Written to ${out}.`);
  }
  say(`Run ${record.run} is answered: ${record.keys} keys. Written to ${out}.`);
}
