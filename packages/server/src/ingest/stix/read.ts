/** STIX files as objects, one at a time: bundles of 2.1 and 2.0, lists, single objects; gzip or plain. */
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { Failure } from '@entente/core/failure';
import type { JsonObject } from '@entente/core/stix/types';
import type { Incoming } from '../examine.ts';
import { decoded } from './decode.ts';
import { raise } from './raise.ts';
import { Scanner, type Slice } from './scanner.ts';

/** An object of a file, or what is wrong with it; `line` is where it begins. */
export type Read = ({ object: Incoming } | { problem: string }) & { line: number };

/**
 * Reads the objects of a STIX file. Throws Failure('invalid') with the line where the file itself is broken, after
 * the objects that end before.
 * @param secret of the contributor, for ids that have to be made
 */
export async function* readStix(source: AsyncIterable<Uint8Array>, secret: Uint8Array): AsyncGenerator<Read> {
  const scanner = new Scanner();
  const readSlice = sliceReader(secret);
  for await (const piece of decoded(source)) yield* scanner.push(piece).flatMap(readSlice);
  yield* scanner.end().flatMap(readSlice);
}

/** STIX 2.0 becomes 2.1; what is 2.1 keeps its text as written. */
function sliceReader(secret: Uint8Array): (slice: Slice) => Read[] {
  return ({ text, line }) => {
    let value: JsonObject;
    try {
      value = JSON.parse(text) as JsonObject;
    } catch (error) {
      return [{ problem: `is not JSON: ${(error as Error).message}`, line }];
    }
    return raise({ value, text }, secret).map((object) => ({ object, line }));
  };
}

/** What is sent, and whoever sends may go away. */
async function* arriving(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('invalid', 'The sender broke off before the end of the file.', error);
  }
}

/** Unpacks gzip where the first bytes say so. A truncated file is an error, not an end. */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = arriving(source);
  const first = await iterator.next();
  if (first.done === true) return;
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield first.value;
    yield* iterator;
  };
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* whole();
    return;
  }
  const gunzip = createGunzip();
  const packed = Readable.from(whole());
  packed.on('error', (error) => gunzip.destroy(error));
  try {
    yield* packed.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'invalid',
      `The gzip file is broken or not complete: ${(error as Error).message}.`,
      error,
    );
  }
}
