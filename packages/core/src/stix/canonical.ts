import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Failure } from '../failure.ts';
import { isWellFormed } from './check/text.ts';
import type { Json, JsonObject } from './types.ts';

/** Deeper than anything that passes the validator, and far from the end of the stack. */
const maximumDepth = 500;

/**
 * The canonical form of a JSON value (RFC 8785): no white space, members sorted by UTF-16 code units, numbers
 * and strings as ECMAScript writes them.
 * Throws `Failure('invalid')` for what has no such form: lone surrogates, numbers that are not finite, what
 * is not JSON, nesting deeper than 500.
 */
export function canonical(value: Json): string {
  return write(value, 0);
}

/** SHA-256 of the canonical form in UTF-8, as lower-case hexadecimal. */
export function digest(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

function write(value: Json, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      if (!Number.isFinite(value))
        throw new Failure('invalid', 'A number that is not finite has no canonical form.');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= maximumDepth)
        throw new Failure('invalid', `Nesting deeper than ${maximumDepth} has no canonical form.`);
      return Array.isArray(value) ? writeList(value, depth) : writeObject(value, depth);
    default:
      throw new Failure('invalid', `A value of type ${typeof value} has no canonical form.`);
  }
}

/** Texts that stand in JSON as they are; most do. */
const plain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function writeString(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  if (!isWellFormed(text))
    throw new Failure('invalid', 'A text with a lone surrogate has no canonical form.');
  return JSON.stringify(text);
}

function writeList(items: readonly Json[], depth: number): string {
  let text = '[';
  for (let index = 0; index < items.length; index += 1) {
    if (index > 0) text += ',';
    text += write(items[index] as Json, depth + 1);
  }
  return `${text}]`;
}

function writeObject(object: JsonObject, depth: number): string {
  // The default order of sort is that of UTF-16 code units, as §3.2.3 wants it.
  const names = Object.keys(object).sort();
  let text = '{';
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    if (index > 0) text += ',';
    text += `${writeString(name)}:${write(object[name] as Json, depth + 1)}`;
  }
  return `${text}}`;
}
