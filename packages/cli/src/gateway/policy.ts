/** The policy of a gateway: its name, its list, and what was agreed on with whom. */
import { Failure } from '@entente/core/failure';
import { readKey, type NoteKey } from '@entente/core/ledger/note';
import type { Terms } from '@entente/core/matching/answer';
import { isRecord } from '@entente/core/stix/check/value';

/** Who asks learns first. */
const parts = ['asks', 'answers'] as const;
export type Part = (typeof parts)[number];

export interface Agreement extends Terms {
  /** The same on both sides. */
  readonly id: string;
  /** The key of the other gateway, given from hand to hand. */
  readonly other: NoteKey;
  /** What this gateway does alone, so that it is not led to do the other; left out where it does both. */
  readonly part?: Part;
  /** After so many days a gateway that works by itself begins the next epoch; left out where people do. */
  readonly epochDays?: number;
}

export interface Policy {
  readonly name: string;
  /** The list's file, within the folder or anywhere. */
  readonly list: string;
  readonly agreements: readonly Agreement[];
}

/** Of an agreement; what is misspelt would be a limit that does not hold. */
const fields = ['id', 'with', 'part', 'purposes', 'keysADay', 'smallestBatch', 'epochDays'];

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
    const foreign = Object.keys(one).find((field) => !fields.includes(field));
    if (foreign !== undefined) return wrong(`${place}, ${foreign}`, `one of ${fields.join(', ')}`);
    const { id, with: other, part, purposes, keysADay, smallestBatch, epochDays } = one;
    if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) {
      return wrong(`${place}, id`, 'up to 64 letters, digits, - and _');
    }
    const key = typeof other === 'string' ? readKey(other) : undefined;
    if (key === undefined) return wrong(`${place}, with`, 'the key that the other gateway prints');
    if (!isPart(part)) return wrong(`${place}, part`, 'asks or answers, or nothing,');
    if (!isListOfText(purposes)) return wrong(`${place}, purposes`, 'a list of texts');
    if (!isCount(keysADay)) return wrong(`${place}, keysADay`, 'a whole number');
    if (!isCount(smallestBatch)) return wrong(`${place}, smallestBatch`, 'a whole number');
    if (epochDays !== undefined && !isCount(epochDays)) {
      return wrong(`${place}, epochDays`, 'a whole number of days, or nothing,');
    }
    const left = { ...(part !== undefined && { part }), ...(epochDays !== undefined && { epochDays }) };
    return { id, other: key, ...left, purposes, keysADay, smallestBatch };
  });
  const twice = read.find(({ id }, index) => read.findIndex((one) => one.id === id) !== index);
  if (twice !== undefined) return wrong(`agreements, “${twice.id}”`, 'an id for each, and there are two');
  return { name, list, agreements: read };
}

/** Names stand in signatures. */
export const isGatewayName = (name: string): boolean => /^[^\s+\p{C}\p{Z}]{1,100}$/u.test(name);

/**
 * An agreement by its id.
 * @param part what is to be done
 * @throws Failure `not-found` where the policy has none, `forbidden` where it has the other part for this gateway
 */
export function agreementIn({ agreements }: Policy, id: string, part: Part): Agreement {
  const found = agreements.find((one) => one.id === id);
  if (found === undefined)
    throw new Failure('not-found', `policy.json of this gateway has no agreement “${id}”.`);
  if (found.part === undefined || found.part === part) return found;
  throw new Failure('forbidden', `By the policy this gateway ${found.part} in “${id}”, and no more.`);
}

const isPart = (value: unknown): value is Part | undefined =>
  value === undefined || parts.some((part) => part === value);

const isListOfText = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
