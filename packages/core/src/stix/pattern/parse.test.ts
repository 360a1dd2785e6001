import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparisonExpression } from './ast.ts';
import { parsePattern } from './parse.ts';

const sha256 = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f';

const valid = [
  '[a:b = 1]',
  "[a:b == 'x']",
  '[a:b <> -1.5 OR a:c > +.5]',
  "[a:b NOT != 'x' AND a-b:c NOT > 33]",
  '[a:b IN ()]',
  "[a:b NOT IN (1, -2.5, true, h'00ff', b'dGVzdA==', t'2024-12-31T23:59:60.5Z', 'x')]",
  '[EXISTS a:b]',
  "[a:'b-c'[*][0].'d e'.f_1 LIKE 'x%']",
  "[a:b = h'']",
  "[a:b = '']",
  "[a:b = 'it\\'s \\\\ here']",
  '[a:b=1]//note\n/* and * this */ WITHIN 10.3 SECONDS REPEATS 2 TIMES',
  '([a:b=1]) WITHIN 5 SECONDS WITHIN 6 SECONDS',
  '(([a:b=1]))',
  "\u2003[a:b = 'é𐍈 \n']\u3000",
  `[file:hashes.'SHA-256' = '${sha256}']`,
  "[file:hashes.MD5 LIKE 'aec0%' AND file:hashes.other = 'x']",
  "[file:hashes[*] = 'f00']",
  "[a:b = t'2023-02-30T00:00:00.123456Z']",
  "[a:b = 1] WITHIN .5 SECONDS START t'2024-01-01T00:00:00Z' STOP t'2024-01-02T00:00:00Z' REPEATS 2 TIMES",
];

/** Text, and the column of the first error. */
const invalid: [string, number][] = [
  ['', 1],
  ['[', 2],
  ['[]', 2],
  ['a:b = 1', 1],
  ['[a.b = 1]', 3],
  ['[a:b = ]', 8],
  ['[a:b =? 1]', 7],
  ['[a:b < true]', 8],
  ['[a:b = 007]', 8],
  ['[a:b = 1.]', 9],
  ['[a:b LIKE 1]', 11],
  ['[a:b IN (1,)]', 12],
  ['[a:b-c = 1]', 4],
  ["['a':b = 1]", 2],
  ['[a:b = 1] and [a:b = 1]', 11],
  ['[a:b = TRUE]', 8],
  ['[a:b = 1', 9],
  ['[a:b = 1]]', 10],
  ['[a:b = 1] [a:b = 1]', 11],
  ["[a:b = 'x]", 8],
  ["[a:b = 'a\\.b']", 10],
  ["[a:b = h'abc']", 8],
  ["[a:b = b'']", 8],
  ["[a:b = b'====']", 8],
  ["[a:b = b'YQ=']", 8],
  ["[a:b = t'2024-13-01T00:00:00Z']", 8],
  ["[a:b = t'2024-01-01T24:00:00Z']", 8],
  ["[a:b = t'2024-01-00T00:00:00Z']", 8],
  ["[a:b = t'2024-01-01T00:00:61Z']", 8],
  ["[a:b = t'2024-01-01T00:00:00+00:00']", 8],
  ["[a:b = t'2024-01-01t00:00:00Z']", 8],
  ["[a:b = 1] START t'2024-01-01T00:00:00Z'", 40],
  ['[a:b = 1] WITHIN -5 SECONDS', 18],
  ['[a:b = 1] REPEATS 2.5 TIMES', 19],
  ["[a:b = 1] START '2024-01-01T00:00:00Z' STOP '2024-01-02T00:00:00Z'", 17],
  ['[a:b = 1] REPEATS 2 TIMES REPEATS 3 TIMES', 27],
  ['([a:b = 1] WITHIN 2 SECONDS WITHIN 3 SECONDS)', 29],
  ["[file:hashes.'SHA-256' = 'f00']", 26],
  ["['𐍈' : = 1]", 2],
  ["[a:'𐍈' ? 1]", 8],
  ['[a:b = 1] /* open', 11],
  ['[a:b[1.5] = 1]', 6],
  ['[NOT a:b = 1]', 2],
];

