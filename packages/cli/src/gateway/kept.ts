/** What a gateway keeps of an agreement: its own epoch, what it answered, and the runs that it began. */
import { createHash } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@entente/core/failure';
import { toBase64 } from '@entente/core/ledger/base64';
import type { Reply, RunRecord } from '@entente/core/matching/answer';
import type { OpenRun } from '@entente/core/matching/run';
import { z } from 'zod';
import { isThere, replaceFile, textIfThere, wholeLines } from '../files.ts';
import type { Gateway } from './folder.ts';
import { bytesShape, keepJson, readShaped, shapedIn } from './json-file.ts';
import { alone } from './lock.ts';

/** Where something of an agreement is kept. */
export const fileOf = ({ folder }: Gateway, agreement: string, file: string): string =>
  join(folder, agreement, file);

/** Does what no other process may do meanwhile in an agreement. @param what `answering` or `publishing` */
export const aloneIn = <Result>(
  gateway: Gateway,
  agreement: string,
  what: 'answering' | 'publishing',
  work: () => Promise<Result>,
): Promise<Result> => alone(fileOf(gateway, agreement, what), work);

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'must be a day');

export const epochShape = z.object({
  number: z.int().min(1),
  announcement: z.string(),
  set: z.string(),
  /** SHA-256 of the file of the own list of which it was made; of an epoch of the other side there is none. */
  list: z.string().optional(),
  /** The day on which it was begun, UTC; of an epoch of the other side there is none. */
  begun: day.optional(),
});

/** The own epoch of an agreement, with all that is published of it. */
export type KeptEpoch = z.output<typeof epochShape>;

/** The own epoch; `undefined` before the first. */
export const readEpoch = (gateway: Gateway, agreement: string): Promise<KeptEpoch | undefined> =>
  readShaped(
    fileOf(gateway, agreement, 'epoch.json'),
    epochShape,
    'Put it back from a copy, or agree on an agreement of another id: the number says which key comes next.',
  );

export const keepEpoch = (gateway: Gateway, agreement: string, epoch: KeptEpoch): Promise<void> =>
  keepJson(fileOf(gateway, agreement, 'epoch.json'), epoch);

const runId = z.string().regex(/^[0-9a-f]{32}$/, 'must be the number of a run');
const runShape = z.object({
  note: z.string(),
  seed: bytesShape,
  epoch: z.string().regex(/^[0-9a-f]{64}$/, 'must be a digest'),
  asked: z.array(z.tuple([z.string(), bytesShape, bytesShape])).min(1),
});

/** A run that was begun, with the epoch that it is of. */
export interface BegunRun {
  readonly run: OpenRun;
  readonly epochFile: string;
}

const runFile = (gateway: Gateway, agreement: string, id: string): string =>
  fileOf(gateway, agreement, `run-${id}.json`);

/** Sets are large, and many runs are of one. @param digest SHA-256 of what was published */
const askedEpochFile = (gateway: Gateway, agreement: string, digest: string): string =>
  fileOf(gateway, agreement, `epoch-${digest}.json`);

/** Keeps a run with its blinds: needed for the answer, and for an audit. */
export async function keepRun(
  gateway: Gateway,
  agreement: string,
  { run, epochFile }: BegunRun,
): Promise<void> {
  const epoch = createHash('sha256').update(epochFile).digest('hex');
  const path = askedEpochFile(gateway, agreement, epoch);
  if (!(await isThere(path))) await replaceFile(path, epochFile);
  const asked = run.asked.map(({ text, blind, element }) => [text, toBase64(blind), toBase64(element)]);
  const kept = { note: run.note, seed: toBase64(run.seed), epoch, asked };
  await keepJson(runFile(gateway, agreement, run.id), kept);
}

/** `undefined` where no such run was begun here. */
export async function readRun(
  gateway: Gateway,
  agreement: string,
  id: string,
): Promise<BegunRun | undefined> {
  const remedy = 'Put it back from a copy, or ask again.';
  const kept = await readShaped(runFile(gateway, agreement, id), runShape, remedy);
  if (kept === undefined) return undefined;
  const { asked, epoch, ...rest } = kept;
  const path = askedEpochFile(gateway, agreement, epoch);
  const epochFile = await textIfThere(path);
  if (epochFile === undefined) throw new Failure('invalid', `${path} is missing. ${remedy}`);
  return {
    run: { id, ...rest, asked: asked.map(([text, blind, element]) => ({ text, blind, element })) },
    epochFile,
  };
}

const recordShape = z.object({
  run: runId,
  day,
  keys: z.int().min(0),
});

const recordsFile = (gateway: Gateway, agreement: string): string =>
  fileOf(gateway, agreement, 'answered.ndjson');

/** What was answered or refused in an agreement. A half line is of a process that ended before it gave the answer. */
export async function readRecords(gateway: Gateway, agreement: string): Promise<RunRecord[]> {
  const path = recordsFile(gateway, agreement);
  const lines = ((await textIfThere(path)) ?? '').split('\n').slice(0, -1);
  const remedy = 'Put the file back from a copy: by it quotas are counted, and no run is answered twice.';
  return lines.map((line, index) => shapedIn(line, `${path}, line ${index + 1}`, recordShape, remedy));
}

const answeredFile = (gateway: Gateway, agreement: string, id: string, what: 'run' | 'reply'): string =>
  fileOf(gateway, agreement, `answered-${id}.${what}`);

/**
 * Keeps a run of the other side as it came, for an audit, and what is replied to it, then its record: from there on it
 * counts. All is on disk when this is done.
 */
export async function keepReply(
  gateway: Gateway,
  agreement: string,
  run: string,
  { record, note }: Reply,
): Promise<void> {
  await replaceFile(answeredFile(gateway, agreement, record.run, 'run'), run);
  await replaceFile(answeredFile(gateway, agreement, record.run, 'reply'), note);
  const path = recordsFile(gateway, agreement);
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  await appendFile(path, '', { mode: 0o600 });
  await wholeLines(path);
  await appendFile(path, `${JSON.stringify(record)}\n`, { flush: true });
}

/** What was replied to a run; `undefined` where it did not come just so, or is not there. */
export async function readReplied(
  gateway: Gateway,
  agreement: string,
  id: string,
  run: string,
): Promise<string | undefined> {
  const kept = await textIfThere(answeredFile(gateway, agreement, id, 'run'));
  return kept === run ? textIfThere(answeredFile(gateway, agreement, id, 'reply')) : undefined;
}
