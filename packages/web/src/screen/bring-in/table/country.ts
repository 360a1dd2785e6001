/** Countries and nationalities as tables write them: by code, or by name in English or French. */
import { countryCode } from '@entente/contract/making';

const fold = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();

let byName: Map<string, string> | undefined;

/** Names of countries in French, which the browser knows. */
function frenchNames(): Map<string, string> {
  if (byName !== undefined) return byName;
  const names = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((one) => letters.map((other) => one + other));
  // Codes that ISO reserves for other use have names as well, and are no countries.
  const others = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO']);
  byName = new Map(
    pairs.flatMap((code): [string, string][] => {
      const name = others.has(code) ? undefined : names.of(code);
      return name === undefined ? [] : [[fold(name), code]];
    }),
  );
  return byName;
}

/** ISO 3166-1 alpha-2 code; undefined for all but a whole name, nationality or code that is known. */
export function codeOf(text: string): string | undefined {
  const trimmed = text.trim();
  const known = countryCode(trimmed) ?? frenchNames().get(fold(trimmed));
  if (known !== undefined) return known;
  return /^[A-Z]{2}$/.test(trimmed) && [...frenchNames().values()].includes(trimmed) ? trimmed : undefined;
}

export interface Country {
  code?: string;
  text: string;
}

/** A country with the words of the source, and its code where these are a country's. */
export function countryOf(text: string): Country {
  const code = codeOf(text);
  return code === undefined ? { text } : { code, text };
}
