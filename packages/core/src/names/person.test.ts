import { expect, test } from 'vitest';
import { birthMeetings, isBirth, meetBirths } from './birth.ts';
import { compareNames } from './compare.ts';
import { doubtOf, evidenceOf, probabilityWith } from './person.ts';

const exact = (date: string) => ({ precision: 'exact', date }) as const;

test.each([
  ['1979-03-12', exact('1979-03-12'), 'day'],
  ['1979-03-12', exact('1979-12-03'), 'swapped'],
  ['1979-03-12', exact('1979-03-13'), 'digit'],
  ['1979-03-12', exact('1979-05-24'), 'year-alone'],
  ['1979-03-12', exact('1979-01-01'), 'year'],
  ['1979-01-01', exact('1979-03-12'), 'year'],
  ['1979', exact('1979-03-12'), 'year'],
  ['1979-03', exact('1979-03-12'), 'month'],
  ['1978', exact('1979-03-12'), 'next-year'],
  ['1979-03-12', exact('1961-07-30'), 'other'],
  ['1966', { precision: 'between', from: '1965', to: '1969' }, 'within'],
  ['1961', { precision: 'between', from: '1965', to: '1969' }, 'other'],
  ['1966', { precision: 'approximate', date: '1965' }, 'within'],
  ['1979', { precision: 'exact', date: '1358', calendar: 'persian' }, undefined],
  ['1979', { precision: 'unknown', text: 'in the eighties' }, undefined],
] as const)('Asked for %s, a birth date of %j is met as %s', (asked, known, meeting) => {
  expect(meetBirths(asked, [known])).toBe(meeting);
});

test('Of several birth dates the one counts that tells most, and none tells nothing', () => {
  expect(meetBirths('1979-03-12', [exact('1961-07-30'), exact('1979-03-12')])).toBe('day');
  expect(meetBirths('1979-03-12', [])).toBeUndefined();
});

test('A birth date is asked for as a year, a month or a day that there is', () => {
  expect(['1979', '1979-03', '1979-03-12'].every(isBirth)).toBe(true);
  expect(['1980-02-29', '1979-12-31'].every(isBirth)).toBe(true);
  expect(['79', '1979-13', '1979-02-31', '1979-02-29', '12.03.1979', ''].some(isBirth)).toBe(false);
});

test('What is missing on either side leaves the probability as the name has it', () => {
  const known = { birth_dates: [exact('1979-03-12')] };
  expect(probabilityWith({ probability: 0.8 }, evidenceOf({}, known))).toBe(0.8);
  expect(probabilityWith({ probability: 0.8 }, evidenceOf({ born: '1979', document: 'X 1' }, {}))).toBe(0.8);
});

test('What agrees makes it likelier, what differs less likely, and nothing certain', () => {
  const known = {
    birth_dates: [exact('1979-03-12')],
    nationalities: [{ code: 'TN', text: 'Tunisia' }],
    documents: [{ number: 'X 123-456' }],
  };
  const by = (asked: Parameters<typeof evidenceOf>[0]): number =>
    probabilityWith({ probability: 0.8 }, evidenceOf(asked, known));
  expect(by({ born: '1979-03-12' })).toBeGreaterThan(0.99);
  expect(by({ born: '1961-07-30' })).toBeLessThan(0.2);
  expect(by({ nationality: 'tn' })).toBeGreaterThan(by({}));
  expect(by({ nationality: 'France' })).toBeLessThan(by({}));
  expect(by({ document: 'x123456' })).toBeGreaterThan(0.99);
  expect(by({ document: 'other' })).toBe(by({}));
  expect(by({ born: '1979-03-12', nationality: 'TN', document: 'X123456' })).toBeLessThan(1);
});

test('A name that speaks against is not made likely by a birth date alone, and by a document it is', () => {
  const known = {
    birth_dates: [exact('1979-03-12')],
    nationalities: [{ code: 'TN', text: 'Tunisia' }],
    documents: [{ number: 'X 123-456' }],
  };
  const contradicted = compareNames('Karim Haddad', 'Karim El Karnabi');
  const spelled = compareNames('Karim Haddad', 'كريم حداد');
  const [day, all] = [evidenceOf({ born: '1979-03-12' }, known), evidenceOf({ document: 'X123456' }, known)];
  expect(probabilityWith(contradicted, day)).toBeLessThan(0.3);
  expect(probabilityWith(contradicted, all)).toBeGreaterThan(0.7);
  expect(probabilityWith(spelled, day)).toBeGreaterThan(0.99);
  expect(doubtOf(spelled, day) + 0).toBe(0);
});

test('What agrees never makes it less likely, however much the name speaks against', () => {
  for (const probability of [0.001, 0.03, 0.2, 0.49, 0.5, 0.8]) {
    const by = (bits: number): number =>
      probabilityWith({ probability }, { birth: { meeting: 'day', bits } });
    const rising = [-5, 0, 0.5, 1.5, 4, 9, 20].map(by);
    expect(rising).toEqual(rising.toSorted((one, two) => one - two));
    expect(by(0)).toBe(probability);
  }
});

test('The bits of birth dates stand in the order in which they fall, from the same day to another year', () => {
  const bits = Object.values(birthMeetings);
  expect(bits).toEqual(bits.toSorted((one, two) => two - one));
  expect(Object.keys(birthMeetings).at(0)).toBe('day');
  expect(Object.keys(birthMeetings).at(-1)).toBe('other');
});
