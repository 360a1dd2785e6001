/** How long deciding took, and for whom it was waited. */
import type { StepKind } from './decision.ts';

export interface FigureStep {
  readonly kind: StepKind;
  readonly at: number;
  /** Who did it; null for the secretary and the hub. */
  readonly member: string | null;
}

export interface DecisionFigures {
  /** How many were adopted or noted. */
  readonly decided: number;
  /** Microseconds from tabling; null where nothing was decided. */
  readonly median: number | null;
  readonly longest: number | null;
  /** Whose breaks led to consultation, and for how long; the longest first. */
  readonly waitedFor: readonly {
    readonly member: string;
    readonly decisions: number;
    readonly time: number;
  }[];
}

/**
 * Figures over the steps of decisions, each in its order.
 * @param now until when it is waited in a consultation that goes on
 */
export function figuresOf(decisions: readonly (readonly FigureStep[])[], now: number): DecisionFigures {
  const times = decisions.flatMap(timeToDecide).sort((one, other) => one - other);
  const waits = decisions.flatMap((steps) => [...waitsIn(steps, now)]);
  const members = [...new Set(waits.map(([member]) => member))];
  const waitedFor = members.map((member) => {
    const own = waits.filter(([one]) => one === member).map(([, time]) => time);
    return { member, decisions: own.length, time: own.reduce((sum, time) => sum + time, 0) };
  });
  return {
    decided: times.length,
    median: times[Math.floor((times.length - 1) / 2)] ?? null,
    longest: times.at(-1) ?? null,
    waitedFor: waitedFor.sort((one, other) => other.time - one.time || (one.member < other.member ? -1 : 1)),
  };
}

function timeToDecide(steps: readonly FigureStep[]): number[] {
  const tabled = steps.find(({ kind }) => kind === 'tabled');
  const decided = steps.find(({ kind }) => kind === 'adopted' || kind === 'noted');
  return tabled === undefined || decided === undefined ? [] : [decided.at - tabled.at];
}

const ends: ReadonlySet<StepKind> = new Set(['revised', 'referred', 'lapsed', 'withdrawn']);

/** Member → time between its breaks and what ended their consultations. */
function waitsIn(steps: readonly FigureStep[], now: number): Map<string, number> {
  const waits = new Map<string, number>();
  for (const [place, { kind, at, member }] of steps.entries()) {
    if ((kind !== 'broken' && kind !== 'joined') || member === null) continue;
    const end = steps.slice(place).find((step) => ends.has(step.kind))?.at ?? Math.max(now, at);
    waits.set(member, (waits.get(member) ?? 0) + end - at);
  }
  return waits;
}
