/** Random interleavings of what members, the secretary, the hub, clocks and crashes do to one decision. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualCalendar } from './calendar.ts';
import { draftDecision, type Decision, type DecisionAct, type Step } from './decision.ts';
import { dueAct, type Outage } from './due.ts';
import { take } from './take.ts';

const calendar = { ...usualCalendar, weekend: [] };
const start = 1_495_670_400_000_000;
const length = 1_000_000;
const expiry = start + length;
const everybody = ['alba', 'borea', 'corda', 'dorea'];

const tabling = (members: readonly string[]) => ({
  purpose: 'agree' as const,
  electors: members,
  informed: ['watcher'],
});

/** What happens next; `gap` moves the clock, also back, or to the very end. */
interface Move {
  what: DecisionAct['kind'] | 'hub' | 'roster' | 'away';
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
    'away',
    'away',
    'away',
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
  /** Times out of reach until then; set where the hub acted by itself. */
  outages: readonly Outage[] | undefined;
}

function play(all: readonly Move[]): Line[] {
  let now = start;
  let roster = [...everybody];
  let decision = draftDecision(start);
  const lines: Line[] = [];
  const outages: Outage[] = [];
  const commit = (act: DecisionAct | undefined, fate: Move['fate'], found?: readonly Outage[]): void => {
    if (act === undefined || fate === 'lost') return;
    for (const _time of fate === 'repeated' ? [1, 2] : [1]) {
      const outcome = take(decision, act);
      if ('refused' in outcome) continue;
      lines.push({ act, before: decision, after: outcome.decision, roster, outages: found, ...outcome });
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
    } else if (what === 'away') {
      const began = now;
      now += 1 + who * (length / 8);
      outages.push({ no: outages.length + 1, began, ended: now });
    } else if (what === 'hub') commit(dueAct(decision, now, outages, calendar), fate, [...outages]);
    else commit(actOf(what, { who, at: now, roster, outage: outages.length }), fate);
  }
  return lines;
}

function actOf(
  kind: DecisionAct['kind'],
  { who, at, roster, outage }: { who: number; at: number; roster: readonly string[]; outage: number },
): DecisionAct {
  const member = [...everybody, 'watcher'][who] as string;
  const later = at + 1 + who * (length / 4);
  switch (kind) {
    case 'table':
    case 'revise':
      return { kind, at, ...tabling(roster), digest: `${kind} ${at}`, expiry: later, outage };
    case 'extend':
    case 'prolong':
      return { kind, at, expiry: later, outage };
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

test('Whatever happens, the hub lets no silence end that it missed the last tenth of, and each miss gives more time once', () => {
  let [ended, given] = [0, 0];
  fc.assert(
    fc.property(runs, (lines) => {
      const accounted: number[] = [];
      for (const { act, before, outages } of lines) {
        if (outages === undefined || before.period === undefined) continue;
        const { from, expiry: end, outage } = before.period;
        const missed = outages.filter(
          ({ no, began, ended: back }) => no > outage && began < end && (end - back) * 10 < end - from,
        );
        if (act.kind === 'expire') {
          ended += 1;
          expect(missed).toEqual([]);
        } else if (act.kind === 'prolong') {
          given += 1;
          expect(missed.length).toBeGreaterThan(0);
          expect(act.expiry).toBeGreaterThanOrEqual(act.at + (end - from) / 10);
          accounted.push(...missed.map(({ no }) => no));
        }
      }
      expect(new Set(accounted).size).toBe(accounted.length);
    }),
    { numRuns: 3000 },
  );
  expect([ended > 50, given > 20]).toEqual([true, true]);
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
