import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { freshDatabase } from '@entente/testkit/database';
import { keyOfReference, referenceKey } from './reference.ts';

const ids = [
  'tool--00000000-0000-4000-8000-000000000000',
  'tool--ffffffff-ffff-4fff-bfff-ffffffffffff',
  'x-mitre-tactic--80000001-0000-4000-8000-0000ffff0001',
  ...Array.from({ length: 100 }, () => `identity--${randomUUID()}`),
];

test('the key of a reference is the same in the process and in the database', async () => {
  const database = await freshDatabase({ migrated: false });
  try {
    const { rows } = await database.writer.query<{ key: number }>(
      `select ${keyOfReference('id')} as key from unnest($1::text[]) with ordinality as t (id, place) order by place`,
      [ids],
    );
    expect(rows.map(({ key }) => key)).toEqual(ids.map(referenceKey));
  } finally {
    await database.close();
  }
});

test('ids that are numbered at either end have keys of their own', () => {
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  const manners: ((space: number, place: number) => string)[] = [
    (space, place) => `tool--${hex(space, 8)}-0000-4000-8000-${hex(place, 12)}`,
    (space, place) => `tool--00000000-${hex(space, 4)}-4000-8000-${hex(place * 0x10001, 12)}`,
  ];
  for (const numbered of manners) {
    const keys = Array.from({ length: 40_000 }, (_, index) =>
      referenceKey(numbered(0x8000 + (index % 200), Math.floor(index / 200))),
    );
    expect(new Set(keys).size).toBe(keys.length);
  }
});
