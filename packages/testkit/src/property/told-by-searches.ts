/** What saved searches and lists of lines tell of a member's view, set against what the oracle says of it. */
import { textsOf } from '../oracle/form.ts';
import type { Handed } from '../oracle/handed.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { TestServer } from '../server.ts';
import { memberIds, words } from '../world/pool.ts';
import { Asker } from './told/question.ts';
import { hasAll } from './told/search.ts';

interface Query {
  q?: string;
  type?: string;
  contributor?: string;
  marking?: string;
}

const queries: Record<string, Query> = {
  a: {},
  b: { q: 'harbour' },
  c: { type: 'report,relationship' },
  d: { contributor: memberIds[0] as string },
  e: { q: 'qui', type: 'identity' },
  f: { marking: 'TLP:AMBER' },
};

const lines = [...words, 'harbour', 'heron night', 'Night Heron', 'related', '???'];

/** The members' saved searches over one world. */
export class KeptSearches {
  private readonly server: TestServer;
  private readonly oracle: Oracle;
  private readonly handed: Handed;
  /** Member → the date of the last row of its feed when it saved them. */
  private readonly saved = new Map<string, bigint>();

  constructor(server: TestServer, oracle: Oracle, handed: Handed) {
    this.server = server;
    this.oracle = oracle;
    this.handed = handed;
  }

  /** What is told otherwise than the oracle would; saves the searches of a member where it has none yet. */
  async differences(member: string): Promise<unknown[]> {
    if (!this.saved.has(member)) await this.save(member);
    const told = (await this.server.get(member, '/api/v1/searches')).json<{
      items: { name: string; news: number; more: boolean }[];
    }>();
    const known = (await this.server.post(member, '/api/v1/search/known', { lines })).json<{
      items: { line: string; found: { object: { id: string } }[]; more: boolean }[];
    }>();
    const found = {
      news: told.items.map(({ name, news, more }) => ({ name, news, more })),
      known: known.items.map(({ line, found: entries, more }) => ({
        line,
        more,
        found: entries.map(({ object }) => object.id).sort(),
      })),
    };
    const wanted = {
      news: Object.entries(queries).map(([name, query]) => ({
        name,
        news: this.news(member, query),
        more: false,
      })),
      known: lines.map((line) => ({ line, ...this.known(member, line) })),
    };
    return this.handed.canonical(found) === this.handed.canonical(wanted) ? [] : [{ member, wanted, found }];
  }

  private async save(member: string): Promise<void> {
    const dates = this.oracle.rows(member).map(({ dateAdded }) => dateAdded);
    this.saved.set(
      member,
      dates.reduce((last, one) => (one > last ? one : last), 0n),
    );
    for (const [name, query] of Object.entries(queries))
      await this.server.post(member, '/api/v1/searches', { name, query });
  }

  private news(member: string, { q = '', type, contributor, marking }: Query): number {
    const asker = new Asker(this.oracle, member, this.handed);
    const saved = this.saved.get(member) ?? 0n;
    const matching = this.oracle.rows(member).filter(({ dateAdded, seen }) => {
      const { id } = seen.contribution;
      if (dateAdded <= saved || !hasAll(seen.form, q, this.handed)) return false;
      if (type !== undefined && !type.split(',').includes(String(id.split('--')[0]))) return false;
      if (marking !== undefined && !asker.markings(id).includes(marking)) return false;
      return contributor === undefined || this.oracle.servedContributor(member, id) === contributor;
    });
    return new Set(matching.map(({ seen }) => seen.contribution.id)).size;
  }

  /** At most five are given of each line; worlds with more of one name than that say so. */
  private known(member: string, line: string): { found: string[]; more: boolean } {
    const wanted = this.comparable(line);
    const having = this.oracle
      .view(member)
      .filter(({ form }) =>
        textsOf(form, this.handed).some((text) => wanted !== '' && this.comparable(text) === wanted),
      );
    const newest = new Map<string, bigint>();
    for (const { id } of having) newest.set(id, this.newest(member, id, line));
    const order = [...newest].sort(([a, x], [b, y]) => (x === y ? (a < b ? 1 : -1) : x < y ? 1 : -1));
    return {
      found: order
        .map(([id]) => id)
        .slice(0, 5)
        .sort(),
      more: order.length > 5,
    };
  }

  /** Objects come by their newest version with the words, whole or not. */
  private newest(member: string, id: string, line: string): bigint {
    return this.oracle
      .view(member)
      .filter((one) => one.id === id && hasAll(one.form, `${line} `, this.handed))
      .reduce((last, { version }) => (version > last ? version : last), -1n);
  }

  private comparable(text: string): string {
    const folded = [...this.handed.fold(text)];
    return (folded.some((word) => /\d/.test(word)) ? folded : folded.sort()).join(' ');
  }
}
