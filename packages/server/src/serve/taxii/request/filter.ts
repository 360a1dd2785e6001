/** The query parameters of TAXII 2.1 §3.4 and §3.5. */
import { Failure } from '@entente/core/failure';
import { isStixId } from '@entente/core/stix/identifier';
import { parseTimestamp } from '@entente/core/stix/timestamp';
import type { VersionFilter } from '@entente/store/view/reader';

export type MatchField = 'id' | 'type' | 'version' | 'spec_version';

export interface Filter {
  /** `added_after` in microseconds. */
  after: number | undefined;
  limit: number;
  /** The sealed cursor of an earlier answer. */
  next: string | undefined;
  ids: readonly string[] | undefined;
  types: readonly string[] | undefined;
  /** `undefined` where no version was asked for. */
  versions: VersionFilter | undefined;
  /** Whether `match[spec_version]` leaves STIX 2.1 in, the only one that the cell keeps. */
  matchesStix21: boolean;
  /** The same for the same filter, whatever the limit and the page. */
  print: string;
}

const defaultLimit = 100;
const mostRecords = 1000;

/**
 * Reads the parameters that an endpoint takes; others are ignored.
 * @throws Failure `invalid` for one that is malformed or given twice
 */
export function readFilter(query: Readonly<Record<string, unknown>>, fields: readonly MatchField[]): Filter {
  const addedAfter = single(query, 'added_after');
  const match = (field: MatchField): string[] | undefined =>
    fields.includes(field) ? single(query, `match[${field}]`)?.split(',') : undefined;
  const [ids, types, versions, specVersions] = [
    match('id'),
    match('type'),
    match('version'),
    match('spec_version'),
  ];
  return {
    after: addedAfter === undefined ? undefined : micros(addedAfter, 'added_after'),
    limit: readLimit(single(query, 'limit')),
    next: single(query, 'next'),
    // What is no id or type matches nothing; the database is not asked for it.
    ids: ids?.filter(isStixId),
    types: types?.filter((type) => /^[a-z0-9-]+$/.test(type)),
    versions: versions === undefined ? undefined : readVersions(versions),
    matchesStix21: specVersions === undefined || specVersions.includes('2.1'),
    print: JSON.stringify([addedAfter, ids, types, versions, specVersions]),
  };
}

function single(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw new Failure('invalid', `${name} is given more than once.`);
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return defaultLimit;
  const limit = /^\d+$/.test(text) ? Number(text) : 0;
  if (limit < 1) throw new Failure('invalid', 'limit must be a whole number from 1.');
  return Math.min(limit, mostRecords);
}

function readVersions(values: readonly string[]): VersionFilter {
  const words = new Set(['first', 'last', 'all']);
  const all = values.includes('all');
  if (all && values.length > 1) {
    throw new Failure('invalid', 'match[version] has all beside another value.');
  }
  return {
    all,
    first: values.includes('first'),
    last: values.includes('last'),
    exact: values.filter((value) => !words.has(value)).map((value) => micros(value, 'match[version]')),
  };
}

function micros(text: string, name: string): number {
  const parsed = parseTimestamp(text);
  if (parsed !== undefined) return Number(parsed);
  throw new Failure('invalid', `${name} must be a timestamp, as 2017-05-25T08:00:00.000000Z.`);
}
