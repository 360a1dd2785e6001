import { expect, test } from 'vitest';
import { chosenAudiences, codesOf, handlingOf, hasConditions, withClause, withPart } from './parts.ts';

test('Codes of handling stand by kind, and come out as they went in', () => {
  const codes = ['TLP:AMBER', 'PAP:GREEN', 'EUROPOL:H1', 'Not for the press'];
  expect(handlingOf(codes)).toEqual({
    tlp: 'TLP:AMBER',
    pap: 'PAP:GREEN',
    europol: ['H1'],
    statements: ['Not for the press'],
  });
  expect(codesOf(handlingOf(codes))).toEqual(codes);
});

test('Of several codes of TLP the strictest holds', () => {
  expect(handlingOf(['TLP:RED', 'TLP:AMBER']).tlp).toBe('TLP:RED');
});

test('A part that is emptied is left out', () => {
  expect(withPart({ all: ['a'], owners: ['b'] }, 'all', [])).toEqual({ owners: ['b'] });
  expect(withPart({ until: '2026-01-01T00:00:00Z' }, 'until', undefined)).toEqual({});
});

test('Everybody stands alone; whoever is named instead takes its place', () => {
  expect(chosenAudiences(['member:a'], ['member:a', 'public'])).toEqual(['public']);
  expect(chosenAudiences(['public'], ['public', 'member:a'])).toEqual(['member:a']);
  expect(chosenAudiences(['public'], [])).toEqual([]);
});

test('A clause without audiences is taken away, and the others stay', () => {
  const label = { any: [['member:a'], ['member:b']] };
  expect(withClause(label, 0, [])).toEqual({ any: [['member:b']] });
  expect(withClause(label, 2, ['member:c'])).toEqual({ any: [['member:a'], ['member:b'], ['member:c']] });
  expect(withClause({ any: [['member:a']] }, 0, [])).toEqual({});
});

test('Audiences and TLP are no conditions; everything else is', () => {
  expect(hasConditions({ any: [['public']], handling: ['TLP:AMBER'] })).toBe(false);
  expect(hasConditions({ handling: ['PAP:RED'] })).toBe(true);
  expect(hasConditions({ levels: {} })).toBe(false);
  expect(hasConditions({ review: '2026-01-01T00:00:00Z' })).toBe(true);
});
