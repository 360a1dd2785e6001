/** Random interleavings of what members, the secretary, clocks and crashes do to one decision. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualCalendar } from './calendar.ts';
import { draftDecision, type Decision, type DecisionAct, type Step } from './decision.ts';
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

test('Reminders come at half time, a day and an hour before, where these lie within the silence', () => {
  const day = 86_400_000_000;
  const long = after({ kind: 'table', at: start, ...tabling(everybody), expiry: start + 4 * day });
  expect(nextDue(long)).toBe(start + 2 * day);
  expect(dueAct(long, start + 2 * day - 1, [], calendar)).toBeUndefined();
  expect(dueAct(long, start + 2 * day, [], calendar)).toMatchObject({ kind: 'remind', reminder: 'half' });
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

/** What happens next; `gap` moves the clock, also back, or to the very end. */
interface Move {
  what: DecisionAct['kind'] | 'hub' | 'roster';
  who: number;
  clock: { by: number } | { nearExpiry: number };
  /** A crash before the commit loses an act; a client that was not answered sends it again. */
  fate: 'kept' | 'lost' | 'repeated';
}

const moves: fc.Arbitrary<Move> = fc.record({
  what: fc.constantFrom<Move['what'][]>(
    'table',
    'break',
    'break',
    'reserve',
    'state',
    'take-note',
    'extend',
    'withdraw',
    'revise',
    'refer',
    'lapse',
    'issue',
    'hub',
    'hub',
    'hub',
    'hub',
    'roster',
    'expire',
    'prolong',
    'remind',
  ),
  who: fc.nat({ max: 4 }),
  clock: fc.oneof(
    fc.record({ by: fc.integer({ min: -length, max: length }) }),
    fc.record({ by: fc.integer({ min: 0, max: length / 4 }) }),
    fc.record({ nearExpiry: fc.integer({ min: -2, max: 2 }) }),
  ),
  fate: fc.constantFrom<Move['fate'][]>('kept', 'kept', 'kept', 'lost', 'repeated'),
});

/** What is kept of a run, in the order of commits. */
interface Line {
  act: DecisionAct;
  before: Decision;
  after: Decision;
  steps: readonly Step[];
  takesEffect: boolean;
  roster: readonly string[];
}

function play(all: readonly Move[]): Line[] {
  let now = start;
  let roster = [...everybody];
  let decision = draftDecision(start);
  const lines: Line[] = [];
  const commit = (act: DecisionAct | undefined, fate: Move['fate']): void => {
    if (act === undefined || fate === 'lost') return;
    for (const _time of fate === 'repeated' ? [1, 2] : [1]) {
      const outcome = take(decision, act);
      if ('refused' in outcome) continue;
      lines.push({ act, before: decision, after: outcome.decision, roster, ...outcome });
      decision = outcome.decision;
    }
  };
  for (const { what, who, clock, fate } of [
    { what: 'table', who: 0, clock: { by: 0 }, fate: 'kept' } as Move,
    ...all,
  ]) {
    const end = decision.period?.expiry ?? expiry;
    now = 'by' in clock ? Math.max(start, now + clock.by) : end + clock.nearExpiry;
    if (what === 'roster') {
      const member = everybody[who % 4] as string;
      roster = roster.includes(member) ? roster.filter((one) => one !== member) : [...roster, member];
    } else commit(what === 'hub' ? dueAct(decision, now, [], calendar) : actOf(what, who, now, roster), fate);
  }
  return lines;
}

function actOf(kind: DecisionAct['kind'], who: number, at: number, roster: readonly string[]): DecisionAct {
  const member = [...everybody, 'watcher'][who] as string;
  const later = at + 1 + who * (length / 4);
  switch (kind) {
    case 'table':
    case 'revise':
      return { kind, at, ...tabling(roster), digest: `${kind} ${at}`, expiry: later };
    case 'extend':
    case 'prolong':
      return { kind, at, expiry: later, outage: 0 };
    case 'remind':
      return { kind, at, reminder: 'half' };
    case 'break':
    case 'reserve':
    case 'state':
    case 'take-note':
      return { kind, at, member };
    default:
      return { kind, at };
  }
}

const runs = fc.array(moves, { minLength: 1, maxLength: 40 }).map(play);
const over = new Set(['withdrawn', 'referred', 'lapsed', 'issued', 'noted']);

test('Whatever happens, the effect comes once, at or after the expiry, and only where nobody broke that silence', () => {
  let adopted = 0;
  fc.assert(
    fc.property(runs, (lines) => {
      const effects = lines.filter(({ takesEffect }) => takesEffect);
      expect(effects.length).toBeLessThanOrEqual(1);
      const last = lines.at(-1)?.after;
      expect(effects.length === 1).toBe(last?.state === 'adopted' || last?.state === 'issued');
      for (const { act, before } of effects) {
        adopted += 1;
        expect(act.at).toBeGreaterThanOrEqual(before.period?.expiry ?? Infinity);
        const breaks = lines.filter(
          (line) => line.act.kind === 'break' && line.before.version === before.version,
        );
        expect(breaks).toEqual([]);
      }
    }),
    { numRuns: 3000 },
  );
  expect(adopted).toBeGreaterThan(50);
});

test('Whatever happens, a break by an elector before the expiry is taken, and one after it never', () => {
  fc.assert(
    fc.property(runs, fc.nat({ max: 4 }), fc.integer({ min: -2, max: 2 }), (lines, who, near) => {
      for (const { after: decision } of lines) {
        if (decision.state !== 'under-silence' || decision.period === undefined) continue;
        const member = [...everybody, 'watcher'][who] as string;
        const at = decision.period.expiry + near;
        const isTaken = !('refused' in take(decision, { kind: 'break', at, member }));
        expect(isTaken).toBe(near < 0 && decision.electors.includes(member));
      }
    }),
    { numRuns: 1000 },
  );
});

test('Whatever happens, times never go back, text and electorate stay through a silence, what is over stays over', () => {
  fc.assert(
    fc.property(runs, (lines) => {
      const times = lines.flatMap(({ steps }) => steps.map(({ at }) => at));
      expect(times).toEqual([...times].sort((one, other) => one - other));
      for (const { act, before, after: next, roster } of lines) {
        expect(over.has(before.state)).toBe(false);
        if (before.state === 'adopted') expect(act.kind).toBe('issue');
        if (next.version === before.version) {
          expect([next.digest, next.electors]).toEqual([before.digest, before.electors]);
        } else expect(next.electors).toEqual(roster);
        if (next.period !== before.period) {
          expect(['table', 'revise', 'extend', 'prolong']).toContain(act.kind);
          expect(next.period?.from).toBeGreaterThanOrEqual(before.lastAt);
        }
        expect(new Set(next.objectors).size).toBe(next.objectors.length);
        expect(next.objectors.every((member) => next.electors.includes(member))).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
