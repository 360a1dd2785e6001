/** Labels wider than the ceiling: what they are for goes in under the ceiling, and the rest is proposed. */
import { writeParts } from '@entente/core/label/extension';
import { parseLabel, printLabel, type Label } from '@entente/core/label/label';
import { readWritten } from '@entente/store/account/policy-reader';
import { addProposal } from '@entente/store/account/policy-writer';
import type { Change } from '@entente/store/change/change';
import { knownTo } from '@entente/store/coalition/rights';
import { relabel, type Selection } from '@entente/store/contribution/relabel';
import type { MemberPolicy } from '../acts/contributions.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { unepoched } from './ceiling.ts';

/** What a proposal is about: contributions, or a batch whole. */
export interface Proposed {
  selection: readonly Selection[];
  batch: string | null;
  wanted: Label;
  held: Label;
}

/** Stores a proposal, in the transaction of the act that asks for it. */
export async function propose(cell: Cell, change: Change, caller: Caller, proposed: Proposed): Promise<void> {
  const { selection, batch, wanted, held } = proposed;
  await addProposal(change.client, {
    id: cell.world.uuid(),
    member: caller.member,
    proposer: caller.account,
    act: change.act,
    at: change.at,
    label: JSON.stringify(writeParts(unepoched(wanted))),
    held: printLabel(held),
    selection: JSON.stringify(selection),
    batch,
  });
}

/**
 * After a put, in its transaction, before anybody can see it: what went in wider than the member lets one
 * person release is drawn back under the ceiling, and the wider label is proposed to a second person.
 * @returns how many contributions wait
 */
export async function holdBack(
  cell: Cell,
  change: Change,
  caller: Caller,
  policy: MemberPolicy,
): Promise<number> {
  if (policy.hold === undefined) return 0;
  const known = knownTo(change.coalition, caller.member);
  const byLabel = new Map<string, Selection[]>();
  for (const { object, version, label } of await readWritten(change.client, caller.member, change.no)) {
    byLabel.set(label, [...(byLabel.get(label) ?? []), { object, version }]);
  }
  let waiting = 0;
  for (const [text, selection] of byLabel) {
    const wanted = parseLabel(text);
    const held = policy.hold(caller, wanted, known);
    if (held === undefined) continue;
    await relabel(change, caller.member, selection, held);
    await propose(cell, change, caller, { selection, batch: null, wanted, held });
    waiting += selection.length;
  }
  return waiting;
}
