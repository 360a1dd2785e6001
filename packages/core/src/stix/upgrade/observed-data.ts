import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Failure } from '../../failure.ts';
import { isRecord, textOf } from '../check/value.ts';
import { deterministicId } from '../deterministic.ts';
import { isValidIdentifier } from '../identifier.ts';
import { objectSpecification } from '../specification.ts';
import type { JsonObject } from '../types.ts';
import type { Upgrade } from '../upgrade.ts';
import { InheritedMarkings } from './inherited-markings.ts';
import { reselect } from './labels.ts';
import { mapReferences, upgradeObservable } from './observable.ts';

/**
 * Observed data of 2.0 holds its cyber-observable objects inside; in 2.1 they stand beside it. They take over
 * its markings and its label, so that nothing loses its protection, and get deterministic ids.
 */
export function upgradeObservedData(observed: JsonObject, upgrade: Upgrade, secret: Uint8Array): void {
  const objects = observed['objects'];
  if (!isRecord(objects) || observed['object_refs'] !== undefined || isTooMuch(observed, objects)) {
    upgrade.objects.push(observed);
    return;
  }
  const split = new Splitter(observed, objects, upgrade.notes, secret);
  const keys = Object.keys(objects);
  const made = keys.map((key) => split.objectOf(key));
  const { objects: _, ...others } = observed;
  const references = [...new Set(made.map((object) => object['id'] as string))];
  const parent = reselect({ ...others, object_refs: references }, (selector) =>
    selector === 'objects' || selector.startsWith('objects.') ? [] : [selector],
  );
  upgrade.objects.push(...made, parent);
}

/** So many markings are taken over in all; where there are more, the objects stay inside, as 2.1 accepts them too. */
const mostInherited = 200_000;

function isTooMuch(
  { object_marking_refs: own, granular_markings: parts }: JsonObject,
  objects: JsonObject,
): boolean {
  const markings = [own, parts].reduce<number>(
    (sum, list) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  );
  return markings * Object.keys(objects).length > mostInherited;
}

class Splitter {
  private readonly ids = new Map<string, string>();
  private readonly underway = new Set<string>();
  private readonly observed: JsonObject;
  private readonly objects: JsonObject;
  private readonly notes: string[];
  private readonly markings: InheritedMarkings;
  private readonly secret: Uint8Array;

  constructor(observed: JsonObject, objects: JsonObject, notes: string[], secret: Uint8Array) {
    this.observed = observed;
    this.objects = objects;
    this.notes = notes;
    this.markings = new InheritedMarkings(observed);
    this.secret = secret;
  }

  /** The object of 2.1 that the object under this key becomes. */
  objectOf(key: string): JsonObject {
    const source = this.objects[key];
    const raised = isRecord(source) ? upgradeObservable(source) : {};
    const linked = mapReferences(raised, (reference) => this.idOf(reference));
    const type = textOf(linked['type']);
    const isKnown = objectSpecification(type)?.category === 'observable';
    const { type: _, id: __, ...rest } = linked;
    return {
      type,
      spec_version: '2.1',
      id: this.idOf(key),
      ...(isKnown ? {} : this.customProperties(type)),
      ...rest,
      ...this.markings.of(key, isRecord(source) ? source : {}, rest['extensions']),
    };
  }

  /** A key of `objects` becomes an id; what is no key stays. */
  private idOf(key: string): string {
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const source = Object.hasOwn(this.objects, key) ? this.objects[key] : undefined;
    if (!isRecord(source)) return key;
    const id = this.makeId(key, source);
    this.ids.set(key, id);
    return id;
  }

  private makeId(key: string, source: JsonObject): string {
    const type = textOf(source['type']);
    const stated = source['id'];
    if (typeof stated === 'string' && isValidIdentifier(stated)) return stated;
    // In a ring of references, or of a depth that no observation has, the id cannot be made of the others.
    if (this.underway.has(key) || this.underway.size > 100) return this.randomLike(type, key);
    this.underway.add(key);
    const linked = mapReferences(upgradeObservable(source), (reference) => this.idOf(reference));
    this.underway.delete(key);
    return deterministicOrNone(linked) ?? this.randomLike(type, key);
  }

  /**
   * An id with the form of a UUIDv4, as objects without contributing properties must have; same input, same id. It
   * is keyed: whoever guesses an object that it does not see cannot tell whether it is there.
   */
  private randomLike(type: string, key: string): string {
    const seed = JSON.stringify([this.observed['id'] ?? null, key]);
    const hex = bytesToHex(hmac(sha256, this.secret, utf8ToBytes(seed)));
    const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
    return `${type}--${parts.join('-')}-${hex.slice(20, 32)}`;
  }

  /** A custom type has no extension that says it is observable: it becomes a custom domain object. */
  private customProperties(type: string): JsonObject {
    this.notes.push(
      `${textOf(this.observed['id'])}: objects of the custom type ${type} became custom objects`,
    );
    const { created, modified, created_by_ref: creator } = this.observed;
    return Object.fromEntries(
      Object.entries({ created, modified, created_by_ref: creator }).filter(
        ([, value]) => value !== undefined,
      ),
    ) as JsonObject;
  }
}

/** What has no canonical form (text that is not Unicode) has no deterministic id; the validator says why. */
function deterministicOrNone(object: JsonObject): string | undefined {
  try {
    return deterministicId(object);
  } catch (failure) {
    if (failure instanceof Failure) return undefined;
    throw failure;
  }
}
