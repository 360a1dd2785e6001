/** Consent of owners to onward release: ADR 5, "Putting in", 6, and ADR 12. */
import type { JsonObject } from '@entente/core/stix/types';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { ConsentAct } from '../world/acts.ts';
import type { Contribution } from './contribution.ts';
import { alone, isAllKnown, joinAll, noParts, readStated, resolve, type OracleLabel } from './label.ts';
import { findSelector } from './tree.ts';
import type { Cell } from './view.ts';

type AskAct = Extract<ConsentAct, { kind: 'ask' }>;
type AnswerAct = Extract<ConsentAct, { kind: 'answer' }>;

/** What was asked, of whom, and what they said. */
export interface Consent {
  act: AskAct;
  label: OracleLabel;
  by: bigint;
  items: readonly Contribution[];
  owners: readonly string[];
  answers: Map<string, Answer>;
  takenBackAt: bigint | undefined;
  inForceAt: bigint | undefined;
}

export interface Answer {
  act: AnswerAct;
  narrowed: OracleLabel;
  withdrawnAt: bigint | undefined;
}

export class Consents {
  readonly all: Consent[] = [];
  private readonly cell: () => Cell & { contributions: Contribution[] };

  constructor(cell: () => Cell & { contributions: Contribution[] }) {
    this.cell = cell;
  }

  /** Plays an act; the member whose contributions it may have taken from others. */
  play(act: ConsentAct): string | undefined {
    if (act.kind === 'ask') this.ask(act);
    else {
      const consent = this.all.find((one) => one.act.at === act.of);
      if (consent === undefined || !this.cell().coalition.isPresent(act.member)) return undefined;
      if (act.kind === 'answer') this.answer(consent, act);
      else this.withdraw(consent, act.member);
      return consent.act.member;
    }
    return undefined;
  }

  /** What was asked about contributions alone that are no more is taken back. */
  lookForGone(gone: ReadonlySet<Contribution>): void {
    const { contributions, at } = this.cell();
    for (const consent of this.all)
      if (
        consent.inForceAt === undefined &&
        consent.items.some((c) => gone.has(c)) &&
        !consent.items.some((c) => contributions.includes(c))
      )
        consent.takenBackAt ??= at;
  }

  private ask(act: AskAct): void {
    const { coalition, handed, at, contributions } = this.cell();
    const stated = readStated(act.label as JsonObject, handed);
    const by = handed.parseTimestamp(act.by);
    if (!stated || by === undefined || by <= at || !coalition.isPresent(act.member)) return;
    if (stated.any.length === 0 || !isWholeKnown(stated, act.member, this.cell())) return;
    if (stated.until !== undefined && stated.until <= at) return;
    const version = act.version === undefined ? undefined : handed.parseTimestamp(act.version);
    const items = contributions.filter(
      (c) =>
        c.contributor === act.member &&
        c.id === act.object &&
        (act.version === undefined || c.version === version) &&
        c.heldBy.length > 0 &&
        (c.released === undefined || (c.released.label.until ?? at + 1n) <= at),
    );
    if (items.length === 0) return;
    for (const other of this.all)
      if (other.inForceAt === undefined && other.items.some((c) => items.includes(c)))
        other.takenBackAt ??= at;
    this.all.push({
      act,
      label: resolve(stated, act.member, coalition),
      by,
      items,
      owners: [...new Set(items.flatMap(({ heldBy }) => heldBy))].sort(),
      answers: new Map(),
      takenBackAt: undefined,
      inForceAt: undefined,
    });
  }

  private answer(consent: Consent, act: AnswerAct): void {
    const { coalition, at } = this.cell();
    const isHeard =
      consent.owners.includes(act.member) &&
      !consent.answers.has(act.member) &&
      consent.takenBackAt === undefined &&
      consent.by > at &&
      coalition.isMember(consent.act.member);
    const narrowed = isHeard ? this.narrowed(consent, act) : undefined;
    if (!narrowed) return;
    consent.answers.set(act.member, { act, narrowed, withdrawnAt: undefined });
    const isGiven = (owner: string): boolean => {
      const answer = consent.answers.get(owner);
      return answer?.act.word === 'consent' && answer.withdrawnAt === undefined;
    };
    if (consent.owners.every(isGiven)) this.release(consent);
  }

