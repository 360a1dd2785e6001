import { expect, test } from 'vitest';
import type { Entry, StixObject } from '../../record/object.ts';
import { clustersOf, groupsOf } from './group.ts';
import { extentOf, linesOf, linesWithin } from './lines.ts';
import { addressOf, periodOf, ticksOf, unitAround, unitOf } from './period.ts';

const at = (text: string): number => Date.parse(text);
const entryOf = (object: StixObject): Entry => ({
  object,
  contributor: 'm',
  added: null,
  version: '2017-05-01T00:00:00.000Z',
});
const place = (id: string, longitude: number): Entry =>
  entryOf({ type: 'location', id: `location--${id}`, latitude: 40, longitude });
const link = (id: string, source: string, start: string): Entry =>
  entryOf({ type: 'relationship', id, source_ref: source, target_ref: 'location--a', start_time: start });

test('What overlaps on the screen is drawn as one, and as several once it is far enough apart', () => {
  const entries = [place('a', 10), place('b', 11), place('c', 60)];
  const groups = groupsOf(entries, new Map(), new Map());
  const at = (scale: number) => clustersOf(groups, ([x, y]) => ({ x: x * scale, y: y * scale }));
  expect(at(5).map(({ count }) => count)).toEqual([2, 1]);
  expect(at(100).map(({ count }) => count)).toEqual([1, 1, 1]);
});

test('Everything at one spot is one group, with a record named once', () => {
  const entries = [place('a', 10), link('r1', 'i1', '2016-01-01'), link('r2', 'i2', '2016-01-02')];
  const gazetteer = new Map([['location--a', (entries[0] as Entry).object]]);
  const [group, ...others] = groupsOf(entries, gazetteer, new Map());
  expect(others).toEqual([]);
  expect(group?.placed.map(({ sense }) => sense)).toEqual(['itself', 'linked', 'linked']);
});

test('Events stand on the line of whom they are about, and a period keeps those that it meets', () => {
  const entries = [
    link('r1', 'i1', '2016-03-05'),
    link('r2', 'i2', '2016-02-01'),
    link('r3', 'i1', '2016-01-10'),
    entryOf({ type: 'note', id: 'n' }),
  ];
  const lines = linesOf(entries, false);
  expect(lines.map(({ subject, events }) => [subject, events.map(({ entry }) => entry.object.id)])).toEqual([
    ['i1', ['r3', 'r1']],
    ['i2', ['r2']],
  ]);
  expect(extentOf(lines)).toEqual({ start: at('2016-01-10'), end: at('2016-03-05') });
  expect(linesWithin(lines, unitAround('month', at('2016-02-14'))).map(({ subject }) => subject)).toEqual([
    'i2',
  ]);
  expect(linesOf(entries, true).at(-1)?.subject).toBe('n');
});

test('Weeks begin on Monday, and a period is told apart as the unit that it is', () => {
  expect(addressOf(unitAround('week', at('2017-05-25T14:00:00Z')))).toEqual({
    since: '2017-05-22',
    before: '2017-05-29',
  });
  expect(unitOf(unitAround('month', at('2016-02-10')))).toBe('month');
  expect(unitOf({ start: at('2016-02-10'), end: at('2016-02-12') })).toBeUndefined();
});

test('The days of the address name a period that has an end to each side, or to one', () => {
  expect(periodOf(undefined, undefined)).toBeUndefined();
  expect(periodOf('2017-01-01', undefined)).toEqual({
    start: at('2017-01-01'),
    end: Number.POSITIVE_INFINITY,
  });
  expect(periodOf('2017-01-01', '2017-02-01')).toEqual(unitAround('month', at('2017-01-15')));
});

test('The axis has few enough marks, each at the beginning of a unit', () => {
  const { unit, at: marks } = ticksOf({ start: at('2016-01-15'), end: at('2016-12-20') }, 14);
  expect([unit, marks.length]).toEqual(['month', 11]);
  expect(ticksOf({ start: at('1950-01-01'), end: at('2020-01-01') }, 14).at.length).toBeLessThanOrEqual(14);
});
