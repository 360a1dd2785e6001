import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reminderOf } from './clock.ts';
import {
  afterEvent,
  isUnanswered,
  newStanding,
  requestStates,
  saidStates,
  stateOf,
  type RequestEvent,
  type RequestState,
  type Standing,
} from './state.ts';

const events: readonly RequestEvent[] = [...saidStates, 'expire', 'close'];
const histories = fc.array(fc.constantFrom(...events), { maxLength: 12 });

/** Every standing that a history leads through; what is not possible changes nothing. */
function through(
  history: readonly RequestEvent[],
): { event: RequestEvent; before: Standing; now: Standing }[] {
  let standing = newStanding;
  return history.flatMap((event) => {
    const before = standing;
    const now = afterEvent(before, event);
    if (now === undefined) return [];
    standing = now;
    return [{ event, before, now }];
  });
}

test('A request goes through its states in their order, but for a word that takes one back or comes late', () => {
  const steps: Record<RequestState, readonly RequestState[]> = {
    open: ['acknowledged', 'partly-answered', 'answered', 'declined', 'nothing-held', 'expired', 'closed'],
    acknowledged: ['partly-answered', 'answered', 'declined', 'nothing-held', 'expired', 'closed'],
    'partly-answered': ['partly-answered', 'answered', 'closed'],
    answered: ['answered', 'closed'],
    declined: ['declined', 'partly-answered', 'answered', 'nothing-held', 'closed'],
    'nothing-held': ['nothing-held', 'partly-answered', 'answered', 'declined', 'closed'],
    expired: ['partly-answered', 'answered', 'declined', 'nothing-held', 'closed'],
    closed: [],
  };
  fc.assert(
    fc.property(histories, (history) => {
      for (const { before, now } of through(history)) expect(steps[stateOf(before)]).toContain(stateOf(now));
    }),
  );
});

test('Only a person says that nothing is held, and nothing but a person’s word is an answer', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { event, before, now } of through(history)) {
        if (event === 'expire' || event === 'close') expect(now.said).toBe(before.said);
        else expect(now.said).toBe(event);
      }
    }),
  );
});

test('Nothing is said after the asker has closed', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(...events), (history, event) => {
      const last = through([...history, 'close']).at(-1)?.now;
      expect(last && stateOf(last)).toBe('closed');
      expect(last && afterEvent(last, event)).toBeUndefined();
    }),
  );
});

test('What was answered stays answered: no date and no later word takes it back', () => {
  fc.assert(
    fc.property(histories, (history) => {
      let hasAnswer = false;
      for (const { now } of through(history)) {
        if (hasAnswer) expect(['partly-answered', 'answered', 'closed']).toContain(stateOf(now));
        hasAnswer ||= now.said === 'answered' || now.said === 'partly-answered';
      }
    }),
  );
});

test('The date and a word of the addressee come to the same in either order, but for acknowledging', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(...saidStates), (history, word) => {
      fc.pre(word !== 'acknowledged');
      const start = through(history).at(-1)?.now ?? newStanding;
      const said = afterEvent(start, word);
      const expired = afterEvent(start, 'expire');
      if (said === undefined || expired === undefined) return;
      expect(afterEvent(said, 'expire')).toEqual(afterEvent(expired, word));
    }),
  );
});

test('Every state can be reached', () => {
  const reached = new Set<RequestState>([stateOf(newStanding)]);
  for (const event of events) {
    const now = afterEvent(newStanding, event);
    if (now !== undefined) reached.add(stateOf(now));
  }
  expect([...reached].sort()).toEqual([...requestStates].sort());
});

test('Unanswered is what still waits for its addressee, in time or late', () => {
  expect(isUnanswered(newStanding)).toBe(true);
  expect(isUnanswered({ ...newStanding, isExpired: true })).toBe(true);
  expect(isUnanswered({ ...newStanding, said: 'declined', isExpired: true })).toBe(false);
  expect(isUnanswered({ ...newStanding, isClosed: true })).toBe(false);
});

test('A reminder comes between the asking and the date, a day before it where there is time', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 10 ** 15 }), (asked, given) => {
      const at = reminderOf(asked, asked + given);
      expect(at).toBeGreaterThan(asked);
      expect(at).toBeLessThan(asked + given);
    }),
  );
  const day = 86_400_000_000;
  expect(reminderOf(0, 7 * day)).toBe(6 * day);
  expect(reminderOf(0, day)).toBe(day / 2);
});
