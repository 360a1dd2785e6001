/**
 * The objects of a world, one after another: four fifths are relationships. An object's id follows from its
 * case and its place there, so that nothing has to be remembered.
 */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { caseCount, contributorCount, identityOf, labelOf, labelsOfCase, partnersOf } from './plan.ts';
import { randomOf, uuidOf } from './random.ts';
import { textOf } from './text.ts';

const types = ['malware', 'tool', 'campaign', 'intrusion-set', 'attack-pattern'] as const;
const required: Readonly<Record<string, JsonObject>> = { malware: { is_family: true } };
/** One entity in so many: a report over its case, a claim by a second member, a second version. */
const reportEvery = 25;
const claimEvery = 50;
const versionEvery = 50;

const created = '2017-05-25T08:00:00.000Z';

/** Objects of a world that one contributor puts in. */
export function* objectsOf(contributor: number, size: number): Generator<JsonObject> {
  const { id, label } = identityOf(contributor);
  yield dated({ type: 'identity', id, name: `Member ${contributor}`, identity_class: 'organization' }, label);
  for (let number = contributor; number < caseCount; number += contributorCount) {
    yield* caseOf(contributor, number, Math.ceil(size / caseCount));
  }
}

/** How many entities a case of so many objects has. */
const entitiesOf = (size: number): number => Math.max(2, Math.floor(size / 5));

function* caseOf(contributor: number, number: number, size: number): Generator<JsonObject> {
  const random = randomOf(number + 1);
  const entities = entitiesOf(size);
  for (let place = 0; place < entities; place += 1) {
    yield* entity(contributor, number, place, random);
  }
  yield* claims(number, size, random);
  for (let place = 0; place < size - entities; place += 1) {
    yield relationship(contributor, number, place, entities, random);
  }
}

const entityType = (place: number): string =>
  place % reportEvery === reportEvery - 1 ? 'report' : (types[place % types.length] as string);

const entityId = (number: number, place: number): string =>
  `${entityType(place)}--${uuidOf(0x8000 + number, place)}`;

function* entity(
  contributor: number,
  number: number,
  place: number,
  random: () => number,
): Generator<JsonObject> {
  const type = entityType(place);
  const words = textOf(random, 40);
  const made = {
    type,
    id: entityId(number, place),
    created_by_ref: identityOf(contributor).id,
    name: words.split(' ', 3).join(' '),
    description: words,
    ...required[type],
    ...(type === 'report' ? { published: created, object_refs: reported(number, place) } : {}),
  };
  const label = labelOf(number, place % labelsOfCase);
  yield dated(made, label);
  if (place % versionEvery !== 0) return;
  yield {
    ...dated({ ...made, description: textOf(random, 40) }, label),
    modified: '2017-05-26T08:00:00.000Z',
  };
}

/** A report is over entities under every label of its case. */
const reported = (number: number, place: number): string[] =>
  Array.from({ length: 8 }, (_none, back) => entityId(number, Math.max(0, place - 1 - back)));

/** What this case's contributor says of entities of the case before, whose partner it may be. */
function* claims(number: number, size: number, random: () => number): Generator<JsonObject> {
  if (number === 0) return;
  for (let place = 0; place < entitiesOf(size); place += claimEvery) {
    const type = entityType(place);
    const made = { type, id: entityId(number - 1, place), name: textOf(random, 4), ...required[type] };
    yield dated(made, labelOf(number, place % labelsOfCase));
  }
}

function relationship(
  contributor: number,
  number: number,
  place: number,
  entities: number,
  random: () => number,
): JsonObject {
  const draw = (): number => Math.floor(random() * entities);
  // Under the same label as the relationship, and under any of the case.
  const under = (label: number): number => {
    const wanted = draw();
    return Math.min(entities - 1, wanted - (wanted % labelsOfCase) + (label % labelsOfCase));
  };
  const made = {
    type: 'relationship',
    id: `relationship--${uuidOf(0x4000 + number, place)}`,
    created_by_ref: identityOf(contributor).id,
    relationship_type: 'related-to',
    source_ref: entityId(number, under(place)),
    target_ref: place % 20 === 0 ? foreignEnd(number, draw()) : entityId(number, under(place >> 2)),
    description: textOf(random, 12),
  };
  return dated(made, labelOf(number, place % labelsOfCase));
}

/** An end that a partner put in earlier; where there is none yet, one that never comes. */
const foreignEnd = (number: number, place: number): string =>
  entityId((partnersOf(number)[0] ?? 0) % caseCount, place);

const dated = (object: JsonObject, label: JsonObject): JsonObject => ({
  spec_version: '2.1',
  created,
  modified: created,
  ...object,
  extensions: { [labelExtensionId]: { extension_type: 'property-extension', ...label } },
});

/** A bundle's bytes, made as they are read. */
export async function* bundleOf(objects: Iterable<JsonObject>): AsyncGenerator<Uint8Array> {
  let piece = `{"type":"bundle","id":"bundle--${uuidOf(0x5555, 1)}","objects":[`;
  let separator = '';
  for (const object of objects) {
    piece += `${separator}${JSON.stringify(object)}`;
    separator = ',\n';
    if (piece.length < 65_536) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(`${piece}]}`);
}

/** Objects under no label of their own, like those of a large catalogue: as many as have so many bytes. */
export function* catalogue(space: number, bytes: number): Generator<JsonObject> {
  let written = 0;
  for (const object of catalogueOf(space, Infinity)) {
    written += JSON.stringify(object).length + 2;
    yield object;
    if (written >= bytes) return;
  }
}

/** The same by their number. */
export function* catalogueOf(space: number, count: number): Generator<JsonObject> {
  const random = randomOf(space);
  for (let place = 0; place < count; place += 1) yield catalogueObject(space, place, random);
}

function catalogueObject(space: number, place: number, random: () => number): JsonObject {
  const base = { spec_version: '2.1', created, modified: created };
  const near = (): string =>
    `tool--${uuidOf(space, Math.max(0, place - (place % 5) - 5 * Math.floor(random() * 40)))}`;
  const words = textOf(random, place % 5 === 0 ? 260 : 40);
  if (place % 5 === 0) {
    return {
      ...base,
      type: 'tool',
      id: `tool--${uuidOf(space, place)}`,
      name: words.slice(0, 30),
      description: words,
    };
  }
  return {
    ...base,
    type: 'relationship',
    id: `relationship--${uuidOf(space, place)}`,
    relationship_type: 'uses',
    source_ref: near(),
    target_ref: near(),
    description: words,
  };
}
