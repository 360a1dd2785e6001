/**
 * Messages of gateways whose elements are no elements: the hub reads heads alone, so nothing has to be evaluated where
 * the hub is what is tested.
 */
import { createHash } from 'node:crypto';
import { keyOf, signerOf, writeKey, type NoteSigner } from '@entente/core/ledger/note';
import { noteDigest, writeMessage } from '@entente/core/matching/message';

/** A gateway whose key hangs on its name alone. */
export const gatewayOf = (name: string): NoteSigner =>
  signerOf(`gateway-${name}`, createHash('sha256').update(name).digest());

/** Its public key, as members give it for an agreement. */
export const keyTextOf = (gateway: NoteSigner): string => writeKey(keyOf(gateway));

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Announces an epoch of a set. */
export const announcementOf = (
  gateway: NoteSigner,
  { agreement, number, set }: { agreement: string; number: number; set: Uint8Array },
): string =>
  writeMessage(
    'epoch',
    {
      agreement,
      number,
      publicKey: base64(Buffer.alloc(32, 7)),
      digest: base64(createHash('sha256').update(set).digest()),
    },
    gateway,
  );

export interface RunTold {
  /** 32 hexadecimal digits. */
  run: string;
  announcement: string;
  purpose?: string;
  caseReference?: string;
  /** How many keys. */
  keys?: number;
}

export const runOf = (
  gateway: NoteSigner,
  { run, announcement, purpose = 'border', caseReference = '7', keys = 64 }: RunTold,
): string =>
  writeMessage(
    'run',
    {
      run,
      epoch: noteDigest(announcement),
      purpose,
      case: caseReference,
      commitment: base64(createHash('sha256').update(run).digest()),
      elements: base64(Buffer.alloc(32 * keys, 1)),
    },
    gateway,
  );

export const answerOf = (gateway: NoteSigner, run: string, { keys = 64, filled = 2 } = {}): string =>
  writeMessage(
    'answer',
    {
      request: noteDigest(run),
      elements: base64(Buffer.alloc(32 * keys, filled)),
      proofs: base64(Buffer.alloc(64, filled)),
    },
    gateway,
  );

export const refusalOf = (gateway: NoteSigner, run: string, reason: string): string =>
  writeMessage('refusal', { request: noteDigest(run), reason }, gateway);
