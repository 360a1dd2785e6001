import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../failure.ts';
import { canonical, digest } from './canonical.ts';
import type { Json } from './types.ts';

describe('the canonical form', () => {
  it('is that of the reference implementation of RFC 8785', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), (value) => {
        expect(canonical(value as Json)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });
  it('sorts members by UTF-16 code units, as the example of RFC 8785 §3.2.3', () => {
    const names = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö'];
    const sorted = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33'];
    const value = Object.fromEntries(names.map((name) => [name, 0]));
    expect(canonical(value)).toBe(`{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`);
  });
  it('writes minus zero as zero and numbers as ECMAScript does', () => {
    expect(canonical([-0, 1e21, 1e-7, 0.1])).toBe('[0,1e+21,1e-7,0.1]');
  });
  it('keeps a member named __proto__', () => {
    expect(canonical(JSON.parse('{"b":1,"__proto__":{"a":2}}') as Json)).toBe('{"__proto__":{"a":2},"b":1}');
  });
  it.each([['\ud800'], [['\udc00']], [{ '\ud800': 1 }]])('refuses a lone surrogate: %j', (value) => {
    expect(() => canonical(value as Json)).toThrow(Failure);
  });
  it.each([Number.NaN, Infinity, undefined, 1n])('refuses what is not JSON: %s', (value) => {
    expect(() => canonical({ a: value } as unknown as Json)).toThrow(Failure);
  });
  it('refuses endless nesting without ending the stack', () => {
    let deep: Json = 0;
    for (let depth = 0; depth < 200_000; depth += 1) deep = [deep];
    expect(() => canonical(deep)).toThrow(Failure);
  });
  it('has a digest that does not depend on the order of members', () => {
    expect(digest({ a: 1, b: 2 })).toBe(digest({ b: 2, a: 1 }));
    expect(digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
