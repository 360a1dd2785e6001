/** Labels of what is put in: resolved, and placed, each way of labelling once. */
import { contributorAlone, printLabel, type Label } from '@entente/core/label/label';
import { heldLabel, resolveLabel, type Known } from '@entente/core/label/resolve';
import type { Change } from '../change/change.ts';
import { knownTo } from '../coalition/rights.ts';
import { internLabel } from '../gate/intern.ts';
import type { Hold, PutOptions } from './put.ts';
import type { Puttable } from './puttable.ts';
import { holdingOf } from './restricted.ts';
import type { NewContribution } from './write.ts';

/** A community's epoch moves on by itself: putting the same in again under the same words repeats it. */
export const keyOf = (label: string, portions: readonly string[]): string =>
  [label, ...portions].join('\n').replace(/(community:[^@"]+)@\d+/g, '$1');

/** The label of an object and of its portions. */
export interface Labelled {
  label: Label;
  /** The same with the dates of the member's rules: putting it in again repeats it all the same. */
  dated: Label;
  /** The label that holds until a second person agrees. */
  kept: ReturnType<Hold>;
  portions: readonly Label[];
  /** Both in print, without epochs. */
  key: string;
  /** Why the account may not give it. */
  refusal: string | undefined;
  batch: string | null;
}

/** Ids of what a way of labelling comes to. */
type Placed = Pick<NewContribution, 'stated' | 'holding'> & { portions: number[] };

/** Resolves each way of labelling once in a put. */
export class LabelDesk {
  private readonly resolved = new Map<string, Labelled>();
  private readonly placed = new Map<Labelled, Placed>();
  private readonly placedAlone = new Map<Labelled, Placed>();
  private readonly known: Known;
  private readonly change: Change;
  private readonly options: PutOptions;

  constructor(change: Change, options: PutOptions) {
    this.change = change;
    this.options = options;
    this.known = knownTo(change.coalition, options.contributor);
  }

  /** @param waits owners whose consent the object waits for */
  of(
    { stated, unknownMarking, portions, subject }: Puttable,
    waits: readonly string[] | undefined,
  ): Labelled {
    const parts = portions.map((portion) => portion.parts);
    const words = JSON.stringify([stated, unknownMarking, portions, waits, subject]);
    const known = this.resolved.get(words);
    if (known !== undefined) return known;
    const { contributor, sources, refuse, hold, date, batch } = this.options;
    const resolved = resolveLabel(contributor, stated, sources, this.known);
    const own = unknownMarking ? contributorAlone(contributor, resolved) : resolved;
    const label = waits === undefined ? own : heldLabel(own, contributor, waits);
    const portionLabels = parts.map((part) => resolveLabel(contributor, [part], {}, this.known));
    const dated = subject === undefined ? label : (date?.(label, subject, this.change.at) ?? label);
    const kept = hold?.(dated, this.known);
    const labelled = {
      label,
      dated,
      kept,
      portions: portionLabels,
      key: keyOf(
        printLabel(label),
        portionLabels.map(
          (portion, index) => `${portions[index]?.selectors.join(' ')} ${printLabel(portion)}`,
        ),
      ),
      refusal: kept === undefined ? refuse?.(dated) : undefined,
      batch: waits === undefined ? batch : null,
    };
    this.resolved.set(words, labelled);
    return labelled;
  }

  /** Ids of the label, its holding and the portions' labels. */
  async place(labelled: Labelled, isRestricted: boolean): Promise<Placed> {
    const placed = isRestricted ? this.placedAlone : this.placed;
    const known = placed.get(labelled);
    if (known !== undefined) return known;
    const { contributor } = this.options;
    const { label, dated, kept, batch } = labelled;
    const stated = await internLabel(this.change, contributor, label);
    const asked = { label: kept?.label ?? dated, batch, proposal: kept?.proposal };
    const holding = await holdingOf(this.change, contributor, asked, isRestricted);
    const portions: number[] = [];
    for (const label of labelled.portions) portions.push(await internLabel(this.change, contributor, label));
    const found = { stated, holding, portions };
    placed.set(labelled, found);
    return found;
  }
}