  /** The conditions as a label; `undefined` where one of them may not be set. */
  private narrowed({ label, act: asked }: Consent, act: AnswerAct): OracleLabel | undefined {
    const { coalition, handed, at } = this.cell();
    // A refusal has no conditions.
    const hasConditions = act.until !== undefined || (act.any?.length ?? 0) + (act.parts?.length ?? 0) > 0;
    if (act.word === 'refuse' && hasConditions) return undefined;
    const until = act.until === undefined ? undefined : handed.parseTimestamp(act.until);
    if (act.until !== undefined && (until === undefined || until <= at)) return undefined;
    const type = asked.object.split('--')[0] as string;
    const isTakeable = (selector: string): boolean => {
      const name = selector.split('.')[0] as string;
      if (selector === 'extensions' || selector.includes(labelExtensionId)) return false;
      if (['id', 'type', 'spec_version', 'created', 'modified'].includes(name)) return false;
      return !handed.isRequired(type, name) || selector !== name ? true : handed.isFreeText(type, name);
    };
    if (!(act.parts ?? []).every(isTakeable)) return undefined;
    const audiences = label.any.flat();
    const named = (audience: string): string | undefined =>
      audience.startsWith('member:')
        ? audience
        : audiences.find((one) => one.replace(/@\d+$/, '') === audience);
    const clauses = (act.any ?? []).map((clause) => clause.map(named));
    const isNamed = (one: string | undefined): one is string => one !== undefined;
    if (!clauses.every((clause) => clause.every(isNamed))) return undefined;
    if (!isAllKnown([{ ...noParts(), any: act.any ?? [] }], act.member, coalition)) return undefined;
    return { ...noParts(), any: clauses.map((clause) => clause.filter(isNamed)), until };
  }

  private release(consent: Consent): void {
    const { contributions, at } = this.cell();
    const answers = [...consent.answers.values()];
    const label = joinAll(consent.label, ...answers.map(({ narrowed }) => narrowed));
    const parts = [...new Set(answers.flatMap(({ act }) => act.parts ?? []))];
    consent.inForceAt = at;
    for (const c of consent.items)
      if (contributions.includes(c)) {
        c.released = { by: consent, label };
        c.taken = parts.filter((selector) => findSelector(c.object, selector) !== undefined);
        c.label = joinAll(label, ownedBy(c));
      }
  }

  private withdraw(consent: Consent, member: string): void {
    const { at, contributions } = this.cell();
    if (member === consent.act.member) {
      if (consent.inForceAt === undefined) consent.takenBackAt ??= at;
      return;
    }
    const answer = consent.answers.get(member);
    if (answer?.act.word !== 'consent' || answer.withdrawnAt !== undefined) return;
    answer.withdrawnAt = at;
    for (const c of contributions)
      if (c.released?.by === consent) {
        c.released = undefined;
        c.label = bound(c.label, c);
      }
  }
}

const ownedBy = (c: Contribution): OracleLabel => ({
  ...noParts(),
  owners: [...c.heldBy, c.contributor],
});

/** Whether a label becomes the same on both: they wait for the same owners, or were released alike. */
export const isBoundAlike = (one: Contribution, other: Contribution): boolean =>
  one.heldBy.toSorted().join(' ') === other.heldBy.toSorted().join(' ') &&
  one.released?.label === other.released?.label;

/** A label on what others own: no wider than they consented to, and the contributor's alone while they have not. */
export function bound(label: OracleLabel, c: Contribution): OracleLabel {
  if (c.heldBy.length === 0) return label;
  return joinAll(label, c.released?.label ?? alone(c.contributor), ownedBy(c));
}

function isWholeKnown({ any, levels, all }: OracleLabel, member: string, { coalition }: Cell): boolean {
  return (
    isAllKnown([{ ...noParts(), any }], member, coalition) &&
    Object.keys(levels).every((policy) => coalition.policies.has(policy)) &&
    all.every((attribute) => coalition.attributes.has(attribute))
  );
}
