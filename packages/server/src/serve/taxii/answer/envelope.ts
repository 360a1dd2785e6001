/** Lists that are answered in pages: envelope, manifest and versions (TAXII 2.1 §3.7, §5.3.1, §5.8.1). */
import { Readable } from 'node:stream';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { TaxiiAnswer } from '../request/call.ts';

export interface ListAnswer {
  /** Name of the list. */
  name: 'objects' | 'versions';
  /** Its elements as JSON text. */
  texts: readonly string[];
  /** date_added of the first and the last element, microseconds; absent where there is none. */
  first: number | undefined;
  last: number | undefined;
  /** Cursor to what lies behind; absent where nothing does. */
  next: string | undefined;
}

/** From this many characters on an answer is streamed, in pieces of about as many. */
const piece = 256 * 1024;

/** Nothing at all is the empty object: TAXII has no empty lists. */
export function answerList({ name, texts, first, last, next }: ListAnswer): TaxiiAnswer {
  const head = next === undefined ? '' : `"more":true,"next":${JSON.stringify(next)}`;
  const headers: Record<string, string> = {};
  if (first !== undefined) headers['x-taxii-date-added-first'] = timestamp(first);
  if (last !== undefined) headers['x-taxii-date-added-last'] = timestamp(last);
  if (texts.length === 0) return { headers, body: `{${head}}` };
  const open = `{${head}${head === '' ? '' : ','}"${name}":[`;
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  if (size < piece) return { headers, body: `${open}${texts.join(',')}]}` };
  return { headers, body: Readable.from(pieces(open, texts)) };
}

/** As bytes: of a text the bytes would be counted before they are written. */
function* pieces(open: string, texts: readonly string[]): Generator<Uint8Array> {
  let pending = open;
  for (const [index, text] of texts.entries()) {
    pending += index === 0 ? text : `,${text}`;
    if (pending.length < piece) continue;
    yield Buffer.from(pending);
    pending = '';
  }
  yield Buffer.from(`${pending}]}`);
}

/** A timestamp of TAXII: microseconds since 1970 → exactly six digits after the second (TAXII 2.1 §3.2). */
export const timestamp = (micros: number): string => formatTimestamp(micros);
