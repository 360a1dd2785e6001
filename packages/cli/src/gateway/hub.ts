/** What a gateway has carried by the hub; every call goes out from here. Nothing that the hub says is believed that the other gateway did not sign. */
import type { Client } from '@entente/contract/client';
import { largestSet, type AgreementBody } from '@entente/contract/matching';
import { Failure, type FailureCode } from '@entente/core/failure';
import { fromBase64, toBase64 } from '@entente/core/ledger/base64';
import { isRefusal } from '@entente/core/matching/refusal';
import { clientOf, type Profile } from '../profile.ts';
import { epochIn } from './asker.ts';
import { fastGroup } from './fast-group.ts';
import type { Gateway } from './folder.ts';
import type { KeptEpoch } from './kept.ts';
import { epochFile, ownEpoch } from './owner.ts';
import { agreementIn, type Part } from './policy.ts';
import { keepTheirEpoch, readTheirEpoch } from './waiting.ts';

export interface Hub {
  readonly client: Client;
  /** Whose gateway this is. */
  readonly member: string;
}

/**
 * The hub that a profile names, as its account.
 * @throws Failure `invalid` where what is sent could be read on the way, else as the hub has it
 */
export async function openHub(profile: Profile): Promise<Hub> {
  const { protocol, hostname } = new URL(profile.url);
  if (protocol !== 'https:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) {
    throw new Failure('invalid', `A gateway speaks to a hub by HTTPS alone, and ${profile.url} is none.`);
  }
  const client = clientOf(profile);
  return { client, member: (await client.me()).member.id };
}

/** What a gateway does in an agreement as the two members made it: who learns first sends its keys. */
export function partOf({ member }: Hub, { asker, owner, learnsFirst }: AgreementBody): Part {
  return member === (learnsFirst === 'asker' ? asker : owner) ? 'asks' : 'answers';
}

/**
 * Before anything is made for it: an epoch takes minutes, and a number of it.
 * @throws Failure `forbidden` where the other gateway has this part under the agreement, or by the own policy
 */
export async function requirePart(hub: Hub, { policy }: Gateway, id: string, part: Part): Promise<void> {
  agreementIn(policy, id, part);
  if (partOf(hub, await hub.client.matchingAgreement({ id })) === part) return;
  const does = part === 'asks' ? 'sends the runs' : 'publishes and answers';
  throw new Failure('forbidden', `Under this agreement the gateway of the other member ${does}.`);
}

/** What the hub answers, or `undefined` where it has no such thing. */
export const unlessMissing = <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> =>
  answer.catch((error: unknown) => {
    if (hasCode(error, 'not-found')) return undefined;
    throw error;
  });

export const hasCode = (error: unknown, ...codes: FailureCode[]): error is Failure =>
  error instanceof Failure && codes.includes(error.code);

/** The number of the epoch that the hub has; 0 before the first. */
export const publishedNumber = async ({ client }: Hub, agreement: string): Promise<number> =>
  (await unlessMissing(client.matchingEpoch({ id: agreement })))?.number ?? 0;

/** Sends the own epoch where the hub has not got it. @returns whether it was sent now @throws Failure `conflict` where the hub has a later one */
export async function sendEpoch({ client }: Hub, gateway: Gateway, agreement: string): Promise<boolean> {
  const { number, announcement, set } = await ownEpoch(gateway, agreement);
  const latest = await unlessMissing(client.matchingEpoch({ id: agreement }));
  if (latest?.announcement === announcement) return false;
  if (latest !== undefined && latest.number >= number) {
    throw new Failure(
      'conflict',
      `The hub has epoch ${latest.number}, and the last one here is ${number}: was the folder put back from an old ` +
        'copy? `entente gateway publish --hub` begins one behind both.',
    );
  }
  await client.publishMatchingEpoch({ id: agreement, announcement }, fromBase64(set) ?? new Uint8Array());
  return true;
}

/**
 * The latest epoch of the other side, fetched where it is not here yet.
 * @throws Failure `not-found` before the first, `invalid` where the other gateway did not sign it, or it is an old one
 */
export async function fetchEpoch({ client }: Hub, gateway: Gateway, agreement: string): Promise<KeptEpoch> {
  const { number, announcement } = await client.matchingEpoch({ id: agreement });
  const kept = await readTheirEpoch(gateway, agreement);
  if (kept?.announcement === announcement) return kept;
  const set = await bytesIn(await client.matchingSet({ id: agreement, number }));
  const epoch = { number, announcement, set: toBase64(set) };
  const agreed = agreementIn(gateway.policy, agreement, 'asks');
  const opened = epochIn(await fastGroup(), agreed, epochFile(epoch));
  if (kept !== undefined && opened.number <= kept.number) {
    throw new Failure(
      'invalid',
      `The hub gives epoch ${opened.number}, and had given ${kept.number} before.`,
    );
  }
  await keepTheirEpoch(gateway, agreement, { ...epoch, number: opened.number });
  return epoch;
}

async function bytesIn(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const bytes of stream) {
      length += bytes.length;
      if (length > largestSet) throw new Failure('too-large', `The hub gives more than ${largestSet} bytes.`);
      pieces.push(bytes);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('unavailable', 'The set broke off on the way.', error);
  }
  return Buffer.concat(pieces);
}

/**
 * Sends a run. Where the hub has one of its number it is this one: only this gateway signs runs of the agreement.
 * @returns why it is not carried, where it breaks what was agreed on
 */
export async function sendRun({ client }: Hub, agreement: string, note: string): Promise<string | undefined> {
  try {
    await client.sendMatchingRun({ id: agreement, message: note });
    return undefined;
  } catch (error) {
    const [, reason = ''] = hasCode(error, 'conflict') ? (/^([a-z-]+): /.exec(error.message) ?? []) : [];
    if (!isRefusal(reason)) throw error;
    return reason === 'replayed' ? undefined : reason;
  }
}
