/** Putting objects in as part of an act, under what the caller's member laid down. */
import type { LabelParts } from '@entente/core/label/label';
import type { Change } from '@entente/store/change/change';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import type { PutAnswer } from '../ingest/examine.ts';
import type { Submission } from '../ingest/slices.ts';
import { putSlices } from '../ingest/submit.ts';
import type { MemberPolicy } from '../policy/member-policy.ts';
import { Waiting } from '../policy/waiting.ts';

export interface Putting {
  cell: Cell;
  caller: Caller;
  policy: MemberPolicy;
  /** Label parts that the person chose, or the audience of the collection posted into. */
  chosen?: LabelParts | undefined;
  /** Where it comes from, for the member's default label. */
  source: string;
}

/** Puts slices in; what is wider than the member's ceiling waits for a second person, or is refused. */
export async function putWithin(
  change: Change,
  slices: AsyncIterable<Submission>,
  { cell, caller, policy, chosen, source }: Putting,
): Promise<PutAnswer[]> {
  const waiting = new Waiting(cell, caller, policy, null);
  const came = await putSlices(change, slices, {
    contributor: caller.member,
    chosen,
    default: policy.defaultFor(source),
    batch: null,
    date: policy.date,
    refuse: (label) => policy.refuse(caller, label),
    hold: waiting.hold,
  });
  await waiting.propose(change);
  return came;
}
