import { describe, expect, it } from 'vitest';
import { isDomainName } from './host.ts';

describe('the name of a domain', () => {
  it.each([
    'example.org',
    'EXAMPLE.org',
    'example.org.',
    'org',
    '3com.example',
    'a-b.example',
    'xn--bcher-kva.example',
    'bücher.example',
    '例え.テスト',
    '例え。テスト',
    'नेपाल.example',
    '198.51.100.3',
    `${'a'.repeat(63)}.example`,
    `${'a.'.repeat(126)}a`,
  ])('may be %s', (text) => {
    expect(isDomainName(text)).toBe(true);
  });
  it.each([
    '',
    '.',
    '.example.org',
    'example..org',
    'example.org..',
    '-a.example',
    'a-.example',
    'ab--c.example',
    'a_b.example',
    'a b.example',
    '*.example.org',
    'http://example.org',
    'example.org:80',
    'Bücher.example'.toUpperCase(),
    'ａ.example',
    '\u0301a.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(127)}a`,
  ])('is not %s', (text) => {
    expect(isDomainName(text)).toBe(false);
  });
});
