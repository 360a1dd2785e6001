import { vocabularies } from '../specification/vocabulary.ts';
import type { Report } from './report.ts';
import { isHashName, isHexOf } from './text.ts';
import { type Check, checkText, isRecord, refuse } from './value.ts';

/** Hexadecimal digits of the digests of the vocabulary that have a fixed length (§10.7). */
const lengths: ReadonlyMap<string, number> = new Map([
  ['MD5', 32],
  ['SHA-1', 40],
  ['SHA-256', 64],
  ['SHA-512', 128],
  ['SHA3-256', 64],
  ['SHA3-512', 128],
]);

const known = new Set<string>(vocabularies['hash-algorithm']);

/** Digests of two algorithms for likeness, which are not of hexadecimal digits alone. */
const signs: ReadonlyMap<string, RegExp> = new Map([
  ['SSDEEP', /^[A-Za-z0-9/+:.]{1,128}$/],
  // 35 bytes; of version 4 on, T1 before them. The OASIS validator accepts any letters.
  ['TLSH', /^(?:[A-Za-z0-9]{70}|T1[A-Fa-f0-9]{70})$/],
]);

/** The type `hashes` (§2.7): names of algorithms to digests. */
export const checkHashes: Check = compileHashes((report) =>
  report.warning('should come from the vocabulary hash-algorithm-ov (§10)'),
);

/** Where the name of an algorithm must be known. */
export const checkListedHashes: Check = compileHashes((report) =>
  report.error(`must be one of ${[...known].join(', ')} (§2.5)`),
);

function compileHashes(remarkUnknown: (report: Report) => void): Check {
  return (value, report) => {
    if (!isRecord(value)) return refuse('a dictionary of hashes', value, report);
    const names = Object.keys(value);
    if (names.length === 0) report.error('must not be empty');
    for (const name of names) {
      report.path.push(name);
      if (!isHashName(name) || name === '__proto__') {
        report.error('is no name of a hash: letters, digits, _ and -, 3 to 250 long (§2.7)');
      } else if (!known.has(name)) remarkUnknown(report);
      checkDigest(name, value[name], report);
      report.path.pop();
    }
  };
}

function checkDigest(name: string, value: unknown, report: Report): void {
  if (typeof value !== 'string') return refuse('a text', value, report);
  checkText(value, report);
  const length = lengths.get(name);
  if (length !== undefined && !isHexOf(value, length)) refuse(`${length} hexadecimal digits`, value, report);
  if (signs.get(name)?.test(value) === false) refuse(`a digest of ${name}`, value, report);
}
