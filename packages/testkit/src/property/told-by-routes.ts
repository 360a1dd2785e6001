/** What the API's routes tell of a member's view, set against what the oracle says of it. */
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import type { Row } from '../oracle/feed.ts';
import { firstOfEachVersion } from '../oracle/feed.ts';
import type { Handed } from '../oracle/handed.ts';
import { textsOf } from '../oracle/form.ts';
import { mentionsOf, namesOf } from '../oracle/mention.ts';
import { hub } from '../oracle/notice.ts';
import type { Oracle, ViewEntry } from '../oracle/oracle.ts';
import type { TestServer } from '../server.ts';
import { memberIds, words as wholeNames } from '../world/pool.ts';

/** A question to the server, and the answer that the oracle gives. */
export interface Question {
  url: string;
  /** Of what is posted. */
  body?: object;
  /** What of the answer is compared. */
  read(body: string): unknown;
  wanted: unknown;
}

export interface Entry {
  object: JsonObject;
  contributor: string | null;
  added: string;
  version: string;
}

const time = (micros: bigint): string => formatTimestamp(micros);
const items = (body: string): unknown[] => (JSON.parse(body) as { items: unknown[] }).items;
const isTimed = ({ form }: ViewEntry): boolean =>
  form['modified'] !== undefined || form['created'] !== undefined;
const most = 1000;
/** A moment before all worlds. */
const all = '2000-01-01T00:00:00Z';
const asked = ['harbour', 'quiet harbour ', 'amber', 'night heron', 'breche port', 'qui', 'draft', 'related'];

/** Asks all questions about a member's view; those that are answered otherwise, with both answers. */
export async function differences(
  server: TestServer,
  oracle: Oracle,
  member: string,
  handed: Handed,
): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const question of new Questions(oracle, member, handed).all()) {
    const { url, wanted, body: posted } = question;
    const { statusCode, body } = await (posted === undefined
      ? server.get(member, url)
      : server.post(member, url, posted));
    const found = statusCode === 200 ? question.read(body) : statusCode;
    if (handed.canonical(found as never) !== handed.canonical(wanted as never))
      wrong.push({ member, url, posted, wanted, found });
  }
  return wrong;
}

class Questions {
  private readonly oracle: Oracle;
  private readonly member: string;
  private readonly handed: Handed;
  private readonly dates: Map<string, bigint>;

  constructor(oracle: Oracle, member: string, handed: Handed) {
    this.oracle = oracle;
    this.member = member;
    this.handed = handed;
    this.dates = new Map(
      firstRows(oracle.rows(member)).map(({ seen: { contribution: c }, dateAdded }) => [
        `${c.id} ${c.version} ${c.contributor}`,
        dateAdded,
      ]),
    );
  }

  all(): Question[] {
    const { oracle, member } = this;
    const ids = oracle.latest(member).map(({ id }) => id);
    const withheld = oracle.everything.map(({ id }) => id).filter((id) => !ids.includes(id));
    return [
      ...ids.flatMap((id) => this.about(id)),
      ...[...new Set(withheld)].map((id) => ({ url: `/api/v1/objects/${id}`, read: items, wanted: 404 })),
      ...this.lists(),
      ...[...oracle.coalition.communities.keys()].map((id) => this.rosterPast(id)),
      this.mentions(
        'The Quiet  harbour of 192.0.2.7, quiet-amber OTTER; Breche du port (night heron), notes.txt',
      ),
      this.mentions('invoice.pdf amber otter otter night 198.51.100.20 198.51.100.7'),
      this.screening(),
      ...asked.flatMap((words) => [this.search(words), this.facets({ q: words }, this.found(words))]),
      ...memberIds.slice(0, 2).map((contributor) => this.search('harbour', contributor)),
      this.facets({}, this.found('')),
      this.facets({ type: 'identity,report', contributor: member }, this.found('')),
    ];
  }

  private about(id: string): Question[] {
    const { oracle, member } = this;
    const base = `/api/v1/objects/${id}`;
    const served = oracle.servedContributor(member, id);
    const claims = oracle.claims(member, id);
    const first = claims.filter(({ contributor }) => contributor === served);
    const others = claims.filter(({ contributor }) => contributor !== served);
    return [
      {
        url: base,
        read: (body) => JSON.parse(body) as unknown,
        wanted: this.entry(oracle.object(member, id) as ViewEntry),
      },
      {
        url: `${base}/versions?limit=${most}`,
        read: items,
        wanted: oracle
          .versions(member, id)
          .toReversed()
          .map((one) => this.entry(one)),
      },
      {
        url: `${base}/claims?limit=${most}`,
        read: items,
        wanted: [...first, ...others].map((one) => this.entry(one)),
      },
      { url: `${base}/references?limit=${most}`, read: places, wanted: this.places(id, 'out') },
      { url: `${base}/neighbours?limit=${most}`, read: places, wanted: this.places(id, 'in') },
    ];
  }

