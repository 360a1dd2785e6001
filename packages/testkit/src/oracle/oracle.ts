/**
 * The naive oracle: keeps every contribution in one list, scans everything, and works every member's view out
 * anew after each act. Written from ADR 5 and TAXII 2.1; shares no code with the rooms it checks.
 */
import type { JsonObject } from '@entente/core/stix/types';
import { isConsentAct, type Act, type ConsentAct } from '../world/acts.ts';
import { bound, Consents, isBoundAlike, type Consent } from './consent.ts';
import type { Contribution } from './contribution.ts';
import { Feed, type Row } from './feed.ts';
import { withdrawalsOf, type Withdrawal } from './foresight.ts';
import type { Handed, Loss } from './handed.ts';
import { lossesOf, noticeOf } from './notice.ts';
import type { OracleLabel } from './label.ts';
import { MemberViews } from './member-views.ts';
import { playRights } from './rights.ts';
import { Coalition } from './roster.ts';
import { put, relabelled, type ObjectOutcome, type PutAct } from './put.ts';
import { permitted, viewOf } from './view.ts';

export type PutOutcome = ObjectOutcome[];

/** What one act took from a member. */
export interface ToldRecall {
  member: string;
  contributor: string;
  at: bigint;
  losses: Loss[];
}

export class Oracle extends MemberViews {
  readonly coalition = new Coalition();
  protected readonly handed: Handed;
  private readonly observe: (oracle: Oracle) => void;
  private contributions: Contribution[] = [];
  private at = 0n;
  private acts = 0;
  private orders = 0;
  /** What members took back, as they are told it; and what was taken from members, the last last. */
  readonly withdrawals: Withdrawal[] = [];
  readonly recalls: ToldRecall[] = [];
  private readonly freed = new Map<string, Set<string>>();
  /** Member → object → whose contributions of it the member's feed ever had under ownership. */
  private readonly owned = new Map<string, Map<string, Set<string>>>();
  private readonly consents = new Consents(() => this.cell());
  private readonly within = new Map<string, Set<Contribution>>();
  private readonly feeds = new Map<string, Feed>();

  /** @param observe called after every moment at which something may have changed */
  constructor(handed: Handed, observe: (oracle: Oracle) => void = () => {}) {
    super();
    this.handed = handed;
    this.observe = observe;
  }

  /** Plays one act; for a put, the outcome of each object in input order. */
  play(act: Act): PutOutcome | undefined {
    this.now(act.at);
    this.at = BigInt(act.at);
    const number = this.acts;
    this.acts += 1;
    const before = new Map([...this.feeds].map(([member, feed]) => [member, feed.rows]));
    const taker = isConsentAct(act) ? this.consents.play(act) : takerOf(act);
    const outcome = isConsentAct(act) ? undefined : this.perform(act, number);
    this.coalition.look(this.at);
    this.refresh(number);
    if (taker !== undefined) this.notify(taker, before);
    return outcome;
  }

  /** Lets time pass: every `until` up to then is a moment of its own. */
  now(at: number): void {
    const labels = this.contributions.flatMap((c) => [
      c.label,
      ...c.portions.map((portion) => portion.label),
    ]);
    const untils = new Set(labels.flatMap(({ until }) => until ?? []));
    const passing = [...untils].filter((until) => until > this.at && until <= BigInt(at));
    for (const until of passing.sort((a, b) => (a < b ? -1 : 1))) {
      this.at = until;
      this.refresh(-1);
    }
    if (BigInt(at) > this.at) this.at = BigInt(at);
  }

  private perform(act: Exclude<Act, ConsentAct>, number: number): PutOutcome | undefined {
    switch (act.kind) {
      case 'put':
        return this.put(act, number);
      case 'relabel':
        this.relabel(act);
        return;
      case 'recall':
        this.recall(act);
        return;
      default:
        playRights(this.coalition, act, this.at);
        return;
    }
  }

  private put(act: PutAct, number: number): PutOutcome {
    const freed = this.freed.get(act.member) ?? new Set<string>();
    const outcome = put({
      cell: this.cell(),
      act,
      number,
      before: this.within.get(act.member) ?? new Set(),
      freed,
      owned: this.owned.get(act.member) ?? new Map(),
      nextOrder: () => {
        this.orders += 1;
        return this.orders;
      },
    });
    for (const c of this.contributions) if (c.act === number && c.heldBy.length === 0) freed.add(c.id);
    this.freed.set(act.member, freed);
    return outcome;
  }

