import { Failure } from '@entente/core/failure';
import type { UnEntry, UnHeader } from '@entente/core/unlist/entry';
import { readEntry } from './entry.ts';
import { sliceList, type Slice } from './slices.ts';
import { decodeText } from './text.ts';

/** An edition of the list while it is read: its head, and its entries in the order of the file. */
export interface OpenUnList {
  header: UnHeader;
  entries: AsyncIterable<UnEntry>;
}

/**
 * Opens the XML of the United Nations Security Council Consolidated List and reads it as it comes, one entry in
 * memory at a time. Opening, or going through the entries, throws `Failure('invalid')` with the line for what
 * is not UTF-8, not well-formed, not such a list, or truncated: only when the entries end without a throw was
 * the whole edition read.
 */
export async function openUnList(source: AsyncIterable<Uint8Array>): Promise<OpenUnList> {
  const slices = sliceList(decodeText(source));
  const first = await slices.next();
  if (first.done === true || first.value.kind !== 'root')
    throw new Failure('invalid', 'The file holds no Consolidated List.');
  return { header: readHeader(first.value), entries: readEntries(slices) };
}

/** The entries alone; throws as `openUnList` does. */
export async function* readUnList(source: AsyncIterable<Uint8Array>): AsyncGenerator<UnEntry> {
  yield* (await openUnList(source)).entries;
}

async function* readEntries(slices: AsyncIterable<Slice>): AsyncGenerator<UnEntry> {
  for await (const slice of slices) yield readEntry(slice);
}

function readHeader(root: Slice): UnHeader {
  const written = /\sdateGenerated\s*=\s*["']([^"']*)["']/.exec(root.text)?.[1]?.trim() ?? '';
  // Without a zone the day would depend on where the hub stands.
  const time = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(written)
    ? Date.parse(written)
    : Number.NaN;
  if (Number.isNaN(time)) {
    throw new Failure(
      'invalid',
      `Line ${root.line} of the list has no dateGenerated with date, time and zone.`,
    );
  }
  return { generated: new Date(time).toISOString(), written };
}
