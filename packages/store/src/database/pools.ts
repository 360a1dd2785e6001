import pg from 'pg';
import type { CustomTypesConfig, Pool, PoolConfig } from 'pg';

const int8 = 20;
const int8Array = 1016;
const textArray = 1009;
/** date, timestamp, timestamptz: as PostgreSQL writes them; the driver's Date loses the microseconds */
const times = new Set([1082, 1114, 1184]);
const timeArrays = new Set([1115, 1182, 1185]);

const parse = pg.types.getTypeParser as (oid: number, format?: string) => (value: string) => unknown;

/**
 * int8 is read as a number: microseconds and row numbers stay below 2^53 until the year 2255. Times are read
 * as text; all else as the driver does.
 */
const types: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: string) => {
    if (format === 'binary') return parse(oid, format);
    if (oid === int8) return toSafeInteger;
    if (oid === int8Array)
      return (value: string) => (parse(textArray)(value) as unknown[]).map(toSafeIntegers);
    if (times.has(oid)) return (value: string) => value;
    if (timeArrays.has(oid)) return parse(textArray);
    return parse(oid, format);
  }) as CustomTypesConfig['getTypeParser'],
};

function toSafeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond the whole numbers of a double`);
  return number;
}

function toSafeIntegers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSafeIntegers);
  return value === null ? null : toSafeInteger(value as string);
}

/** A pool that outlives the loss of an idle connection: without a listener that would end the process. */
export function openPool(config: PoolConfig, log: (line: string) => void): Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis: 15_000, ...config, types });
  pool.on('error', (error) => log(`A connection to the database was lost: ${error.message}`));
  return pool;
}

/** The same connection with these start options added to those it has (PostgreSQL 55.2, StartupMessage). */
export function withStartOptions(config: PoolConfig, added: string): PoolConfig {
  const { connectionString, options } = config;
  if (connectionString === undefined)
    return { ...config, options: [options, added].filter(Boolean).join(' ') };
  const at = connectionString.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : connectionString.slice(at + 1));
  query.set('options', [query.get('options'), added].filter(Boolean).join(' '));
  const address = at < 0 ? connectionString : connectionString.slice(0, at);
  return { ...config, connectionString: `${address}?${query.toString()}` };
}