  private entry(one: ViewEntry): Entry {
    const { id, version, contributor, form } = one;
    const added = time(this.dates.get(`${id} ${version} ${contributor}`) ?? -1n);
    // A notice is the hub's own: it has no contributing member.
    const by = contributor === hub ? null : contributor;
    return { object: form, contributor: by, added, version: isTimed(one) ? time(version) : added };
  }

  private places(id: string, direction: 'in' | 'out'): [string, string[]][] {
    const found = this.oracle.neighbours(this.member, id).filter((one) => one.direction === direction);
    const ids = [...new Set(found.map((one) => one.id))].sort();
    return ids.map((other) => [
      other,
      found
        .filter((one) => one.id === other)
        .map(({ path }) => path)
        .sort(),
    ]);
  }

  /** What any member's latest version calls an object stands in the text, if its words do. */
  private mentions(text: string): Question {
    const claims = this.oracle.latest(this.member).flatMap(({ id }) => this.oracle.claims(this.member, id));
    return {
      url: '/api/v1/mentions',
      body: { text },
      read: (body) => (JSON.parse(body) as { mentions: unknown }).mentions,
      wanted: mentionsOf(
        text,
        claims.map(({ form }) => form),
        this.handed,
      ),
    };
  }

  /** Whoever is called exactly so in any member's latest version, by the first claim that says it. */
  private screening(): Question {
    const { oracle, member } = this;
    const names = [...wholeNames, 'revised'];
    const claims = oracle
      .latest(member)
      .filter(({ id }) => /^(?:identity|threat-actor)--/.test(id))
      .flatMap(({ id }) => {
        const served = oracle.servedContributor(member, id);
        return oracle
          .claims(member, id)
          .toSorted((one, two) => Number(two.contributor === served) - Number(one.contributor === served));
      });
    const called = (name: string): [string, unknown][] => {
      const having = claims.filter(({ form }) => namesOf(form).includes(name));
      const first = having.filter(({ id }, at) => having.findIndex((one) => one.id === id) === at);
      return first.map((claim): [string, unknown] => [claim.id, this.entry(claim)]);
    };
    return {
      url: '/api/v1/screenings',
      body: { persons: names.map((name) => ({ name })), limit: 20 },
      read: (body) =>
        (items(body) as { asked: { name: string }; candidates: { name: string; entry: Entry }[] }[]).map(
          ({ asked: { name }, candidates }) =>
            byId(
              candidates
                .filter((one) => one.name === name)
                .map(({ entry }) => [String(entry.object['id']), entry]),
            ),
        ),
      wanted: names.map((name) => byId(called(name))),
    };
  }

  private lists(): Question[] {
    const { oracle, member } = this;
    const rows = oracle.rows(member);
    const forms = (versions: string[]): unknown[] =>
      oracle.taxiiObjects(member, 'view', { matchVersion: versions }).records.map(({ object }) => object);
    const bundled = (body: string): unknown[] =>
      (JSON.parse(body) as { objects: unknown[] }).objects.slice(1);
    return [
      {
        url: `/api/v1/arrivals?since=${all}`,
        read: (body) => (JSON.parse(body) as { members: unknown }).members,
        wanted: this.arrivals(),
      },
      ...[undefined, ...new Set(rows.map(({ seen }) => seen.contribution.contributor))].map((by) => ({
        url: `/api/v1/arrivals/objects?limit=${most}${by === undefined ? '' : `&contributor=${by}`}`,
        read: (body: string) => (items(body) as Entry[]).map(({ object, added }) => [object['id'], added]),
        wanted: this.arrived(by),
      })),
      { url: '/api/v1/export', read: bundled, wanted: forms(['last']) },
      { url: '/api/v1/export?versions=all', read: bundled, wanted: forms(['all']) },
    ];
  }

  /** Who came and went on a roster; the order of those who came at once is the server's own. */
  private rosterPast(community: string): Question {
    const past = this.oracle.coalition.rosterPast(this.member, community);
    const orNull = (at: bigint | undefined): string | null => (at === undefined ? null : time(at));
    const key = (stay: object): string => JSON.stringify(stay);
    const byKey = (stays: readonly object[]): string[] => stays.map(key).sort();
    return {
      url: `/api/v1/communities/${community}/roster/past?limit=${most}`,
      read: (body) => {
        const { since, items: stays } = JSON.parse(body) as { since: string; items: object[] };
        return { since, stays: byKey(stays) };
      },
      wanted:
        past === undefined
          ? 404
          : {
              since: time(past.since),
              stays: byKey(
                past.stays.map(({ entry, entered, left }) => ({
                  entry,
                  kind: this.oracle.coalition.communities.has(entry) ? 'community' : 'member',
                  entered: orNull(entered),
                  left: orNull(left),
                })),
              ),
            },
    };
  }

