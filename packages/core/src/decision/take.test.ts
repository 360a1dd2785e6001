import { expect, test } from 'vitest';
import { usualCalendar } from './calendar.ts';
import { draftDecision, type Decision, type DecisionAct } from './decision.ts';
import { dueAct, nextDue, type Outage } from './due.ts';
import { take } from './take.ts';

const calendar = { ...usualCalendar, weekend: [] };
const start = 1_495_670_400_000_000;
const length = 1_000_000;
const expiry = start + length;
const everybody = ['alba', 'borea', 'corda', 'dorea'];

const tabling = (members: readonly string[]) => ({
  purpose: 'agree' as const,
  digest: 'first',
  electors: members,
  informed: ['watcher'],
  expiry,
  outage: 0,
});

function after(...acts: DecisionAct[]): Decision {
  let decision = draftDecision(start);
  for (const act of acts) {
    const outcome = take(decision, act);
    if ('refused' in outcome) throw new Error(`${act.kind}: ${outcome.refused}`);
    decision = outcome.decision;
  }
  return decision;
}

const tabled = (): Decision => after({ kind: 'table', at: start, ...tabling(everybody) });
const refusalOf = (decision: Decision, act: DecisionAct): string | undefined => {
  const outcome = take(decision, act);
  return 'refused' in outcome ? outcome.refused : undefined;
};

test('A break received a microsecond before the expiry counts; one at the expiry is too late', () => {
  const last = take(tabled(), { kind: 'break', at: expiry - 1, member: 'alba' });
  expect(last).toMatchObject({
    decision: { state: 'consultation', objectors: ['alba'] },
    takesEffect: false,
  });
  expect(refusalOf(tabled(), { kind: 'break', at: expiry, member: 'alba' })).toMatch(/expiry/);
  expect(refusalOf(tabled(), { kind: 'expire', at: expiry - 1 })).toMatch(/not over/);
  expect(take(tabled(), { kind: 'expire', at: expiry })).toMatchObject({
    decision: { state: 'adopted' },
    takesEffect: true,
  });
});

test('Once its time is over the secretary neither extends nor withdraws a text, though the hub has not come to it yet', () => {
  for (const act of [
    { kind: 'withdraw', at: expiry },
    { kind: 'extend', at: expiry, expiry: expiry + length, outage: 0 },
  ] as const) {
    expect(refusalOf(tabled(), act)).toMatch(/expiry/);
    expect(refusalOf(tabled(), { ...act, at: expiry - 1 })).toBeUndefined();
  }
});

test('A text for note is noted at its date, without effect, and no silence is there to be broken', () => {
  const note = after({ kind: 'table', at: start, ...tabling(everybody), purpose: 'note' });
  expect(note.state).toBe('tabled');
  expect(refusalOf(note, { kind: 'break', at: start + 1, member: 'alba' })).toMatch(/note/);
  expect(take(note, { kind: 'take-note', at: start + 1, member: 'watcher' })).toMatchObject({
    decision: { notedBy: ['watcher'] },
  });
  expect(take(note, { kind: 'expire', at: expiry })).toMatchObject({
    decision: { state: 'noted' },
    takesEffect: false,
  });
});

test('A broken text comes again as the next version, is referred, or lapses; what was adopted is issued once', () => {
  const broken = after(
    { kind: 'table', at: start, ...tabling(everybody) },
    { kind: 'break', at: start + 1, member: 'alba' },
  );
  const again = { ...tabling(['alba', 'borea']), digest: 'second', expiry: expiry + length };
  const revised = take(broken, { kind: 'revise', at: start + 2, ...again });
  expect(revised).toMatchObject({
    decision: {
      state: 'under-silence',
      version: 2,
      digest: 'second',
      objectors: [],
      electors: ['alba', 'borea'],
    },
    steps: [{ kind: 'revised' }, { kind: 'silence' }],
  });
  for (const kind of ['refer', 'lapse', 'withdraw'] as const) {
    expect(refusalOf(broken, { kind, at: start + 2 })).toBeUndefined();
  }
  const adopted = after({ kind: 'table', at: start, ...tabling(everybody) }, { kind: 'expire', at: expiry });
  const issued = take(adopted, { kind: 'issue', at: expiry + 1 });
  expect(issued).toMatchObject({ decision: { state: 'issued' }, takesEffect: false });
  if ('decision' in issued)
    expect(refusalOf(issued.decision, { kind: 'issue', at: expiry + 2 })).toMatch(/once/);
});

test('Reminders come at half time, a day and an hour before, each once, where these lie within the silence', () => {
  const [hour, day] = [3_600_000_000, 86_400_000_000];
  const end = start + 4 * day;
  let decision = after({ kind: 'table', at: start, ...tabling(everybody), expiry: end });
  for (const [reminder, at] of [
    ['half', start + 2 * day],
    ['day', end - day],
    ['hour', end - hour],
  ] as const) {
    expect(nextDue(decision)).toBe(at);
    expect(dueAct(decision, at - 1, [], calendar)).toBeUndefined();
    const act = dueAct(decision, at, [], calendar);
    expect(act).toEqual({ kind: 'remind', at, reminder });
    const taken = take(decision, act as DecisionAct);
    if ('refused' in taken) throw new Error(taken.refused);
    decision = taken.decision;
    expect(dueAct(decision, at, [], calendar)).toBeUndefined();
  }
  expect(nextDue(decision)).toBe(end);
  // Under an hour, half time alone.
  expect(nextDue(tabled())).toBe(start + length / 2);
  const half = after(
    { kind: 'table', at: start, ...tabling(everybody) },
    { kind: 'remind', at: start + length / 2, reminder: 'half' },
  );
  expect(nextDue(half)).toBe(expiry);
});

test('Where the hub was out of reach in the last tenth it gives a tenth more, once for each such time', () => {
  const before: Outage = { no: 1, began: start, ended: expiry - length / 10 };
  expect(dueAct(tabled(), expiry, [before], calendar)).toMatchObject({ kind: 'expire' });
  const within: Outage = { no: 2, began: start, ended: expiry - length / 10 + 1 };
  const given = dueAct(tabled(), expiry + 5, [before, within], calendar);
  expect(given).toEqual({ kind: 'prolong', at: expiry + 5, expiry: expiry + 5 + length / 10, outage: 2 });
  const longer = after({ kind: 'table', at: start, ...tabling(everybody) }, given as DecisionAct);
  // A clock that jumped ahead leaves a time out of reach that lasts beyond: it counts once.
  const jump: Outage = { no: 2, began: start, ended: expiry + length };
  expect(dueAct(longer, expiry + length, [jump], calendar)).toMatchObject({ kind: 'expire' });
});

test('The time that the hub gives by itself ends on a working day as well', () => {
  const day = 86_400_000_000;
  const end = start + 2 * day - day / 2;
  expect(new Date(end / 1000).toISOString()).toBe('2017-05-26T12:00:00.000Z'); // a Friday
  const decision = after({ kind: 'table', at: start, ...tabling(everybody), expiry: end });
  const away: Outage = { no: 1, began: end - 1, ended: end + day / 2 };
  const given = dueAct(decision, end + day / 2, [away], usualCalendar);
  // A tenth of a day and a half after midnight on Saturday: so at that hour on Monday.
  expect(given).toMatchObject({ kind: 'prolong', expiry: end + day / 2 + (day * 3) / 20 + 2 * day });
});
