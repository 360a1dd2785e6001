/** What the hub does by itself for decisions: it reminds, lets time run out, and gives more where it was away. */
import { dueAct, nextDue } from '@entente/core/decision/due';
import { Failure } from '@entente/core/failure';
import type { Change } from '@entente/store/change/change';
import { readAnyDecision, readCalendar, readDue, readOutages } from '@entente/store/decision/reader';
import { beat, keepOutcome } from '@entente/store/decision/writer';
import type { DecisionRow } from '@entente/store/decision/types';
import type { Duty } from '../duties.ts';
import { carryOut } from './effects.ts';
import type { DecisionScene } from './scene.ts';
import { takeInto } from './take.ts';

/** Rolls the hub's act back where another one was quicker. */
class NothingDue extends Error {}

export function decisionDuty(scene: DecisionScene): Duty {
  return {
    name: 'decisions',
    async run(now) {
      const { cell, reception } = scene;
      const { writer } = cell.database;
      const due = await readDue(writer, now);
      if (due.length === 0) return false;
      // Where the clock jumped ahead, or the process slept, no beat has said so yet.
      await beat(writer, now, false);
      for (const { id, due: moment } of due) {
        const row = await readAnyDecision(writer, id);
        const expiry = row?.decision.period?.expiry;
        if (row === undefined || expiry === undefined) continue;
        if (now >= expiry && reception.isAwaited(id, expiry, now)) continue;
        if (await actOnDue(scene, row, { now, moment })) return true;
      }
      return false;
    },
  };
}

async function actOnDue(
  { cell, reception }: DecisionScene,
  { id, decision }: DecisionRow,
  { now, moment }: { now: number; moment: number },
): Promise<boolean> {
  try {
    const { writer } = cell.database;
    const outages = await readOutages(writer, decision.period?.outage ?? 0);
    const act = dueAct(decision, now, outages, await readCalendar(writer));
    // More time begins when the hub is back; all else is dated with the moment that was due.
    const at = act?.kind === 'prolong' ? now : moment;
    await cell.actAsHub('decision', { decision: id }, (change) => performDue(change, id, at), at);
    // Where its time goes on, nothing is received before what was looked at.
    const after = await readAnyDecision(writer, id);
    if (after === undefined || nextDue(after.decision) === undefined) reception.forget(id);
    return true;
  } catch (error) {
    // One that fails keeps no other from its time, and is tried again.
    if (!(error instanceof NothingDue)) cell.log.error({ err: error, decision: id }, 'what is due failed');
    return false;
  }
}

/** In one transaction: what is due now, with the effect where it is adopted. */
async function performDue(change: Change, id: string, now: number): Promise<void> {
  const { client } = change;
  const row = await readAnyDecision(client, id);
  if (row === undefined) throw new Failure('internal', `decision ${id} is gone`);
  const { period } = row.decision;
  const outages = await readOutages(client, period?.outage ?? 0);
  const act = dueAct(row.decision, now, outages, await readCalendar(client));
  if (act === undefined) throw new NothingDue();
  const said = act.kind === 'prolong' ? { expiry: act.expiry } : {};
  const takesEffect = await takeInto(change, row, { act, said }, null);
  if (!takesEffect) return;
  const found = await carryOut(change, row);
  await keepOutcome(change, id, found.outcome, found.outcome === 'done' ? null : found.reason);
}
