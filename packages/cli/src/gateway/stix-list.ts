/** A private list in STIX 2.1: identities of persons, each held against the specification and the person extension. */
import { checkExtension } from '@entente/core/extension/definitions';
import { personExtensionId } from '@entente/core/extension/identifiers';
import { Failure } from '@entente/core/failure';
import { personIn } from '@entente/core/matching/listed';
import { isRecord } from '@entente/core/stix/check/value';
import { judgeObject } from '@entente/core/stix/judge';
import type { Json, StixObject } from '@entente/core/stix/types';
import type { ListEntry } from './list.ts';

/** A bundle, a list of objects, or one object. @throws Failure `invalid` naming the object, the property and the rule */
export function readStixList(text: string, file: string): ListEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Failure('invalid', `${file} is not JSON: ${(error as Error).message}.`, error);
  }
  return entriesIn(
    objectsIn(value, file).flatMap((one, index) => identityIn(one, `${file}, object ${index + 1}`)),
  );
}

function objectsIn(value: unknown, file: string): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isRecord(value) || value['type'] !== 'bundle') return [value];
  const objects = value['objects'];
  if (Array.isArray(objects)) return objects;
  throw new Failure('invalid', `${file} is a bundle, and its “objects” are no list.`);
}

/** What is no identity is left out, whatever it is. */
function identityIn(value: unknown, place: string): StixObject[] {
  if (!isRecord(value)) throw new Failure('invalid', `${place} is no STIX object.`);
  if (typeof value['type'] !== 'string') throw new Failure('invalid', `${place}: type is required.`);
  if (value['type'] !== 'identity') return [];
  const { id, errors } = judgeObject(value);
  const [wrong] = [...errors, ...wrongInExtension(value['extensions'])];
  if (wrong === undefined) return [value as StixObject];
  const named = id === '' ? place : `${place} (${id})`;
  throw new Failure('invalid', `${named}: ${wrong.path} ${wrong.message}.`);
}

function wrongInExtension(extensions: unknown): ReturnType<typeof checkExtension> {
  const content = isRecord(extensions) ? extensions[personExtensionId] : undefined;
  if (content === undefined) return [];
  return checkExtension(personExtensionId, content as Json, `extensions.${personExtensionId}`);
}

/** The persons among identities. */
export const entriesIn = (identities: readonly StixObject[]): ListEntry[] =>
  identities.flatMap((object) => {
    const person = personIn(object);
    return person === undefined ? [] : [{ reference: object.id, person }];
  });
