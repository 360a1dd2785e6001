/** An epoch of an agreement: the owner's key for one asker for some time, and the set that was made with it. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../ledger/base64.ts';
import type { NoteKey, NoteSigner } from '../ledger/note.ts';
import type { Element, Group } from './group.ts';
import { beacons, inputOf } from './input.ts';
import { noteDigest, openMessage, writeMessage } from './message.ts';
import { deriveKeyPair, evaluate, type KeyPair } from './oprf.ts';
import { digestOf, openSet, writeSet, type OutputSet, type Random } from './output-set.ts';

export interface EpochName {
  /** Id of the agreement between the owner and one asker. */
  readonly agreement: string;
  /** From 1; each has a key of its own. */
  readonly number: number;
}

/** The key of an epoch. @param seed of all epochs of a gateway, 32 secret bytes */
export const epochKey = (group: Group, seed: Uint8Array, { agreement, number }: EpochName): KeyPair =>
  deriveKeyPair(group, seed, utf8ToBytes(`entente/matching/v1|${agreement}|${number}`));

/** The outputs of texts under the owner's own key: the long part of an epoch, which can be done in pieces. */
export const outputsOf = (group: Group, key: KeyPair, texts: Iterable<string>): Uint8Array[] =>
  [...texts].map((text) => evaluate(group, key, inputOf(text)));

export interface Published {
  /** Signed: whose epoch, its public key, and the digest of the set. */
  readonly announcement: string;
  readonly set: Uint8Array;
}

/**
 * Makes what the asker is given.
 * @param outputs of the owner's keys, none twice
 * @param bits of the set (`output-set`)
 */
export function publish(
  group: Group,
  { agreement, number }: EpochName,
  key: KeyPair,
  outputs: readonly Uint8Array[],
  { bits, random, signer }: { bits: number; random: Random; signer: NoteSigner },
): Published {
  const set = writeSet([...outputsOf(group, key, beacons), ...outputs], bits, random);
  const fields = {
    agreement,
    number,
    publicKey: toBase64(key.publicKey),
    digest: toBase64(digestOf(set)),
  };
  return { announcement: writeMessage('epoch', fields, signer), set };
}

/** What an announcement states. */
export interface AnnouncedEpoch extends EpochName {
  readonly publicKey: Element;
  /** SHA-256 of the set. */
  readonly digest: Uint8Array;
}

/** Reads an announcement; `undefined` where this key did not sign it, or it is of another agreement. */
export function openAnnouncement(
  agreement: string,
  announcement: string,
  owner: NoteKey,
): AnnouncedEpoch | undefined {
  const read = openMessage(announcement, 'epoch', owner);
  const number = read?.count('number') ?? -1;
  if (read?.text('agreement') !== agreement || number < 1) return undefined;
  return { agreement, number, publicKey: read.bytes('publicKey'), digest: read.bytes('digest') };
}

/** An epoch as the asker has it, looked at. */
export interface Epoch extends EpochName {
  readonly publicKey: Element;
  readonly set: OutputSet;
  /** What a run names the epoch by. */
  readonly digest: string;
}

/**
 * Opens what was published.
 * @param owner the key of the owner's gateway, which the two members gave each other
 * @returns `undefined` where the owner did not sign it, or the set is not the one that was announced
 */
export function openEpoch(
  group: Group,
  agreement: string,
  { announcement, set }: Published,
  owner: NoteKey,
): Epoch | undefined {
  const read = openAnnouncement(agreement, announcement, owner);
  if (read === undefined) return undefined;
  const { number, publicKey } = read;
  const opened = openSet(set, read.digest);
  if (opened === undefined || !group.isElement(publicKey)) return undefined;
  return { agreement, number, publicKey, set: opened, digest: noteDigest(announcement) };
}
