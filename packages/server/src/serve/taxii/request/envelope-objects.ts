/** The envelope of a submission (TAXII 2.1 §3.7, §5.5): objects, each with the text that it was written in. */
import { Failure } from '@entente/core/failure';
import { objectSlices } from '@entente/core/stix/slices';
import type { JsonObject } from '@entente/core/stix/types';

/** An object that has an id; nothing else about it is checked. */
export interface SubmittedObject {
  value: JsonObject & { id: string };
  text: string;
}

/**
 * Reads an envelope.
 * @throws Failure `invalid` with the place, for what is no envelope, has no objects, or has one without an id
 */
export function envelopeObjects(body: string): SubmittedObject[] {
  const slices = objectSlices(body, 'objects');
  if (slices.length === 0) throw new Failure('invalid', 'The envelope has no objects.');
  return slices.map(({ text }, index) => {
    const value = parse(text, index);
    if (!isIdentified(value)) {
      throw new Failure('invalid', `objects[${index}] is no object with an id; nothing was put in.`);
    }
    return { value, text };
  });
}

function parse(text: string, index: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('invalid', `objects[${index}] is no JSON; nothing was put in.`, error);
  }
}

const isIdentified = (value: unknown): value is SubmittedObject['value'] =>
  typeof value === 'object' &&
  value !== null &&
  Object.hasOwn(value, 'id') &&
  typeof (value as JsonObject)['id'] === 'string';
