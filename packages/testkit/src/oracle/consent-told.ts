/** What a member is told of consent, as the API writes it, ids and people aside (ADR 12). */
import type { JsonObject } from '@entente/core/stix/types';
import type { Answer, Consent } from './consent.ts';
import { isTimed } from './contribution.ts';
import type { Handed } from './handed.ts';
import { joinAll, written, type OracleLabel } from './label.ts';
import type { Oracle } from './oracle.ts';
import { compare } from './view.ts';

export interface ToldConsents {
  asked: JsonObject[];
  received: JsonObject[];
}

export function toldConsents(oracle: Oracle, member: string, handed: Handed): ToldConsents {
  const telling = new Telling(oracle, member, handed);
  const newest = [...oracle.asked].reverse();
  return {
    asked: newest.filter(({ act }) => act.member === member).map((one) => telling.toAsker(one)),
    received: newest.filter(({ owners }) => owners.includes(member)).map((one) => telling.toOwner(one)),
  };
}

const bare = (audience: string): string => audience.replace(/@\d+$/, '');

class Telling {
  private readonly oracle: Oracle;
  private readonly member: string;
  private readonly handed: Handed;

  constructor(oracle: Oracle, member: string, handed: Handed) {
    this.oracle = oracle;
    this.member = member;
    this.handed = handed;
  }

  toAsker(consent: Consent): JsonObject {
    const { items, label, owners, answers, inForceAt } = consent;
    const said = owners.map((owner) => ({ owner, answer: this.answer(answers.get(owner)) }));
    return {
      ...this.request(consent),
      role: 'asker',
      contributions: items.length,
      label: written(label, this.handed),
      state: this.stateForAsker(consent),
      owners: said,
      inForce: inForceAt === undefined ? null : this.handed.formatTimestamp(inForceAt),
      released: inForceAt === undefined ? null : written(releasedOf(consent), this.handed),
    };
  }

  toOwner(consent: Consent): JsonObject {
    const { act, label, answers } = consent;
    const isShown = (audience: string): boolean => audience.startsWith('member:') || this.knows(audience);
    const any = label.any.map((clause) => clause.filter(isShown)).filter(({ length }) => length > 0);
    return {
      ...this.request(consent),
      role: 'owner',
      asker: act.member,
      label: written({ ...label, any, owners: [] }, this.handed),
      others: !label.any.flat().every(isShown),
      included: this.includes(label, act.object),
      state: this.stateForOwner(consent),
      answer: this.answer(answers.get(this.member)),
    };
  }

  private request({ act, items, by }: Consent): JsonObject {
    const versions = new Set(items.filter(({ object }) => isTimed(object)).map(({ version }) => version));
    return {
      at: this.handed.formatTimestamp(BigInt(act.at)),
      object: act.object,
      versions: [...versions].sort(compare).map((version) => this.handed.formatTimestamp(version)),
      by: this.handed.formatTimestamp(by),
    };
  }

  private stateForAsker({ answers, takenBackAt, inForceAt, by, ...consent }: Consent): string {
    const said = [...answers.values()];
    if (takenBackAt !== undefined) return 'taken-back';
    if (said.some(({ act }) => act.word === 'refuse')) return 'refused';
    if (said.some(({ withdrawnAt }) => withdrawnAt !== undefined)) return 'withdrawn';
    const { time } = this.oracle;
    if (inForceAt === undefined) return by <= time ? 'expired' : 'open';
    const { until } = releasedOf({ answers, takenBackAt, inForceAt, by, ...consent });
    return until !== undefined && until <= time ? 'ended' : 'in-force';
  }

  private stateForOwner({ answers, takenBackAt, by }: Consent): string {
    const own = answers.get(this.member);
    if (takenBackAt !== undefined) return 'taken-back';
    if (own === undefined) return by <= this.oracle.time ? 'expired' : 'asked';
    if (own.withdrawnAt !== undefined) return 'withdrawn';
    return own.act.word === 'refuse' ? 'refused' : 'consented';
  }

  private answer(answer: Answer | undefined): JsonObject | null {
    if (answer === undefined) return null;
    const { act, narrowed, withdrawnAt } = answer;
    const isBound = act.word === 'consent';
    return {
      word: act.word,
      at: this.handed.formatTimestamp(BigInt(act.at)),
      conditions: {
        ...(isBound && (act.any?.length ?? 0) > 0 && { any: act.any as string[][] }),
        ...(isBound &&
          narrowed.until !== undefined && { until: this.handed.formatTimestamp(narrowed.until) }),
        ...(isBound && (act.parts?.length ?? 0) > 0 && { parts: act.parts as string[] }),
      },
      ...(withdrawnAt !== undefined && { withdrawn: this.handed.formatTimestamp(withdrawnAt) }),
    };
  }

  private knows(audience: string): boolean {
    const { coalition } = this.oracle;
    if (audience === 'public') return true;
    const [kind, id = ''] = bare(audience).split(':');
    return kind === 'member' ? coalition.isMember(id) : coalition.isWithin(this.member, id);
  }

  /** Whether a label of the member's own lets in all whom another does, as far as the labels say. */
  private includes(asked: OracleLabel, object: string): boolean {
    if (!asked.any.flat().every((audience) => this.knows(audience))) return false;
    return this.oracle.everything.some(({ id, contributor, label }) => {
      if (id !== object || contributor !== this.member) return false;
      const areLevelsMet = Object.entries(label.levels).every(
        ([policy, rank]) => rank <= (asked.levels[policy] ?? 0),
      );
      const isUntilMet = label.until === undefined || (asked.until ?? label.until + 1n) <= label.until;
      return (
        areLevelsMet &&
        isUntilMet &&
        label.all.every((attribute) => asked.all.includes(attribute)) &&
        label.any.every(
          (clause) =>
            clause.includes('public') ||
            asked.any.some((other) => other.every((one) => clause.includes(one))),
        )
      );
    });
  }
}

const releasedOf = ({ label, answers }: Consent): OracleLabel =>
  joinAll(label, ...[...answers.values()].map(({ narrowed }) => narrowed));