describe('parsePattern', () => {
  it.each(valid)('accepts %j', (text) => {
    expect(parsePattern(text)).toMatchObject({ valid: true });
  });

  it.each(invalid)('refuses %j and names column %i', (text, column) => {
    expect(parsePattern(text)).toMatchObject({ valid: false, errors: [{ column }] });
  });

  it('gives the whole syntax tree', () => {
    const verdict = parsePattern(
      "[a:b = 1 OR c:d[*].'e' NOT LIKE 'x' AND EXISTS f:g] REPEATS 2 TIMES FOLLOWEDBY " +
        "([h:i IN (1, 2)] OR [j:k[0] = true] AND [l:m > h'0f']) START t'2024-01-01T00:00:00Z' STOP t'2024-01-02T00:00:00Z'",
    );
    expect(verdict).toMatchSnapshot();
  });

  it('keeps a long chain of one operator flat', () => {
    const verdict = parsePattern(`[${Array(20_000).fill('a:b = 1').join(' AND ')}]`);
    if (!verdict.valid || verdict.expression.kind !== 'observation') throw new Error('one observation');
    const { comparison } = verdict.expression;
    expect(comparison.kind === 'and' && comparison.operands.length).toBe(20_000);
  });

  it('refuses nesting beyond its limit instead of exhausting the stack', () => {
    for (const [open, close] of ['()', '[]'].map((pair) => [pair.charAt(0), pair.charAt(1)])) {
      const text = `${open?.repeat(100_000)}[a:b = 1]${close?.repeat(100_000)}`;
      expect(parsePattern(text)).toMatchObject({ valid: false });
    }
    expect(parsePattern(`${'('.repeat(100)}[a:b = 1]${')'.repeat(100)}`)).toMatchObject({ valid: true });
  });

  it('reads long strings, comments and literals without exhausting the stack', () => {
    const long = 1_000_000;
    const values = [`'${'\\\\'.repeat(long)}'`, `h'${'0f'.repeat(long)}'`, `b'${'YWJj'.repeat(long)}'`];
    for (const value of values) expect(parsePattern(`[a:b = ${value}]`).valid).toBe(true);
    expect(parsePattern(`[a:b = 1]/*${'*'.repeat(long)}*/`).valid).toBe(true);
    expect(parsePattern(`[a:b = '${'x'.repeat(long)}`).valid).toBe(false);
  });

  it('never throws, and names a column within the text', () => {
    const pieces =
      "[ ] ( ) a:b x-y . ' \\ h' t' = <> 1 -2.5 AND OR NOT IN EXISTS WITHIN SECONDS /* */ // * ' ,".split(
        ' ',
      );
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const verdict = parsePattern(text);
        if (verdict.valid) return;
        const columns = [...text].length + 1;
        for (const { column } of verdict.errors) {
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(columns);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads back what a tree is written as', () => {
    const name = fc
      .stringMatching(/^[a-z_][a-z0-9_]{0,6}$/)
      .filter((word) => word !== 'true' && word !== 'false');
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(name, text, text, fc.integer(), (type, key, value, index) => {
        const quote = (part: string): string => `'${part.replace(/['\\]/g, '\\$&')}'`;
        const verdict = parsePattern(`[${type}:${quote(key)}[${index}] NOT MATCHES ${quote(value)}]`);
        const comparison: ComparisonExpression = {
          kind: 'comparison',
          path: {
            objectType: type,
            steps: [
              { kind: 'key', name: key },
              { kind: 'index', index },
            ],
          },
          negated: true,
          operator: 'MATCHES',
          values: [{ kind: 'string', value }],
        };
        expect(verdict).toEqual({
          valid: true,
          expression: { kind: 'observation', comparison, qualifiers: [] },
        });
      }),
    );
  });
});

const data = process.env['ENTENTE_DATA'] ?? '../shared';
const cases = join(data, 'cases', 'stix21-patterns.json');

describe.skipIf(!existsSync(cases))('the OASIS pattern cases (ENTENTE_DATA)', () => {
  interface Cases {
    valid: string[];
    invalid: [string, string][];
  }
  const listed = existsSync(cases)
    ? (JSON.parse(readFileSync(cases, 'utf8')) as Cases)
    : { valid: [], invalid: [] };

  it.each(listed.valid)('accepts %j', (text) => {
    expect(parsePattern(text)).toMatchObject({ valid: true });
  });

  it.each(listed.invalid)('refuses %j', (text, expected) => {
    const verdict = parsePattern(text);
    expect(verdict.valid).toBe(false);
    const place = /line 1:(\d+)/.exec(expected)?.[1];
    if (place !== undefined && !verdict.valid) expect(verdict.errors[0]?.column).toBe(Number(place) + 1);
  });
});
