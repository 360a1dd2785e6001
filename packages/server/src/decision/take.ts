/** Takes acts upon decisions, each in one transaction with its record, its messages and its effect. */
import type { Content } from '@entente/core/decision/content';
import type { Decision, DecisionAct } from '@entente/core/decision/decision';
import { take } from '@entente/core/decision/take';
import { Failure } from '@entente/core/failure';
import type { Json } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import { assertPresent } from '@entente/store/coalition/rights';
import { readDecision } from '@entente/store/decision/reader';
import type { DecisionRow, Said } from '@entente/store/decision/types';
import { keepDecision, keepVersion } from '@entente/store/decision/writer';
import { withdrawMessages } from '@entente/store/message/writer';
import type { Caller } from '../caller.ts';
import { askerOf, type DecisionScene } from './scene.ts';
import { tell } from './tell.ts';

/** What is done, what was said with it, and the text where it is a new one. */
export interface Prepared {
  act: DecisionAct;
  said?: Said;
  content?: Content;
}

/**
 * One act of a caller upon a decision, at the time of its receipt: called when the request has come whole.
 * @throws Failure `not-found` where the caller may not know of it, `conflict` where it cannot be done any more
 */
export function actUpon(
  scene: DecisionScene,
  caller: Caller,
  id: string,
  kind: string,
  body: { [name: string]: Json },
  prepare: (change: Change, row: DecisionRow) => Promise<Prepared> | Prepared,
  after?: (change: Change, row: DecisionRow) => Promise<void>,
): Promise<void> {
  const { cell, reception } = scene;
  return reception.during(id, cell.world.now(), async (at) => {
    const asker = await askerOf(scene, caller);
    await cell.act(
      caller,
      kind,
      { decision: id, ...body },
      async (change) => {
        assertPresent(change.coalition, caller.member);
        const row = await readDecision(change.client, asker, id);
        if (row === undefined) throw new Failure('not-found', 'There is no such decision.');
        const { account, member } = caller;
        const prepared = await prepare(change, row);
        await takeInto(change, row, prepared, { member, account });
        await after?.(change, row);
      },
      { at },
    );
  });
}

/** To whom the next version is not put the decision is there no more; the secretary's people keep what they were told. */
async function withdrawFromDropped(
  change: Change,
  { id, host, decision: before }: DecisionRow,
  after: Decision,
): Promise<void> {
  const kept = new Set([...after.electors, ...after.informed, host]);
  for (const member of [...before.electors, ...before.informed])
    if (!kept.has(member)) await withdrawMessages(change, id, member);
}

/** Takes an act within a change; whether the effect is to be carried out now. @param by null for the hub */
export async function takeInto(
  change: Change,
  row: DecisionRow,
  { act, said = {}, content }: Prepared,
  by: { member: string; account: string } | null,
): Promise<boolean> {
  const outcome = take(row.decision, act);
  if ('refused' in outcome) throw new Failure('conflict', outcome.refused);
  const { decision, steps, takesEffect } = outcome;
  await keepDecision(change, row.id, decision, steps, { by, said });
  if (content !== undefined) {
    await keepVersion(change, row.id, decision, content);
    await withdrawFromDropped(change, row, decision);
  }
  await tell(change, row, decision, steps);
  return takesEffect;
}
