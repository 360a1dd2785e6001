/**
 * What a contributor may be told of others' access (ADR 5, rule 8): computed from its own labels, its own
 * grounds and the rosters that it may read. Where these are not enough, it depends on others.
 */
import type { Explanation, ExplainReason } from '@entente/contract/label';
import { Foresight } from '@entente/core/coalition/foresight';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { parseLabel, type Label } from '@entente/core/label/label';
import { projectLabel } from '@entente/core/label/projection';
import type { JsonObject } from '@entente/core/stix/types';
import type { Coalition } from '@entente/store/coalition/rights';
import type { OwnContribution, OwnPortion } from '@entente/store/contribution/reader';

type Verdict = Explanation['verdict'];
type Reason = Explanation['reasons'][number];

/** A verdict with what decides it. */
export interface Judgement {
  verdict: Verdict;
  reasons: Reason[];
}

const judged = (verdict: Verdict, code: ExplainReason, subject?: string): Judgement => ({
  verdict,
  reasons: [{ code, ...(subject === undefined ? {} : { subject }) }],
});

const withVerdict = (all: readonly Judgement[], verdict: Verdict): Judgement[] =>
  all.filter((one) => one.verdict === verdict);

const gathered = (verdict: Verdict, of: readonly Judgement[]): Judgement => {
  const reasons = new Map(of.flatMap((one) => one.reasons).map((reason) => [JSON.stringify(reason), reason]));
  return { verdict, reasons: [...reasons.values()] };
};

/** All must hold: what says no decides, else what is not known. */
function allOf(all: readonly Judgement[]): Judgement {
  for (const verdict of ['no', 'depends-on-others'] as const) {
    const deciding = withVerdict(all, verdict);
    if (deciding.length > 0) return gathered(verdict, deciding);
  }
  return gathered('yes', all);
}

/** One must hold: what says yes decides, else what is not known. */
export function oneOf(all: readonly Judgement[]): Judgement {
  for (const verdict of ['yes', 'depends-on-others'] as const) {
    const deciding = withVerdict(all, verdict);
    if (deciding.length > 0) return gathered(verdict, deciding.slice(0, 1));
  }
  return gathered('no', all);
}

const told = ({ verdict, reasons }: Judgement) => ({ open: verdict, reasons });

/** What the contributor knows of one member, at a moment in microseconds. */
export class Forecast {
  private readonly coalition: Coalition;
  private readonly contributor: string;
  private readonly member: string;
  private readonly at: number;
  private readonly foresight: Foresight;

  constructor(coalition: Coalition, contributor: string, member: string, at: number) {
    this.coalition = coalition;
    this.contributor = contributor;
    this.member = member;
    this.at = at;
    this.foresight = new Foresight(coalition.rosters, contributor, member);
  }

  /** Whether a label of the contributor permits the member. */
  label(label: Label): Judgement {
    if (this.member === this.contributor) return judged('yes', 'own');
    if (label.until !== undefined && label.until <= this.at) return judged('no', 'expired');
    const clauses = label.any.map((clause) => this.clause(clause));
    return allOf([
      ...(clauses.length === 0 ? [judged('no', 'not-named')] : clauses),
      ...Object.entries(label.levels).map(([policy, rank]) => this.level(policy, rank)),
      ...label.all.map((attribute) => this.attribute(attribute)),
    ]);
  }

  private clause(audiences: readonly string[]): Judgement {
    const one = oneOf(audiences.map((audience) => this.audience(audience)));
    return one.verdict === 'no' ? judged('no', 'not-named') : one;
  }

  private audience(audience: string): Judgement {
    const verdict = this.foresight.audience(audience);
    const [kind = '', id = ''] = audience.replace(/@\d+$/, '').split(':');
    if (verdict === 'no') return judged('no', 'not-named');
    if (verdict === 'depends-on-others') return judged(verdict, 'others-roster', `${kind}:${id}`);
    if (kind === 'community') return judged('yes', 'community', `${kind}:${id}`);
    return judged('yes', kind === 'public' ? 'public' : 'named');
  }

  /** A clearance is read by its holder and by who grants it. */
  private level(policy: string, rank: number): Judgement {
    if (this.coalition.policies.get(policy) !== this.contributor) {
      return judged('depends-on-others', 'others-clearance', policy);
    }
    const held = this.coalition.rights.get(this.member)?.levels[policy] ?? 0;
    return judged(rank <= held ? 'yes' : 'no', 'clearance', policy);
  }

  private attribute(attribute: string): Judgement {
    if (this.coalition.attributes.get(attribute) !== this.contributor) {
      return judged('depends-on-others', 'others-attribute', attribute);
    }
    const held = this.coalition.rights.get(this.member)?.attributes.has(attribute) === true;
    return judged(held ? 'yes' : 'no', 'attribute', attribute);
  }