  /** Of whom how many objects came, most first. */
  private arrivals(): { contributor: string | null; objects: number }[] {
    const by = new Map<string, Set<string>>();
    for (const { seen } of this.oracle.rows(this.member)) {
      const { id, contributor } = seen.contribution;
      by.set(contributor, (by.get(contributor) ?? new Set()).add(id));
    }
    const counts = [...by].map(([contributor, ids]) => ({ contributor, objects: ids.size }));
    const order = counts.sort(
      (one, other) => other.objects - one.objects || (one.contributor < other.contributor ? -1 : 1),
    );
    return order.map(({ contributor, objects }) => ({
      contributor: contributor === hub ? null : contributor,
      objects,
    }));
  }

  /** Each object and when it came last, the last first; of one contributor where one is named. */
  private arrived(by: string | undefined): [string, string][] {
    const last = new Map<string, bigint>();
    for (const { seen, dateAdded } of this.oracle.rows(this.member)) {
      const { id, contributor } = seen.contribution;
      if (by !== undefined && contributor !== by) continue;
      if ((last.get(id) ?? -1n) < dateAdded) last.set(id, dateAdded);
    }
    return [...last].sort(([, one], [, other]) => (one < other ? 1 : -1)).map(([id, at]) => [id, time(at)]);
  }

  private search(query: string, contributor?: string): Question {
    const served = this.found(query).filter(
      (id) => contributor === undefined || this.oracle.servedContributor(this.member, id) === contributor,
    );
    const search = { q: query, ...(contributor && { contributor }), limit: String(most) };
    return {
      url: `/api/v1/search?${new URLSearchParams(search).toString()}`,
      read: items,
      wanted: served.map((id) => this.entry(this.oracle.object(this.member, id) as ViewEntry)),
    };
  }

  /** Objects of which any version, by anybody, has all the words in the form that the member gets, newest first. */
  private found(query: string): string[] {
    const found = new Map<string, bigint>();
    for (const one of this.oracle.view(this.member)) {
      if (!hasAll(one.form, query, this.handed)) continue;
      const before = found.get(one.id);
      found.set(one.id, before !== undefined && before > one.version ? before : one.version);
    }
    const order = [...found].sort(([a, x], [b, y]) => (x === y ? (a < b ? 1 : -1) : x < y ? 1 : -1));
    return order.map(([id]) => id);
  }

  /** Each list leaves its own filter aside. */
  private facets(search: { q?: string; type?: string; contributor?: string }, found: string[]): Question {
    const whose = (id: string): string => this.oracle.servedContributor(this.member, id) ?? '';
    const kind = (id: string): string => String(id.split('--')[0]);
    const ofType = found.filter((id) => search.type?.split(',').includes(kind(id)) ?? true);
    const ofContributor = found.filter((id) => (search.contributor ?? whose(id)) === whose(id));
    const told = (id: string): string => (whose(id) === hub ? '' : whose(id));
    return {
      url: `/api/v1/search/facets?${new URLSearchParams(search).toString()}`,
      read: (body) => JSON.parse(body) as unknown,
      wanted: {
        types: counted(ofContributor.map(kind)).map(([type, count]) => ({ type, count })),
        contributors: counted(ofType.map(told)).map(([contributor, count]) => ({
          contributor: contributor === '' ? null : contributor,
          count,
        })),
        total: ofType.filter((id) => ofContributor.includes(id)).length,
        more: false,
      },
    };
  }
}

/** Whether a form has all the words; the last may be a beginning unless something ends it. */
export function hasAll(form: JsonObject, query: string, handed: Handed): boolean {
  const words = [...handed.fold(query)];
  const isPrefix = !query.endsWith(' ');
  const has = textsOf(form, handed).flatMap((text) => [...handed.fold(text)]);
  return words.every((word, index) =>
    has.some((one) => one === word || (isPrefix && index === words.length - 1 && one.startsWith(word))),
  );
}

const counted = (texts: readonly string[]): [string, number][] =>
  [...new Set(texts)].sort().map((text) => [text, texts.filter((one) => one === text).length]);

/** Of each contributor's version the contribution that came first. */
const firstRows = (rows: readonly Row[]): Row[] => {
  const keys = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.seen.contribution.id} ${row.seen.contribution.contributor}`;
    keys.set(key, [...(keys.get(key) ?? []), row]);
  }
  return [...keys.values()].flatMap(firstOfEachVersion);
};

const byId = (entries: [string, unknown][]): [string, unknown][] =>
  entries.sort(([one], [two]) => (one < two ? -1 : 1));

const places = (body: string): unknown[] =>
  (items(body) as { properties: string[]; entry: Entry }[])
    .map(({ properties, entry }): [string, string[]] => [String(entry.object['id']), [...properties].sort()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
