/** `entente gateway run`: a gateway that works by itself, as its policy allows. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { Failure } from '@entente/core/failure';
import { openGateway } from '../gateway/folder.ts';
import { openHub } from '../gateway/hub.ts';
import { alone } from '../gateway/lock.ts';
import { goRound } from '../gateway/round.ts';
import { say } from '../output.ts';
import { readProfile } from '../profile.ts';
import { safeText } from '../safe-text.ts';
import { listenForSignals } from '../signals.ts';
import { folderArgument } from './gateway-target.ts';

/** Between two rounds at most, in seconds. */
const longestWait = 600;

interface Options {
  once?: boolean;
  every: number;
}

export function addService(gateway: Command): void {
  gateway
    .command('run')
    .summary('work by itself through the hub: answer, send, fetch answers')
    .description(
      'Asks the hub, out-bound alone, for what waits in the agreements of the policy: sends the epoch and the runs\n' +
        'that were kept, answers or refuses runs of others, fetches epochs and answers, and writes how a run ended\n' +
        'into the folder. It begins an epoch where its policy says after how many days (`epochDays`), and else says so\n' +
        'where the list has changed. Where the hub cannot be reached\n' +
        'it waits longer each time. It may be stopped or killed at any time; the next start goes on from there.',
    )
    .argument(...folderArgument)
    .option('--once', 'one round, then end')
    .option('--every <seconds>', 'from one round to the next', secondsOf, 30)
    .addHelpText(
      'after',
      '\nExamples:\n  $ entente gateway run gateway\n  $ entente gateway run gateway --once && entente gateway hits gateway n-s 0f3c…',
    )
    .action(runGateway);
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (seconds >= 1 && seconds <= longestWait) return seconds;
  throw new InvalidArgumentError(`1 to ${longestWait} is wanted.`);
}

async function runGateway(folder: string, { once = false, every }: Options): Promise<void> {
  const stop = new AbortController();
  if (!once) void listenForSignals().then(() => stop.abort());
  await openGateway(folder);
  await alone(join(folder, 'running'), async () => {
    const said = new Set<string>();
    let isTold = once;
    for (let failures = 0; !stop.signal.aborted;) {
      const first = await round(folder, stop.signal, said);
      if (once && first !== undefined) throw first instanceof Failure ? undone(first) : first;
      if (once) return;
      failures = first === undefined ? 0 : failures + 1;
      if (failures === 0 && !isTold) {
        isTold = true;
        say(`The hub was asked what waits, and is again every ${every} seconds. Ctrl-C stops.`);
      }
      await sleep(waitAfter(failures, every), undefined, { signal: stop.signal }).catch(unlessStopped);
    }
    say('Stopped.');
  });
}

/** What it was is said already. */
const undone = (first: Failure): Failure =>
  new Failure(first.code, 'Not all that waits could be done, as said above.', first);

/** Longer after each failure, and not for all gateways alike. */
const waitAfter = (failures: number, every: number): number =>
  1000 * Math.min(longestWait, every * 2 ** Math.min(failures, 10)) * (1 + Math.random() / 5);

function unlessStopped(error: Error): void {
  if (error.name !== 'AbortError') throw error;
}

/**
 * One round, with the policy as it is now.
 * @param said what was remarked and complained of in the round before: it is said once, until it has gone
 * @returns the first thing that failed and may not the next time
 * @throws Failure where trying again changes nothing
 */
async function round(folder: string, stop: AbortSignal, said: Set<string>): Promise<Error | undefined> {
  const failed: Error[] = [];
  const told = new Set<string>();
  const remark = (line: string): void => {
    told.add(line);
    if (!said.has(line)) say(line);
  };
  const complain = (place: string, error: unknown): void => {
    if (!(error instanceof Error)) throw error;
    failed.push(error);
    remark(`${place}: ${safeText(error.message)}`);
  };
  try {
    const gateway = await openGateway(folder);
    const hub = await openHub(await readProfile());
    const day = new Date().toISOString().slice(0, 10);
    await goRound({ hub, gateway, day, isStopping: () => stop.aborted, tell: say, remark, complain });
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'unauthenticated') throw error;
    complain(folder, error);
  }
  said.clear();
  for (const line of told) said.add(line);
  return failed[0];
}
