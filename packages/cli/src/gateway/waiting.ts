/** What a gateway keeps of runs that it sent through the hub, until they have ended and for good. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { epochShape, fileOf, type KeptEpoch } from './kept.ts';
import type { Gateway } from './folder.ts';
import { keepJson, readShaped } from './json-file.ts';

const theirEpochFile = (gateway: Gateway, agreement: string): string =>
  fileOf(gateway, agreement, 'their-epoch.json');

/** The epoch of the other side as it was fetched; `undefined` before the first. */
export const readTheirEpoch = (gateway: Gateway, agreement: string): Promise<KeptEpoch | undefined> =>
  readShaped(theirEpochFile(gateway, agreement), epochShape, 'Remove it: it is fetched again.');

export const keepTheirEpoch = (gateway: Gateway, agreement: string, epoch: KeptEpoch): Promise<void> =>
  keepJson(theirEpochFile(gateway, agreement), epoch);

const strength = z.enum(['strong', 'fair', 'usual', 'weak']);
const key = z.object({ text: z.string(), part: z.string(), name: z.int().nullable(), strength });
const texts = z.array(z.string()).readonly();
const candidate = z.object({
  reference: z.string(),
  person: z.object({ names: texts, births: texts, documents: texts }),
  keys: z.array(key).readonly(),
});

const outcomeShape = z.object({
  /** Why there is no answer to use: a word of the protocol, or words of a person; `null` where there is one. */
  unanswered: z.string().nullable(),
  candidates: z.array(candidate).readonly(),
});

/** How a run through the hub ended. */
export type RunOutcome = z.output<typeof outcomeShape>;

const waitingFile = (gateway: Gateway, agreement: string, id: string): string =>
  fileOf(gateway, agreement, `waiting-${id}`);

const outcomeFile = (gateway: Gateway, agreement: string, id: string): string =>
  fileOf(gateway, agreement, `outcome-${id}.json`);

/** Notes that a run that is kept is to go through the hub. */
export const keepWaiting = (gateway: Gateway, agreement: string, id: string): Promise<void> =>
  keepJson(waitingFile(gateway, agreement, id), {});

/** Numbers of the runs that have not ended. */
export async function waitingRuns({ folder }: Gateway, agreement: string): Promise<string[]> {
  const names = await readdir(join(folder, agreement)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return [];
  });
  return names.flatMap((name) => /^waiting-([0-9a-f]{32})$/.exec(name)?.[1] ?? []);
}

/** Keeps how a run ended; from there on it waits no more. */
export async function keepOutcome(
  gateway: Gateway,
  agreement: string,
  id: string,
  outcome: RunOutcome,
): Promise<void> {
  await keepJson(outcomeFile(gateway, agreement, id), outcome);
  await rm(waitingFile(gateway, agreement, id), { force: true });
}

/** `undefined` where it has not ended, or did not go through the hub. */
export const readOutcome = (
  gateway: Gateway,
  agreement: string,
  id: string,
): Promise<RunOutcome | undefined> =>
  readShaped(outcomeFile(gateway, agreement, id), outcomeShape, 'Put it back from a copy, or ask again.');