  private relabel(act: Extract<Act, { kind: 'relabel' }>): void {
    if (!this.coalition.isPresent(act.member)) return;
    const label = relabelled(act.label as JsonObject, act.member, this.coalition, this.handed);
    if (!label) return;
    const meant = new Set(
      act.selection.flatMap(({ object, version }) => this.own(act.member, object, version)),
    );
    for (const c of meant) {
      const [first, ...others] = [...meant].filter((other) => isBoundAlike(other, c));
      if (first === c) this.noteWithdrawal([first, ...others], bound(label, c));
    }
    for (const c of meant) c.label = bound(label, c);
  }

  private recall(act: Extract<Act, { kind: 'recall' }>): void {
    if (!this.coalition.isPresent(act.member)) return;
    const gone = new Set(this.own(act.member, act.object, act.version));
    this.noteWithdrawal([...gone]);
    this.contributions = this.contributions.filter((c) => !gone.has(c));
    this.consents.lookForGone(gone);
  }

  private noteWithdrawal(taken: readonly Contribution[], after?: OracleLabel): void {
    const { contributions: all, at, coalition, handed } = this;
    this.withdrawals.push(...withdrawalsOf(taken, after, { all, at, coalition, handed }));
  }

  private own(member: string, object: string, version: string | undefined): Contribution[] {
    const instant = version === undefined ? undefined : this.handed.parseTimestamp(version);
    return this.contributions.filter(
      (c) => c.contributor === member && c.id === object && (version === undefined || c.version === instant),
    );
  }

  private cell() {
    const { handed, coalition, at, contributions } = this;
    return { handed, coalition, at, contributions };
  }

  /** Tells every member what it lost by an act of `actor`, in an act of the hub's own. */
  private notify(actor: string, before: ReadonlyMap<string, readonly Row[]>): void {
    const number = this.acts - 0.5; // after the act that took, before the next
    const notices = [...before.keys()]
      .filter((member) => member !== actor)
      .flatMap((member) =>
        lossesOf(
          actor,
          before.get(member) ?? [],
          this.rows(member),
          this.within.get(member) ?? new Set(),
        ).map((loss) => ({ member, loss })),
      );
    if (notices.length === 0) return;
    for (const member of new Set(notices.map((one) => one.member))) {
      const losses = notices.flatMap((one) => (one.member === member ? [one.loss] : []));
      this.recalls.push({ member, contributor: actor, at: this.at, losses });
    }
    notices.forEach(({ member, loss }, index) => {
      this.orders += 1;
      const place = { order: this.orders, act: number, index };
      this.contributions.push(noticeOf(member, loss, this.at, place, this.handed));
    });
    this.refresh(number);
  }

  private refresh(act: number): void {
    const cell = this.cell();
    for (const member of this.coalition.members.keys()) {
      const within = permitted(cell, member);
      this.within.set(member, within);
      const feed = this.feeds.get(member) ?? new Feed(member);
      this.feeds.set(member, feed);
      feed.follow(viewOf(cell, member, within), this.at, act, this.coalition);
      this.noteOwned(member, feed.rows);
    }
    this.observe(this);
  }

  private noteOwned(member: string, rows: readonly Row[]): void {
    const owned = this.owned.get(member) ?? new Map<string, Set<string>>();
    this.owned.set(member, owned);
    for (const { contribution: c } of rows.map((row) => row.seen))
      if (c.contributor !== member && c.label.owners.length > 0)
        owned.set(c.id, new Set(owned.get(c.id)).add(c.contributor));
  }

  /** The hub's clock in microseconds. */
  get time(): bigint {
    return this.at;
  }

  /** Everything that was asked of owners, in the order of asking. */
  get asked(): readonly Consent[] {
    return this.consents.all;
  }

  /** Everything that was ever put in and not recalled: for tests about the worlds themselves. */
  get everything(): readonly Contribution[] {
    return this.contributions;
  }

  /** What a member sees, with what is known about it inside the oracle, in the order of its feed. */
  rows(member: string): readonly Row[] {
    return this.feeds.get(member)?.rows ?? [];
  }
}

/** Whose contributions an act may take from others, by its member's own doing. */
const takerOf = (act: Act): string | undefined =>
  act.kind === 'put' || act.kind === 'relabel' || act.kind === 'recall' ? act.member : undefined;
