/** Answers of the collections `view` and `own` (TAXII 2.1; ADR 5, "Who is served" and "The feed"). */
import type { JsonObject } from '@entente/core/stix/types';
import { firstOfEachVersion, type Row } from './feed.ts';
import type { Handed } from './handed.ts';
import { compare } from './view.ts';

export type CollectionName = 'view' | 'own';

/** The filters of TAXII 2.1 §3.4, already parsed: commas are lists. Times in microseconds. */
export interface TaxiiQuery {
  addedAfter?: bigint;
  limit?: number;
  matchId?: readonly string[];
  matchType?: readonly string[];
  /** `first`, `last`, `all` or timestamps; `['last']` where left out. */
  matchVersion?: readonly string[];
  specVersion?: readonly string[];
}

/** One record: an object version with its place in the reader's feed. */
export interface TaxiiRecord {
  id: string;
  /** `modified`, else `created`, else the date added, in microseconds. */
  version: bigint;
  dateAdded: bigint;
  contributor: string;
  object: JsonObject;
  cuts: readonly string[];
}

export interface TaxiiPage {
  records: TaxiiRecord[];
  more: boolean;
  /** X-TAXII-Date-Added-First and -Last. */
  first?: bigint;
  last?: bigint;
}

/** Every record of a collection, by date added. */
export function recordsOf(rows: readonly Row[], member: string, collection: CollectionName): TaxiiRecord[] {
  const served = collection === 'view' ? rows.filter((row) => row.isServed) : ownRows(rows, member);
  return served
    .toSorted((a, b) => compare(a.dateAdded, b.dateAdded))
    .map(({ seen, dateAdded }) => ({
      id: seen.contribution.id,
      version: isTimed(seen.form) ? seen.contribution.version : dateAdded,
      dateAdded,
      contributor: seen.contribution.contributor,
      object: seen.form,
      cuts: seen.cuts.map((cut) => cut.selector),
    }));
}

const isTimed = (object: JsonObject): boolean =>
  object['modified'] !== undefined || object['created'] !== undefined;

function ownRows(rows: readonly Row[], member: string): Row[] {
  const own = rows.filter((row) => row.seen.contribution.contributor === member);
  const ids = [...new Set(own.map((row) => row.seen.contribution.id))];
  return ids.flatMap((id) => firstOfEachVersion(own.filter((row) => row.seen.contribution.id === id)));
}

/** One page of records by the filters; fields AND, values of a field OR. */
export function pageOf(records: readonly TaxiiRecord[], query: TaxiiQuery, handed: Handed): TaxiiPage {
  const { addedAfter, limit = Infinity, matchId, matchType, matchVersion = ['last'], specVersion } = query;
  const found = records.filter(
    (record) =>
      (!matchId || matchId.includes(record.id)) &&
      (!matchType || matchType.includes(String(record.object['type']))) &&
      (!specVersion || specVersion.includes(String(record.object['spec_version'] ?? '2.1'))) &&
      isVersionMatched(record, records, matchVersion, handed) &&
      (addedAfter === undefined || record.dateAdded > addedAfter),
  );
  const page = found.slice(0, limit);
  const [first, last] = [page[0]?.dateAdded, page.at(-1)?.dateAdded];
  return {
    records: page,
    more: found.length > page.length,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
}

function isVersionMatched(
  record: TaxiiRecord,
  records: readonly TaxiiRecord[],
  wanted: readonly string[],
  handed: Handed,
): boolean {
  const versions = records.filter((other) => other.id === record.id).map((other) => other.version);
  return wanted.some((value) => {
    if (value === 'all') return true;
    if (value === 'first') return versions.every((version) => version >= record.version);
    if (value === 'last') return versions.every((version) => version <= record.version);
    return handed.parseTimestamp(value) === record.version;
  });
}
