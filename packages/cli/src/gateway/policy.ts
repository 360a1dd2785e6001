/** The policy of a gateway: its name, its list, and what was agreed on with whom. */
import { Failure } from '@entente/core/failure';
import { readKey, type NoteKey } from '@entente/core/ledger/note';
import type { Terms } from '@entente/core/matching/answer';
import { isRecord } from '@entente/core/stix/check/value';

export interface Agreement extends Terms {
  /** The same on both sides. */
  readonly id: string;
  /** The key of the other gateway, given from hand to hand. */
  readonly other: NoteKey;
}

export interface Policy {
  readonly name: string;
  /** The list's file, within the folder or anywhere. */
  readonly list: string;
  readonly agreements: readonly Agreement[];
}

/** @throws Failure `invalid` with the place */
export function readPolicy(value: unknown, file: string): Policy {
  const wrong = (place: string, wanted: string): never => {
    throw new Failure('invalid', `${file}, ${place}: ${wanted} is wanted.`);
  };
  if (!isRecord(value)) return wrong('as a whole', 'an object');
  const { name, list, agreements } = value;
  if (typeof name !== 'string' || !isGatewayName(name)) return wrong('name', 'a name without spaces');
  if (typeof list !== 'string' || list === '') return wrong('list', 'the name of a file');
  if (!Array.isArray(agreements)) return wrong('agreements', 'a list');
  const read = (agreements as unknown[]).map((one, index): Agreement => {
    const place = `agreements, number ${index + 1}`;
    if (!isRecord(one)) return wrong(place, 'an object');
    const { id, with: other, purposes, keysADay, smallestBatch } = one;
    if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) {
      return wrong(`${place}, id`, 'up to 64 letters, digits, - and _');
    }
    const key = typeof other === 'string' ? readKey(other) : undefined;
    if (key === undefined) return wrong(`${place}, with`, 'the key that the other gateway prints');
    if (!isListOfText(purposes)) return wrong(`${place}, purposes`, 'a list of texts');
    if (!isCount(keysADay)) return wrong(`${place}, keysADay`, 'a whole number');
    if (!isCount(smallestBatch)) return wrong(`${place}, smallestBatch`, 'a whole number');
    return { id, other: key, purposes, keysADay, smallestBatch };
  });
  const twice = read.find(({ id }, index) => read.findIndex((one) => one.id === id) !== index);
  if (twice !== undefined) return wrong(`agreements, “${twice.id}”`, 'an id for each, and there are two');
  return { name, list, agreements: read };
}

/** Names stand in signatures. */
export const isGatewayName = (name: string): boolean => /^[^\s+\p{C}\p{Z}]{1,100}$/u.test(name);

/** @throws Failure `not-found` where the policy has no such agreement */
export function agreementIn({ agreements }: Policy, id: string): Agreement {
  const found = agreements.find((one) => one.id === id);
  if (found === undefined) throw new Failure('not-found', `The policy has no agreement “${id}”.`);
  return found;
}

const isListOfText = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
