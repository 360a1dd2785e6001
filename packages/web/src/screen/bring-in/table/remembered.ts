/**
 * Mappings that are remembered under a name. They are kept on this device, by account: a mapping is a habit of whoever
 * reads a table, says nothing that the cell needs, and its list's name may say more than the member has released.
 */
import { isMapping, type Mapping } from './mapping.ts';

const keyOf = (account: string): string => `entente.mappings.${account}`;

/** By name, in the order of the names. What is no mapping any more is passed over. */
export function rememberedOf(
  account: string,
  kept: Pick<Storage, 'getItem'> = localStorage,
): Map<string, Mapping> {
  const text = kept.getItem(keyOf(account));
  if (text === null) return new Map();
  const pairs = Object.entries(parsed(text)).filter((pair): pair is [string, Mapping] => isMapping(pair[1]));
  return new Map(pairs.toSorted(([one], [other]) => one.localeCompare(other)));
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    // What somebody else wrote there is no mapping.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

export function remember(account: string, name: string, mapping: Mapping): void {
  keep(account, new Map(rememberedOf(account)).set(name, mapping));
}

export function forget(account: string, name: string): void {
  const mappings = rememberedOf(account);
  mappings.delete(name);
  keep(account, mappings);
}

const keep = (account: string, mappings: ReadonlyMap<string, Mapping>): void =>
  localStorage.setItem(keyOf(account), JSON.stringify(Object.fromEntries(mappings)));

/** Of the remembered ones, the one whose columns all stand in this table; the one with most, where several fit. */
export function fittingAmong(
  mappings: ReadonlyMap<string, Mapping>,
  headers: readonly string[],
): string | undefined {
  const known = new Set(headers);
  const fits = [...mappings].filter(([, { columns }]) => {
    const wanted = Object.keys(columns);
    return wanted.length > 0 && wanted.every((header) => known.has(header));
  });
  const most = (columns: object): number => Object.keys(columns).length;
  return fits.toSorted(([, one], [, other]) => most(other.columns) - most(one.columns))[0]?.[0];
}
