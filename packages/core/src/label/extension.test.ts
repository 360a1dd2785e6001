import { describe, expect, test } from 'vitest';
import { labelExtensionId } from '../extension/identifiers.ts';
import type { Finding, Json, JsonObject } from '../stix/types.ts';
import { readParts, statedLabel, withoutLabel, writeParts } from './extension.ts';

const stating = (label: Json): JsonObject => ({ type: 'tool', extensions: { [labelExtensionId]: label } });
const pathsOf = (label: Json): string[] =>
  (statedLabel(stating(label))?.findings ?? []).map(({ path }) =>
    path.replace(`extensions.${labelExtensionId}`, '~'),
  );

describe('the label that an object states', () => {
  test('is none where there is no extension for it', () => {
    expect(statedLabel({ type: 'tool' })).toBeUndefined();
    expect(statedLabel({ type: 'tool', extensions: {} })).toBeUndefined();
    expect(statedLabel({ type: 'tool', extensions: 'no dictionary' })).toBeUndefined();
  });

  test('is read with its portions', () => {
    const stated = statedLabel(
      stating({
        extension_type: 'property-extension',
        any: [['public']],
        until: '2027-01-31T00:00:00Z',
        portions: [{ selectors: ['description'], levels: { secret: 2 } }],
      }),
    );
    expect(stated).toEqual({
      parts: { any: [['public']], until: Date.UTC(2027, 0, 31) * 1000 },
      portions: [{ selectors: ['description'], parts: { levels: { secret: 2 } } }],
      findings: [],
    });
  });

  test.each<[Json, string[]]>([
    ['a text', ['~']],
    [[], ['~']],
    [{ any: 'public' }, ['~.any']],
    [{ any: ['public'] }, ['~.any']],
    [{ any: [[]] }, ['~.any']],
    [{ levels: { secret: -1 } }, ['~.levels']],
    [{ levels: { secret: 1.5 } }, ['~.levels']],
    [{ levels: [] }, ['~.levels']],
    [{ all: [7], owners: 'me', handling: null }, ['~.all', '~.owners', '~.handling']],
    [{ until: 'tomorrow', review: 7 }, ['~.until', '~.review']],
    [{ audience: ['public'] }, ['~.audience']],
    [{ portions: {} }, ['~.portions']],
    [{ portions: [{ any: [['public']] }] }, ['~.portions[0]']],
    [
      { portions: [{ selectors: ['name'], any: 1, portions: [] }] },
      ['~.portions[0].portions', '~.portions[0].any'],
    ],
  ])('is refused with the place where it is wrong: %j', (label, paths) => {
    expect(pathsOf(label)).toEqual(paths);
  });

  test('goes whole, and an emptied `extensions` with it', () => {
    expect(withoutLabel(stating({ any: [['public']] }))).toEqual({ type: 'tool' });
    const other = { type: 'tool', extensions: { [labelExtensionId]: {}, other: {} } };
    expect(withoutLabel(other)).toEqual({ type: 'tool', extensions: { other: {} } });
    expect(withoutLabel({ type: 'tool', extensions: {} })).toEqual({ type: 'tool', extensions: {} });
  });
});

describe('parts of a label', () => {
  test('are read back as they are written, and empty ones are left out', () => {
    const parts = {
      levels: { secret: 1 },
      any: [['public', 'member:m']],
      handling: ['TLP:RED'],
      review: 1_700_000_000_000_001,
    };
    const findings: Finding[] = [];
    expect(readParts(writeParts({ ...parts, all: [], owners: [] }), '', findings)).toEqual(parts);
    expect(findings).toEqual([]);
  });

  test('that are wrong are left out', () => {
    const findings: Finding[] = [];
    expect(readParts({ any: 'public', handling: ['a'] }, '', findings)).toEqual({ handling: ['a'] });
    expect(findings.map(({ path }) => path)).toEqual(['any']);
  });
});
