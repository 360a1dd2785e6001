/** What members do with contributions: put in, relabel, recall. Each is one act with one time. */
import { Failure } from '@entente/core/failure';
import type { LabelParts } from '@entente/core/label/label';
import { resolveLabel } from '@entente/core/label/resolve';
import { writeParts } from '@entente/core/label/extension';
import type { Json } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import { knownTo } from '@entente/store/coalition/rights';
import { recall } from '@entente/store/contribution/recall';
import { relabel, relabelBatch, type Selection } from '@entente/store/contribution/relabel';
import { requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import type { Incoming, PutAnswer } from '../ingest/examine.ts';
import { examineSubmission } from '../ingest/submit.ts';
import type { Submission } from '../ingest/slices.ts';
import { withFirst } from '../ingest/with-first.ts';
import type { PolicyReader } from '../policy/member-policy.ts';
import { Waiting } from '../policy/waiting.ts';
import { putWithin } from './put-within.ts';

export interface PutCommand {
  incoming: readonly Incoming[];
  /** Label parts that the person chose, or the audience of the collection posted into. */
  chosen?: LabelParts | undefined;
  /** Where it comes from, for the member's default label. */
  source: string;
}

export interface PutReport {
  act: string;
  /** Microseconds. */
  at: number;
  answers: PutAnswer[];
}

export interface RelabelReport {
  /** How many contributions have another label now. */
  relabelled: number;
  /** Whether that is one under the ceiling, and the label asked for waits for a second person. */
  waits: boolean;
}

export interface ContributionActs {
  put(caller: Caller, command: PutCommand): Promise<PutReport>;
  relabel(caller: Caller, selection: readonly Selection[], label: LabelParts): Promise<RelabelReport>;
  /** Whether the label waits for a second person. */
  relabelBatch(caller: Caller, batch: string, label: LabelParts): Promise<boolean>;
  /** How many contributions were recalled. */
  recall(caller: Caller, selection: readonly Selection[]): Promise<number>;
}

/** So many objects are like a file: others may follow within some milliseconds. */
const manyObjects = 100;
const linger = 300;

/** @param policyOf reads what the caller's member laid down */
export function contributionActs(cell: Cell, policyOf: PolicyReader): ContributionActs {
  /** The label to give now, and what waits where that is not the one wanted. */
  const judged = async (change: Change, caller: Caller, parts: LabelParts, batch: string | null) => {
    const known = knownTo(change.coalition, caller.member);
    const wanted = resolveLabel(caller.member, [parts], {}, known);
    const policy = await policyOf(caller.member, change.client);
    const waiting = new Waiting(cell, caller, policy, batch);
    const held = waiting.hold(wanted, known);
    const refusal = held === undefined ? policy.refuse(caller, wanted) : undefined;
    if (refusal !== undefined) throw new Failure('forbidden', refusal);
    return { label: held?.label ?? wanted, proposal: held?.proposal, waiting };
  };
  return {
    async put(caller, { incoming, chosen, source }) {
      requireWhole(caller);
      const [at, id] = [cell.world.now(), cell.world.uuid()];
      const policy = await policyOf(caller.member);
      const body: Json = { source, objects: incoming.length };
      const isMany = incoming.length >= manyObjects;
      const contribute = (slices: AsyncIterable<Submission>): Promise<PutAnswer[]> =>
        cell.act(
          caller,
          'contribute',
          body,
          (change) => putWithin(change, slices, { cell, caller, policy, chosen, source }),
          { at, id, isPiece: isMany },
        );
      const slices = examineSubmission(incoming, cell.examining(caller.member));
      // The first is ready before the lock of the cell is taken.
      const put = (): Promise<PutAnswer[]> => withFirst(slices, contribute);
      const answers = await (isMany ? cell.arrivals.during(put, linger) : put());
      return { act: id, at, answers };
    },

    async relabel(caller, selection, parts) {
      requireWhole(caller);
      return cell.act(caller, 'relabel', relabelBody(selection, parts), async (change) => {
        const { label, proposal, waiting } = await judged(change, caller, parts, null);
        const relabelled = await relabel(change, caller.member, selection, label, proposal);
        return { relabelled, waits: await waiting.propose(change) };
      });
    },

    async relabelBatch(caller, batch, parts) {
      requireWhole(caller);
      return cell.act(caller, 'relabel', { batch, label: writeParts(parts) }, async (change) => {
        const { label, proposal, waiting } = await judged(change, caller, parts, batch);
        await relabelBatch(change, caller.member, batch, label, proposal);
        await waiting.propose(change);
        return proposal !== undefined;
      });
    },

    async recall(caller, selection) {
      requireWhole(caller);
      return cell.act(caller, 'recall', { selection: selection.map(selectionBody) }, (change) =>
        recall(change, caller.member, selection),
      );
    },
  };
}

const selectionBody = ({ object, version }: Selection): Json =>
  version === undefined ? { object } : { object, version };

const relabelBody = (selection: readonly Selection[], parts: LabelParts): Json => ({
  selection: selection.map(selectionBody),
  label: writeParts(parts),
});
