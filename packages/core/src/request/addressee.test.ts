import { expect, test } from 'vitest';
import type { RosterEntry } from '../coalition/roster.ts';
import { isAddressed, knownAddressees, type Addressee } from './addressee.ts';

const member = (id: string): Addressee => ({ member: id, community: null, epoch: null });
const community = (id: string, epoch: number): Addressee => ({ member: null, community: id, epoch });
const entry = (above: string, id: string, openedFrom: number, opened = {}): RosterEntry => ({
  community: above,
  entry: id,
  openedFrom,
  above: opened,
});

test('A request to a community is for those who hold it at its epoch, and not for who accedes later', () => {
  const asked = [community('coast', 3), member('dora')];
  expect(isAddressed(asked, 'anna', new Map([['coast', 3]]))).toBe(true);
  expect(isAddressed(asked, 'bert', new Map([['coast', 4]]))).toBe(false);
  expect(isAddressed(asked, 'carl', new Map())).toBe(false);
  expect(isAddressed(asked, 'dora', new Map())).toBe(true);
});

test('Whoever asked knows whom it named, and of a community whom its own rosters show', () => {
  const rosters = {
    communities: new Set(['coast', 'inland', 'far']),
    entries: [
      entry('coast', 'asker', 1),
      entry('coast', 'anna', 2),
      entry('coast', 'late', 9),
      entry('coast', 'inland', 3),
      entry('inland', 'hidden', 1, { coast: 3 }),
      entry('far', 'stranger', 1),
    ],
  };
  const asked = [community('coast', 5), community('far', 5), member('dora')];
  expect(knownAddressees(rosters, 'asker', asked)).toEqual(['anna', 'dora']);
});
