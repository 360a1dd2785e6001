import type { Literal, ObjectPath } from './ast.ts';

const hexLengths = new Map<string, readonly number[]>([
  ['MD5', [32]],
  ['MD6', [32, 40, 56, 64, 96, 128]],
  ['RIPEMD160', [40]],
  ['SHA1', [40]],
  ['SHA224', [56]],
  ['SHA256', [64]],
  ['SHA384', [96]],
  ['SHA512', [128]],
  ['SHA3224', [56]],
  ['SHA3256', [64]],
  ['SHA3384', [96]],
  ['SHA3512', [128]],
  ['WHIRLPOOL', [128]],
]);
const ssdeep = /^[A-Za-z0-9/+:.]{1,128}$/;

/**
 * What is wrong with the literals compared with a hash, if anything: under `hashes`, a string held against an
 * algorithm of the hash vocabulary (STIX 2.1 §10.7) must have the form of that hash.
 */
export function checkHashes(path: ObjectPath, values: readonly Literal[]): string | undefined {
  const last = path.steps.at(-1);
  if (last?.kind !== 'key' || !path.steps.some((step) => step.kind === 'key' && step.name === 'hashes')) {
    return undefined;
  }
  const algorithm = last.name.toUpperCase().replaceAll('-', '');
  const wrong = values.find((value) => value.kind === 'string' && !hasForm(algorithm, value.value));
  return wrong === undefined ? undefined : `this string is not a valid ${last.name} hash`;
}

function hasForm(algorithm: string, text: string): boolean {
  if (algorithm === 'SSDEEP') return ssdeep.test(text);
  const lengths = hexLengths.get(algorithm);
  return lengths === undefined || (lengths.includes(text.length) && /^[0-9A-Fa-f]*$/.test(text));
}
