import { expect, test } from 'vitest';
import { bannerCodes, pageRules } from './banner.ts';

test('the marking of a page is that of its most restrictive paragraph', () => {
  expect(bannerCodes(['TLP:AMBER', 'PAP:GREEN'], [[], ['TLP:RED'], ['TLP:GREEN']])).toEqual([
    'TLP:RED',
    'PAP:GREEN',
  ]);
  expect(bannerCodes([], [])).toEqual([]);
});

test('a text of others cannot end the line that it is printed in', () => {
  const rules = pageRules(['TLP:RED', 'x"; } body { display: none } /*\\'], 'Page {page} of {pages}');
  expect(rules).not.toMatch(/x"|\/\*|body \{/);
  expect(rules.match(/"/g)).toHaveLength(12);
  expect(rules).toContain('"Page " counter(page) " of " counter(pages) ""');
});

test('each part of the line keeps its own direction, and none turns another around', () => {
  const rules = pageRules(['TLP:RED', '\u202eقوات'], 'Page {page} of {pages}');
  expect(rules).toContain('\\2068 قوات\\2069 ');
  expect(rules).not.toContain('202e');
});
