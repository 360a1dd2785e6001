import { expect, test } from 'vitest';
import { makeLabel } from '../label/label.ts';
import { addMonths, datedLabel, day, prolonged, ruleFor, type ReviewRule } from './rules.ts';

const at = (text: string): number => Date.parse(text) * 1000;
const rule = (category: string, purpose: string, months: number): ReviewRule => ({
  category,
  purpose,
  months,
  graceDays: 30,
});
const any = [['public']];

test('of several rules for a person the one with the earliest review holds', () => {
  const rules = [rule('*', '*', 60), rule('suspect', '*', 36), rule('contact', 'travel', 12)];
  const months = (categories: string[], purposes: string[] = []) =>
    ruleFor(rules, { categories, purposes })?.months;
  expect(months([])).toBe(60);
  expect(months(['suspect'])).toBe(36);
  expect(months(['contact'])).toBe(60);
  expect(months(['contact', 'suspect'], [' Travel'])).toBe(12);
  expect(ruleFor([rule('victim', '*', 6)], { categories: ['suspect'], purposes: [] })).toBeUndefined();
});

test('a review is some months later on the same day, or on the last day of a shorter month', () => {
  expect(addMonths(at('2017-05-25T13:14:15Z'), 6)).toBe(at('2017-11-25T00:00:00Z'));
  expect(addMonths(at('2017-08-31T00:00:00Z'), 6)).toBe(at('2018-02-28T00:00:00Z'));
  expect(addMonths(at('2019-11-30T23:00:00Z'), 3)).toBe(at('2020-02-29T00:00:00Z'));
});

test('a rule gives a label its review and an end, and never widens it', () => {
  const now = at('2017-05-25T13:14:15Z');
  const review = at('2018-05-25T00:00:00Z');
  const made = datedLabel(makeLabel({ any }), rule('*', '*', 12), now);
  expect(made).toMatchObject({ review, until: review + 30 * day });
  const until = at('2017-06-01T00:00:00Z');
  expect(datedLabel(makeLabel({ any, until }), rule('*', '*', 12), now)).toMatchObject({ review, until });
  const own = datedLabel(makeLabel({ any, review: until }), rule('*', '*', 12), now);
  expect(own).toMatchObject({ review: until, until: until + 30 * day });
});

test('who confirms moves the review and the end behind it alike', () => {
  const review = at('2018-05-25T00:00:00Z');
  const label = makeLabel({ any, review, until: review + 30 * day });
  const later = at('2019-05-25T00:00:00Z');
  expect(prolonged(label, later)).toMatchObject({ review: later, until: later + 30 * day });
  expect(prolonged(makeLabel({ any, review }), later)).toEqual(makeLabel({ any, review: later }));
});
