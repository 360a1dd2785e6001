/** What members do with contributions: put in, relabel, recall. Each is one act with one time. */
import { Failure } from '@entente/core/failure';
import type { Label, LabelParts } from '@entente/core/label/label';
import { resolveLabel, type Known } from '@entente/core/label/resolve';
import { writeParts } from '@entente/core/label/extension';
import type { Json } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import { knownTo } from '@entente/store/coalition/rights';
import { recall, relabel, relabelBatch, type Selection } from '@entente/store/contribution/relabel';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import type { Incoming, PutAnswer } from '../ingest/put.ts';
import { put } from '../ingest/submit.ts';
import { holdBack, propose } from '../policy/hold.ts';

/** What a member lays down for its own accounts. */
export interface MemberPolicy {
  /** The default label for a source (a batch's source name, a collection, an account). */
  defaultFor(source: string): LabelParts | undefined;
  /** Says why an account may not give this label by itself; `undefined` where it may. */
  refuse(caller: Caller, label: Label): string | undefined;
  /**
   * The narrower label that holds until a second person agrees to this one; `undefined` where none is
   * wanted. Where the whole is absent, nobody wants a second person.
   */
  hold?(caller: Caller, label: Label, known: Known): Label | undefined;
}

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

export interface ContributionActs {
  put(caller: Caller, command: PutCommand): Promise<PutReport>;
  /** How many contributions were relabelled; under the ceiling, where the label waits for a second person. */
  relabel(caller: Caller, selection: readonly Selection[], label: LabelParts): Promise<number>;
  relabelBatch(caller: Caller, batch: string, label: LabelParts): Promise<void>;
  /** How many contributions were recalled. */
  recall(caller: Caller, selection: readonly Selection[]): Promise<number>;
}

/** @param policyOf reads what the caller's member laid down */
export function contributionActs(
  cell: Cell,
  policyOf: (member: string) => Promise<MemberPolicy>,
): ContributionActs {
  /** The label to give now; where that is not the one wanted, it is proposed for what the call selects. */
  const judged = async (
    caller: Caller,
    parts: LabelParts,
    change: Change,
    about: { selection: readonly Selection[]; batch: string | null },
  ): Promise<Label> => {
    const known = knownTo(change.coalition, caller.member);
    const wanted = resolveLabel(caller.member, [parts], {}, known);
    const policy = await policyOf(caller.member);
    const held = policy.hold?.(caller, wanted, known);
    if (held === undefined) {
      const refusal = policy.refuse(caller, wanted);
      if (refusal !== undefined) throw new Failure('forbidden', refusal);
      return wanted;
    }
    await propose(cell, change, caller, { ...about, wanted, held });
    return held;
  };
  return {
    async put(caller, { incoming, chosen, source }) {
      const [at, id] = [cell.world.now(), cell.world.uuid()];
      const policy = await policyOf(caller.member);
      const body: Json = { source, objects: incoming.length };
      const answers = await cell.act(
        caller,
        'contribute',
        body,
        async (change) => {
          const known = knownTo(change.coalition, caller.member);
          const came = await put(change, incoming, {
            contributor: caller.member,
            chosen,
            default: policy.defaultFor(source),
            batch: null,
            refuse: (label) =>
              policy.hold?.(caller, label, known) === undefined ? policy.refuse(caller, label) : undefined,
          });
          await holdBack(cell, change, caller, policy);
          return came;
        },
        { at, id },
      );
      return { act: id, at, answers };
    },

    relabel: (caller, selection, parts) =>
      cell.act(caller, 'relabel', relabelBody(selection, parts), async (change) => {
        const label = await judged(caller, parts, change, { selection, batch: null });
        return relabel(change, caller.member, selection, label);
      }),

    relabelBatch: (caller, batch, parts) =>
      cell.act(caller, 'relabel', { batch, label: writeParts(parts) }, async (change) => {
        const label = await judged(caller, parts, change, { selection: [], batch });
        await relabelBatch(change, caller.member, batch, label);
      }),

    recall: (caller, selection) =>
      cell.act(caller, 'recall', { selection: selection.map(selectionBody) }, (change) =>
        recall(change, caller.member, selection),
      ),
  };
}

const selectionBody = ({ object, version }: Selection): Json =>
  version === undefined ? { object } : { object, version };

const relabelBody = (selection: readonly Selection[], parts: LabelParts): Json => ({
  selection: selection.map(selectionBody),
  label: writeParts(parts),
});
