/** What recalls and openings tell of others, set against what the oracle says (docs/adr/0015). */
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { Contribution } from '../oracle/contribution.ts';
import { foresee, foreseeAudience, isPlain } from '../oracle/foresight.ts';
import type { Handed } from '../oracle/handed.ts';
import { printOracleLabel } from '../oracle/label.ts';
import type { Oracle, ToldRecall } from '../oracle/oracle.ts';
import type { Entry } from '../oracle/roster.ts';
import type { TestServer } from '../server.ts';

/** A record that a member opened, and when. */
interface Opening {
  member: string;
  object: string;
  moment: number;
  at: bigint;
}

/** Follows one world: since when what has stood, and who opened what. */
export class KeptOpenings {
  private moment = 0;
  private readonly labels = new Map<Contribution, { print: string; since: number }>();
  private readonly lines = new Map<Entry, number>();
  private revoking = new Set<Contribution>();
  private readonly openings: Opening[] = [];

  /** Called by the oracle after every moment at which something may have changed. */
  look(oracle: Oracle): void {
    this.moment += 1;
    const { moment } = this;
    const returned = [...this.revoking].filter((c) => !oracle.everything.includes(c));
    for (const c of oracle.everything) {
      const print = printOracleLabel(c.label);
      const known = this.labels.get(c);
      const isBack = returned.some(({ id, contributor }) => id === c.id && contributor === c.contributor);
      if (known?.print !== print || isBack) this.labels.set(c, { print, since: moment });
    }
    this.revoking = new Set(oracle.everything.filter(({ object }) => object['revoked'] === true));
    for (const { roster } of oracle.coalition.communities.values())
      for (const line of roster) if (!this.lines.has(line)) this.lines.set(line, moment);
  }

  /** Has each member open every record that it has. */
  async open(server: TestServer, oracle: Oracle, members: readonly string[]): Promise<void> {
    for (const member of members)
      for (const { id: object } of oracle.latest(member)) {
        await server.get(member, `/api/v1/objects/${object}/claims?opened=true`);
        this.openings.push({ member, object, moment: this.moment, at: oracle.time });
      }
  }

  /** What is told otherwise than the oracle would. */
  async differences(server: TestServer, oracle: Oracle, member: string, handed: Handed): Promise<unknown[]> {
    const wrong: unknown[] = [];
    const compare = (url: string, found: unknown, wanted: unknown): void => {
      if (handed.canonical(found as never) !== handed.canonical(wanted as never))
        wrong.push({ member, url, found, wanted });
    };
    const own = new Set(oracle.everything.filter((c) => c.contributor === member).map(({ id }) => id));
    for (const id of own) {
      const url = `/api/v1/objects/${id}/openings`;
      compare(url, (await server.get(member, url)).json(), this.told(oracle, member, id, handed));
    }
    for (const url of ['/api/v1/recalls?limit=1000', '/api/v1/recalls/own?limit=1000']) {
      const { items } = (await server.get(member, url)).json<{ items: Record<string, unknown>[] }>();
      const isOwn = url.includes('own');
      compare(
        url,
        isOwn ? items : items.map(withoutId),
        isOwn ? ownRecalls(oracle, member) : recalls(oracle, member),
      );
    }
    return wrong;
  }

  private told(oracle: Oracle, contributor: string, id: string, handed: Handed) {
    const { coalition, time } = oracle;
    const mine = oracle.everything.filter((c) => c.id === id && c.contributor === contributor);
    const isRevoked = mine.some(({ object }) => object['revoked'] === true);
    // What a suspended member opened before stays told.
    const others = [...coalition.members.keys()].filter(
      (one) => one !== contributor && coalition.isMember(one),
    );
    const since = new Map<string, number>();
    let isOpen = false;
    for (const c of mine)
      for (const member of others) {
        const foreseen = foresee(c.label, { contributor, member, at: time }, coalition);
        if (foreseen === 'yes' && !isRevoked && isPlain(c, handed))
          since.set(member, Math.min(this.since(oracle, c, member), since.get(member) ?? Infinity));
        else if (foreseen !== 'no') isOpen = true;
      }
    const readers = [...since].flatMap(([member, from]) => {
      const first = this.openings.find(
        (one) => one.member === member && one.object === id && one.moment >= from,
      );
      return first === undefined ? [] : [{ member, at: first.at }];
    });
    readers.sort((a, b) => (a.at === b.at ? (a.member < b.member ? -1 : 1) : a.at < b.at ? -1 : 1));
    return {
      readers: readers.map(({ member, at }) => ({ member, first: formatTimestamp(at).slice(0, 10) })),
      rest: isOpen && since.size < others.length,
    };
  }

  /** The moment since which the contributor could say at any time that its label permits the member. */
  private since(oracle: Oracle, c: Contribution, member: string): number {
    const audiences = (clause: readonly string[]): number =>
      Math.min(
        ...clause
          .filter((one) => foreseeAudience(one, c.contributor, member, oracle.coalition) === 'yes')
          .map((one) => this.together(oracle, c.contributor, member, one)),
      );
    return Math.max(this.labels.get(c)?.since ?? Infinity, ...c.label.any.map(audiences));
  }

  private together(oracle: Oracle, contributor: string, member: string, audience: string): number {
    if (!audience.startsWith('community:')) return 0;
    const community = audience.slice('community:'.length).replace(/@\d+$/, '');
    const known = oracle.coalition.asReadBy(contributor);
    const lines = [contributor, member].flatMap((one) => known.linesOf(one, community));
    return Math.max(0, ...lines.map((line) => this.lines.get(line) ?? Infinity));
  }
}

const withoutId = ({ id: _id, ...rest }: Record<string, unknown>): unknown => rest;

const byTime = <One extends { at: bigint }>(all: readonly One[]): One[] =>
  all.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));

const recalls = (oracle: Oracle, member: string): unknown[] =>
  byTime(oracle.recalls.filter((one) => one.member === member)).map(
    ({ contributor, at, losses }: ToldRecall) => {
      const objects = [...new Set(losses.map(({ id }) => id))].sort();
      const open = { acknowledged: null, account: null, words: null };
      return {
        contributor,
        at: formatTimestamp(at),
        objects: objects.slice(0, 10),
        total: objects.length,
        ...open,
      };
    },
  );

const ownRecalls = (oracle: Oracle, member: string): unknown[] => {
  const own = oracle.withdrawals.filter(({ contributor }) => contributor === member);
  const sorted = own.toSorted((a, b) => (a.object < b.object ? 1 : -1));
  return byTime(sorted).map(({ at, kind, object, members, rest }) => ({
    object,
    at: formatTimestamp(at),
    kind,
    members: members.map((one) => ({ member: one, acknowledged: null })),
    rest,
  }));
};
