/** What a gateway does as the owner of a list: begins epochs, and answers runs. */
import { rm } from 'node:fs/promises';
import { Failure } from '@entente/core/failure';
import { keyOf } from '@entente/core/ledger/note';
import { toBase64 } from '@entente/core/ledger/base64';
import { answerRun, openReply, openRun, type Reply } from '@entente/core/matching/answer';
import { epochKey, publish } from '@entente/core/matching/epoch';
import { keysOf, type Side } from '@entente/core/matching/keys';
import { noteDigest } from '@entente/core/matching/message';
import { evaluateAll } from './evaluation.ts';
import { fastGroup } from './fast-group.ts';
import { ownList, ownListDigest, type Gateway } from './folder.ts';
import { aloneIn, fileOf, keepEpoch, keepReply, readEpoch, readRecords, readReplied } from './kept.ts';
import type { KeptEpoch } from './kept.ts';
import type { ListEntry } from './list.ts';
import { agreementIn } from './policy.ts';

/** Of sets: one false hit in about a million. */
const bits = 20;

/** The keys of a list, none twice. @throws Failure `invalid` where there is none */
export function textsOf(list: readonly ListEntry[], side: Side): string[] {
  const texts = new Set(list.flatMap(({ person }) => keysOf(person, side).map(({ text }) => text)));
  if (texts.size > 0) return [...texts];
  throw new Failure('invalid', 'Nobody on the list has a key: `entente gateway keys` shows it.');
}

/** What the asker is given of an epoch. */
export const epochFile = ({ announcement, set }: KeptEpoch): string => JSON.stringify({ announcement, set });

export interface MadeEpoch {
  epoch: KeptEpoch;
  persons: number;
}

export interface Making {
  /** Today, `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** Told how many keys of how many are evaluated; what it throws ends the work, and what is there is kept. */
  readonly tell: (done: number, all: number) => void;
  /** A number that was used, where more is known than what is kept: no key is used twice. */
  readonly after?: number;
  /** What is still to be done in the epoch before. */
  readonly beforeItHolds?: () => Promise<void>;
}

/**
 * Begins the next epoch of an agreement, and keeps it: runs of the one before are answered no more. Where an earlier
 * process was killed over it, goes on from there.
 */
export async function makeEpoch(
  gateway: Gateway,
  agreement: string,
  { day, tell, after = 0, beforeItHolds }: Making,
): Promise<MadeEpoch> {
  agreementIn(gateway.policy, agreement, 'answers');
  const group = await fastGroup();
  return aloneIn(gateway, agreement, 'publishing', async () => {
    const number = Math.max(after, (await readEpoch(gateway, agreement))?.number ?? 0) + 1;
    const key = epochKey(group, gateway.epochs, { agreement, number });
    const read = await ownListDigest(gateway);
    const list = await ownList(gateway);
    const texts = textsOf(list, 'held');
    const path = fileOf(gateway, agreement, 'epoch-begun.txt');
    const outputs = await evaluateAll({ key, texts, path }, tell);
    const made = publish(group, { agreement, number }, key, outputs, { bits, ...gateway });
    const epoch = {
      number,
      announcement: made.announcement,
      set: toBase64(made.set),
      list: read,
      begun: day,
    };
    await beforeItHolds?.();
    await keepEpoch(gateway, agreement, epoch);
    await rm(path);
    return { epoch, persons: list.length };
  });
}

/** The epoch that runs are answered in. @throws Failure `invalid` before the first */
export async function ownEpoch(gateway: Gateway, agreement: string): Promise<KeptEpoch> {
  agreementIn(gateway.policy, agreement, 'answers');
  const kept = await readEpoch(gateway, agreement);
  if (kept !== undefined) return kept;
  throw new Failure('invalid', `There is no epoch of “${agreement}” yet: \`entente gateway publish\`.`);
}

/**
 * Answers a run, or refuses it; all is kept before anything is given. What comes again byte for byte is replied to in
 * the same bytes, and counts once.
 * @param day today, `YYYY-MM-DD`
 */
export async function answer(gateway: Gateway, agreement: string, note: string, day: string): Promise<Reply> {
  const { other, ...terms } = agreementIn(gateway.policy, agreement, 'answers');
  const run = openRun(note, other);
  if (run === undefined) {
    throw new Failure(
      'invalid',
      `This is no run that the gateway “${other.name}” signed with the key that the policy has. Compare the key with ` +
        'the other side.',
    );
  }
  const group = await fastGroup();
  return aloneIn(gateway, agreement, 'answering', async () => {
    const earlier = await readRecords(gateway, agreement);
    const record = earlier.find(({ run: id }) => id === run.id);
    const again = record && (await repeated(gateway, agreement, note, record));
    if (again !== undefined) return again;
    const { announcement, number } = await ownEpoch(gateway, agreement);
    const key = epochKey(group, gateway.epochs, { agreement, number });
    const agreed = { asker: other, terms, earlier, day };
    const reply = answerRun(group, { announcement, key }, note, agreed, gateway) as Reply;
    if (reply.refused !== 'replayed') await keepReply(gateway, agreement, note, reply);
    return reply;
  });
}

async function repeated(
  gateway: Gateway,
  agreement: string,
  note: string,
  record: Reply['record'],
): Promise<Reply | undefined> {
  const kept = await readReplied(gateway, agreement, record.run, note);
  const head = kept === undefined ? undefined : openReply(kept, keyOf(gateway.signer));
  if (kept === undefined || head?.request !== noteDigest(note)) return undefined;
  return { note: kept, record, refused: head.refused };
}
