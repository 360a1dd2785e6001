import { vocabularies } from '../specification/vocabulary.ts';
import type { Report } from './report.ts';
import { isHashName, isHexOf } from './text.ts';
import { checkText, isRecord, refuse } from './value.ts';

/** Hexadecimal digits of the digests of the vocabulary that have a fixed length (§10.7). */
const lengths: ReadonlyMap<string, number> = new Map([
  ['MD5', 32],
  ['SHA-1', 40],
  ['SHA-256', 64],
  ['SHA-512', 128],
  ['SHA3-256', 64],
  ['SHA3-512', 128],
  ['TLSH', 70],
]);

const known = new Set<string>(vocabularies['hash-algorithm']);

/** The type `hashes` (§2.7): names of algorithms to digests. */
export function checkHashes(value: unknown, report: Report): void {
  if (!isRecord(value)) return refuse('a dictionary of hashes', value, report);
  const names = Object.keys(value);
  if (names.length === 0) report.error('must not be empty');
  for (const name of names) {
    report.path.push(name);
    checkHash(name, value[name], report);
    report.path.pop();
  }
}

function checkHash(name: string, value: unknown, report: Report): void {
  if (!isHashName(name) || name === '__proto__') {
    report.error('is no name of a hash: letters, digits, _ and -, 3 to 250 long (§2.7)');
  } else if (!known.has(name)) report.warning('should come from the vocabulary hash-algorithm-ov (§10)');
  if (typeof value !== 'string') return refuse('a text', value, report);
  checkText(value, report);
  const length = lengths.get(name);
  // TLSH of version 4 begins with T1, which is not a hexadecimal digit.
  const digits = name === 'TLSH' && value.startsWith('T1') ? value.slice(2) : value;
  if (length !== undefined && !isHexOf(digits, length)) {
    refuse(`${length} hexadecimal digits`, value, report);
  }
}