  /**
   * Whether the member has a contribution in its view, as far as the contributor may know.
   * @param own everything that the contributor has of the objects meant, by object
   */
  contribution(one: OwnContribution, own: OwnContributions, path: ReadonlySet<OwnContribution>): Judgement {
    if (this.member === this.contributor) return judged('yes', 'own');
    if (path.has(one)) return judged('no', 'end-closed', one.object);
    const onward = new Set(path).add(one);
    const needs = one.needs.map((closables) =>
      oneOf(closables.map((closable) => this.closable(one, closable, own, onward))),
    );
    return allOf([this.label(parseLabel(one.label)), ...needs]);
  }

  private closable(
    one: OwnContribution,
    closable: string,
    own: OwnContributions,
    path: ReadonlySet<OwnContribution>,
  ): Judgement {
    if (closable.startsWith('r')) return this.reference(one, closable.slice(1), own, path);
    const portion = one.portions[Number(closable.slice(1))];
    const open = portion && this.label(parseLabel(portion.label));
    return open === undefined || open.verdict === 'no'
      ? judged('no', 'part-closed', portion?.selectors[0])
      : open;
  }

  /** A reference opens by one's own contributions of its target, or by others' that were in one's view. */
  reference(
    one: OwnContribution,
    target: string,
    own: OwnContributions,
    path: ReadonlySet<OwnContribution> = new Set(),
  ): Judgement {
    const grounds = (own.get(target) ?? []).map((ground) => this.contribution(ground, own, path));
    const foreign = one.grounded.includes(target)
      ? [judged('depends-on-others', 'others-ground', target)]
      : [];
    const open = oneOf([...grounds, ...foreign]);
    return open.verdict === 'no' ? judged('no', 'end-closed', target) : open;
  }

  /** Whether the member has a contribution, and may follow its reference to a target. */
  leads(one: OwnContribution, target: string, own: OwnContributions): Judgement {
    return allOf([this.contribution(one, own, new Set()), this.reference(one, target, own)]);
  }

  /**
   * The label as the member would be served it, as far as the contributor may know: of owners the contributor
   * alone, of communities those that the member is known to be within.
   */
  projection(label: Label): { label: JsonObject; uncertain: string[] } {
    const rights = {
      member: this.member,
      full: true,
      levels: {},
      attributes: new Set<string>(),
      communities: this.foresight.communities,
    };
    const isUnsure = (audience: string): boolean =>
      audience.startsWith('community:') &&
      this.audience(audience).reasons.some(({ code }) => code === 'others-roster');
    const uncertain = [
      ...(label.any.flat().some(isUnsure) ? ['any'] : []),
      ...(label.owners.some((owner) => owner !== this.contributor) ? ['owners'] : []),
    ];
    return {
      label: projectLabel(label, rights, (owner) => owner === this.contributor),
      uncertain: uncertain.map((part) => `extensions.${labelExtensionId}.${part}`),
    };
  }

  /** References and portions that the member may not have. */
  parts(one: OwnContribution, own: OwnContributions): NonNullable<Explanation['parts']> {
    const references = one.references.map((target) => ({
      kind: 'reference' as const,
      target,
      ...told(this.reference(one, target, own)),
    }));
    const portions = one.portions.map((portion) => ({
      kind: 'portion' as const,
      selectors: [...portion.selectors],
      ...told(this.portion(one, portion, own)),
    }));
    return [...references, ...portions].filter(({ open }) => open !== 'yes');
  }

  private portion(
    one: OwnContribution,
    { label, names, version }: OwnPortion,
    own: OwnContributions,
  ): Judgement {
    const byLabel = this.label(parseLabel(label));
    if (names === null) return byLabel;
    const mine = own.get(names) ?? [];
    const named = mine
      .filter((other) => other.timed && other.version === version)
      .map((other) => this.version(other, mine, own));
    const foreign = one.grounded.includes(names) ? [judged('depends-on-others', 'others-ground', names)] : [];
    return oneOf([byLabel, ...named, ...foreign]);
  }

  /** Whether the member has a version by itself: an earlier one may leave it nothing to show, a later one revoke it. */
  private version(one: OwnContribution, all: readonly OwnContribution[], own: OwnContributions): Judgement {
    const has = (other: OwnContribution): Judgement => this.contribution(other, own, new Set());
    const earlier = all.filter(({ version }) => version < one.version).map(has);
    const revoking = all.filter(({ version, revoked }) => revoked && version > one.version).map(has);
    return allOf([
      has(one),
      ...(earlier.every(({ verdict }) => verdict === 'no')
        ? []
        : [judged('depends-on-others', 'others-ground', one.object)]),
      ...(revoking.length === 0 ? [] : [oneOf(revoking)]),
    ]);
  }
}

export type OwnContributions = ReadonlyMap<string, readonly OwnContribution[]>;
