/** What a gateway does as an asker: begins runs, ends them, and opens keys of them for an audit. */
import { Failure } from '@entente/core/failure';
import { fromBase64 } from '@entente/core/ledger/base64';
import { longestWords } from '@entente/core/matching/agreement';
import { refusalByTerms, type Terms } from '@entente/core/matching/answer';
import { openEpoch, type Epoch } from '@entente/core/matching/epoch';
import type { Group } from '@entente/core/matching/group';
import { isCandidate, keysOf, type MatchingKey } from '@entente/core/matching/keys';
import type { Refusal } from '@entente/core/matching/refusal';
import {
  beginRun,
  endRun,
  keysOfRun,
  type OpenRun,
  type Purpose,
  type Unanswered,
} from '@entente/core/matching/run';
import { z } from 'zod';
import { fastGroup } from './fast-group.ts';
import { ownList, type Gateway } from './folder.ts';
import { keepRun, readRun, type BegunRun } from './kept.ts';
import type { ListEntry } from './list.ts';
import { textsOf } from './owner.ts';
import { agreementIn, type Agreement } from './policy.ts';

const publishedShape = z.object({ announcement: z.string(), set: z.string() });

/** Reads what the other side published. @throws Failure `invalid` where it is not of this agreement, or was altered */
export function epochIn(group: Group, { id, other }: Agreement, file: string): Epoch {
  const { data } = publishedShape.safeParse(parsed(file));
  const set = data === undefined ? undefined : fromBase64(data.set);
  const published = { announcement: data?.announcement ?? '', set: set ?? new Uint8Array() };
  const epoch = openEpoch(group, id, published, other);
  if (epoch !== undefined) return epoch;
  throw new Failure(
    'invalid',
    `This is no epoch of “${id}” that the gateway “${other.name}” signed with the key that the policy has, or its set ` +
      'was altered on the way. Compare the key with the other side.',
  );
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    return undefined; // no epoch, and said so by whoever looks into it
  }
}

/** Begins a run with the own list; gives what is to be sent. @throws Failure `invalid` where it is against what was agreed on */
export async function ask(
  gateway: Gateway,
  agreement: string,
  epochFile: string,
  why: Purpose,
): Promise<OpenRun> {
  const agreed = agreementIn(gateway.policy, agreement, 'asks');
  if (why.caseReference.length > longestWords) {
    throw new Failure('invalid', `A case reference has at most ${longestWords} characters.`);
  }
  const texts = textsOf(await ownList(gateway), 'asked');
  const keys = keysOfRun(texts);
  const refused = refusalByTerms(why, keys, agreed, 0);
  if (refused !== undefined) throw new Failure('invalid', refusedText(refused, why, keys, agreed));
  const group = await fastGroup();
  const run = beginRun(group, epochIn(group, agreed, epochFile), texts, why, gateway);
  await keepRun(gateway, agreement, { run, epochFile });
  return run;
}

function refusedText(refused: Refusal, { purpose }: Purpose, keys: number, terms: Terms): string {
  if (refused === 'purpose') {
    return `The purpose “${purpose}” was not agreed on. These were: ${terms.purposes.join(', ')}.`;
  }
  if (refused === 'case') return 'A run has a case reference.';
  return refused === 'smallest-batch'
    ? `The run has ${keys} keys, and ${terms.smallestBatch} at least were agreed on: the list is too short.`
    : `The run has ${keys} keys, and ${terms.keysADay} a day were agreed on: ask with a part of the list.`;
}

export interface Candidate extends ListEntry {
  readonly keys: readonly MatchingKey[];
}

/** How a run ended: who of the own list is a candidate, or why there is no answer to use. */
export type EndedRun = { readonly candidates: Candidate[] } | { readonly unanswered: Unanswered };

/** Ends a run that was begun here with what came back. */
export async function endedRun(
  gateway: Gateway,
  agreement: string,
  id: string,
  note: string,
): Promise<EndedRun> {
  const group = await fastGroup();
  const agreed = agreementIn(gateway.policy, agreement, 'asks');
  const { run, epochFile } = await begunRun(gateway, agreement, id);
  const epoch = epochIn(group, agreed, epochFile);
  const outcome = endRun(group, epoch, run, note, agreed.other);
  if ('unanswered' in outcome) return outcome;
  const found = (await ownList(gateway)).flatMap((entry) => {
    const keys = keysOf(entry.person, 'asked').filter(({ text }) => outcome.found.has(text));
    return isCandidate(keys, epoch.set.values.length) ? [{ ...entry, keys }] : [];
  });
  return { candidates: found };
}

/** @throws Failure `not-found` where no such run was begun here */
export async function begunRun(gateway: Gateway, agreement: string, id: string): Promise<BegunRun> {
  agreementIn(gateway.policy, agreement, 'asks');
  const begun = /^[0-9a-f]{32}$/.test(id) ? await readRun(gateway, agreement, id) : undefined;
  if (begun === undefined) throw new Failure('not-found', `No run “${id}” was begun here.`);
  return begun;
}
