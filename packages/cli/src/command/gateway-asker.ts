/** The commands of a gateway that asks. */
import type { Command } from 'commander';
import { longestMessage } from '@entente/contract/matching';
import { Failure } from '@entente/core/failure';
import type { Purpose } from '@entente/core/matching/run';
import { writeAsked } from '../files.ts';
import { ask, begunRun, endedRun, type Candidate } from '../gateway/asker.ts';
import { openGateway, type Gateway } from '../gateway/folder.ts';
import { fetchEpoch, requirePart, sendRun, type Hub } from '../gateway/hub.ts';
import { epochFile } from '../gateway/owner.ts';
import { inWords } from '../gateway/reason.ts';
import { keepOutcome, keepWaiting, readOutcome } from '../gateway/waiting.ts';
import { print, printJson, say } from '../output.ts';
import {
  agreementArgument,
  folderArgument,
  hubFor,
  hubOption,
  readWhole,
  withRemedy,
} from './gateway-target.ts';
import type { Target } from './gateway-target.ts';

/** In characters: its answer is a little longer. */
const longestRun = longestMessage * 0.99;

export function addAsker(gateway: Command): void {
  gateway
    .command('ask')
    .summary('begin a run with the own list')
    .argument(...folderArgument)
    .argument(...agreementArgument)
    .argument('[epoch]', 'the file that the other side published; with --hub the hub has it')
    .requiredOption('--purpose <purpose>', 'one of those agreed on')
    .requiredOption('--case <reference>', 'reference of the case')
    .option('--out <file>', 'where to write the run, for the other side')
    .option(...hubOption)
    .action(askRun);
  gateway
    .command('hits')
    .summary('end a run: who of the own list seems to be on the other')
    .argument(...folderArgument)
    .argument(...agreementArgument)
    .argument('<id>', 'the run, as ask printed it')
    .argument('[answer]', 'the file that the other side wrote; of a run through the hub it is there')
    .option('--json', 'a line of JSON for each, with the keys')
    .action(printHits);
}

async function askRun(
  folder: string,
  agreement: string,
  epoch: string | undefined,
  { purpose, case: caseReference, ...target }: Target & { purpose: string; case: string },
): Promise<void> {
  const gateway = await openGateway(folder);
  const hub = await hubFor(target);
  const why = { purpose, caseReference };
  if (hub !== undefined) return askThrough(hub, gateway, agreement, why);
  if (epoch === undefined) throw new Failure('invalid', 'The file that the other side published is wanted.');
  const { id, note, asked } = await ask(gateway, agreement, await readWhole(epoch), why);
  await writeAsked(target.out ?? '', note, 'Ask again: the run was not sent.');
  print(id);
  say(`Keys asked for, with those that fill up: ${asked.length}. Written to ${target.out}.`);
}

async function askThrough(hub: Hub, gateway: Gateway, agreement: string, why: Purpose): Promise<void> {
  await requirePart(hub, gateway, agreement, 'asks');
  const published = epochFile(await fetchEpoch(hub, gateway, agreement));
  const run = await ask(gateway, agreement, published, why);
  if (run.note.length > longestRun) {
    throw new Failure(
      'too-large',
      'The hub does not carry so many keys at once: ask with a part of the list.',
    );
  }
  await keepWaiting(gateway, agreement, run.id);
  print(run.id);
  const remedy = 'The run is kept: `entente gateway run` sends it.';
  const refused = await withRemedy(remedy, () => sendRun(hub, agreement, run.note));
  if (refused !== undefined) {
    await keepOutcome(gateway, agreement, run.id, { unanswered: refused, candidates: [] });
    throw new Failure('invalid', `The hub does not carry this run: ${inWords(refused)}.`);
  }
  say(`Keys asked for, with those that fill up: ${run.asked.length}. Sent to the hub.`);
}

async function printHits(
  folder: string,
  agreement: string,
  id: string,
  file: string | undefined,
  { json = false }: { json?: boolean },
): Promise<void> {
  const gateway = await openGateway(folder);
  const ended =
    file === undefined
      ? await keptOutcome(gateway, agreement, id)
      : await endedRun(gateway, agreement, id, await readWhole(file));
  if (!('candidates' in ended)) {
    throw new Failure('invalid', `The run has no answer that can be used: ${inWords(ended.unanswered)}.`);
  }
  for (const { reference, person, keys } of ended.candidates) {
    if (json) printJson({ reference, ...person, keys });
    else print(`${reference}\t${person.names[0] ?? ''}\t${textsIn(keys).join(' ')}`);
  }
  say(`Candidates: ${ended.candidates.length}. Each is for two people to look at.`);
}

/** Two names of one person may have one key. */
const textsIn = (keys: Candidate['keys']): string[] => [...new Set(keys.map(({ text }) => text))];

async function keptOutcome(
  gateway: Gateway,
  agreement: string,
  id: string,
): Promise<{ candidates: readonly Candidate[] } | { unanswered: string }> {
  await begunRun(gateway, agreement, id);
  const kept = await readOutcome(gateway, agreement, id);
  if (kept === undefined) {
    throw new Failure(
      'invalid',
      'The run has not ended: give the file with its answer, or let `entente gateway run` fetch that from the hub.',
    );
  }
  return kept.unanswered === null ? { candidates: kept.candidates } : { unanswered: kept.unanswered };
}
