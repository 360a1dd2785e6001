/** What generators draw requests from: ids that the worlds know, guesses, and what earlier answers gave. */
import type { JsonObject } from '@entente/core/stix/types';
import type { Pick } from '../world/random.ts';
import { attributeId, communityIds, memberIds, policyId, words } from '../world/pool.ts';
import { header, type Asked, type Told } from './asked.ts';
import type { Companions } from './companions.ts';
import type { Pair } from './pair.ts';

const bundleId = 'bundle--d0000000-0000-4000-8000-000000000000';
export const taxii = 'application/taxii+json;version=2.1';
const reference = /_refs?":\[?"([a-z][a-z0-9-]+--[0-9a-f-]{36})"/g;
const stixId = /"id":"([a-z][a-z0-9-]+--[0-9a-f-]{36})"/g;

interface Answered {
  route: string;
  asked: Asked;
  told: Told;
}

/** What the members were answered until now. */
export class Memory {
  /** Ids of objects in answers. */
  readonly seen = new Set<string>();
  /** Ids that objects in answers name. */
  readonly named = new Set<string>();
  private readonly answers: Answered[] = [];

  take(route: string, asked: Asked, told: Told): void {
    this.answers.push({ route, asked, told });
    if (told.status !== 200 || asked.method !== 'GET') return;
    for (const [, id = ''] of told.body.matchAll(stixId)) if (!id.startsWith('bundle')) this.seen.add(id);
    for (const [, id = ''] of told.body.matchAll(reference)) this.named.add(id);
  }

  of(route: string): Answered[] {
    return this.answers.filter((one) => one.route === route);
  }
}

export class Draw {
  readonly pick: Pick;
  readonly member: string;
  readonly pair: Pair;
  readonly memory: Memory;
  readonly companions: Companions;
  /** Ids about which the worlds differ by now. */
  readonly hot: readonly string[];

  constructor(
    pick: Pick,
    { member, at }: { member: string; at: number },
    pair: Pair,
    memory: Memory,
    companions: Companions,
  ) {
    this.pick = pick;
    this.member = member;
    this.hot = pair.hot.filter((one) => one.at <= at).map(({ id }) => id);
    this.pair = pair;
    this.memory = memory;
    this.companions = companions;
  }

  one<T>(list: readonly T[]): T {
    return list[this.pick(list.length)] as T;
  }

  /** True once in so many draws. */
  once(of: number): boolean {
    return this.pick(of) === 0;
  }

  /** Mostly ids about which the worlds differ, and among these such as the members know. */
  object(): string {
    const {
      hot,
      pair: { ids },
    } = this;
    const both = hot.filter((id) => this.memory.seen.has(id));
    if (both.length > 0 && this.pick(10) < 6) return this.one(both);
    if (hot.length > 0 && this.pick(10) < 8) return this.one(hot);
    if (this.pick(10) < 8) return this.known();
    return this.once(6) ? 'tool--00000000-0000-4000-8000-000000000000' : this.one(ids);
  }

  /** What the members were given, mostly. */
  known(): string {
    const { seen } = this.memory;
    if (seen.size === 0 || this.once(8)) return this.one(this.pair.ids);
    // Of the worlds' own: of the notes that are made beside them there are many, and they lead to little.
    const linked = this.pair.ids.filter(
      (id) => seen.has(id) && /^(relationship|sighting|report|note|grouping)/.test(id),
    );
    return linked.length > 0 && this.once(2) ? this.one(linked) : this.one([...seen]);
  }

  /** What something that the members were given names, and they were given too. */
  referred(): string {
    const both = [...this.memory.named].filter((id) => this.memory.seen.has(id));
    return both.length > 0 && !this.once(5) ? this.one(both) : this.known();
  }

  objects(most: number): string[] {
    return Array.from({ length: 1 + this.pick(most) }, () => this.object());
  }

  /** An id of which the members contributed nothing, or one that nobody else names. */
  unowned(): string {
    const own = new Set(
      this.pair.before.acts.flatMap((act) =>
        act.kind === 'put' && this.pair.members.includes(act.member)
          ? act.objects.map(({ id }) => String(id))
          : [],
      ),
    );
    const hot = this.hot.filter((id) => !own.has(id));
    return this.one(hot.length === 0 || this.once(2) ? this.companions.ownObjects : hot);
  }

  words(): string {
    const all = words.flatMap((text) => text.split(' '));
    const word = this.one([...all, 'revised', 'else', 'related', 'withheld']);
    const text = this.once(3) ? this.one(words) : word;
    return this.once(4) ? text.slice(0, -2) : this.once(4) ? `${text} ` : text;
  }

  types(): string {
    const types = this.hot.map((id) => id.split('--')[0] as string);
    return [
      ...new Set([this.one([...types, 'malware']), this.one(['relationship', 'report', 'identity', 'file'])]),
    ].join(',');
  }

  audience(): string {
    return this.one([
      'public',
      ...memberIds.map((id) => `member:${id}`),
      ...communityIds.map((id) => `community:${id}`),
      `community:${this.companions.hiddenCommunity}`,
    ]);
  }

  label(): object {
    const any = [[this.audience(), this.audience()]];
    return {
      ...(this.once(5) ? {} : { any: this.once(4) ? [...any, [this.audience()]] : any }),
      ...(this.once(4) && { levels: { [policyId]: this.pick(3) } }),
      ...(this.once(5) && { all: [attributeId] }),
      ...(this.once(5) && { handling: ['TLP:RED'] }),
    };
  }

  community(): string {
    return this.one([this.companions.hiddenCommunity, ...communityIds]);
  }

  /** A cursor that an earlier answer of a route gave, for the same question where that can be asked again. */
  cursor(route: string): { url: string } | undefined {
    const given = this.memory.of(route).flatMap(({ asked, told }) => {
      const next = told.status === 200 ? /"next":"([^"]+)"/.exec(told.body)?.[1] : undefined;
      return next === undefined || !asked.headers['authorization']?.endsWith(this.member)
        ? []
        : [{ asked, next }];
    });
    if (given.length === 0) return undefined;
    const { asked, next } = this.one(given);
    const [path, query = ''] = asked.url.split('?');
    const search = new URLSearchParams(query);
    search.set(route.includes(' /taxii2/') ? 'next' : 'cursor', next);
    return { url: `${path}?${search.toString()}` };
  }

  /** A request of the API. */
  api(method: Asked['method'], path: string, body?: object): Asked {
    const headers = { authorization: `Bearer token-of-${this.member}` };
    if (body === undefined) return { method, url: `/api/v1${path}`, headers };
    return {
      method,
      url: `/api/v1${path}`,
      headers: { ...headers, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    };
  }

  /** A file of objects. */
  upload(path: string, objects: readonly JsonObject[]): Asked {
    const payload = JSON.stringify({ type: 'bundle', id: bundleId, objects });
    const headers = {
      authorization: `Bearer token-of-${this.member}`,
      'content-type': 'application/octet-stream',
    };
    return { method: 'POST', url: `/api/v1${path}`, headers, payload };
  }

  /** A page of a list: from its beginning or from a cursor, sometimes by HEAD or with an entity tag. */
  list(route: string, path: string, query: Record<string, string> = {}): Asked {
    const limit = this.once(3) ? {} : { limit: String(1 + this.pick(4)) };
    const search = new URLSearchParams({ ...query, ...limit }).toString();
    const asked = this.api('GET', search === '' ? path : `${path}?${search}`);
    const next = this.once(4) ? this.cursor(route) : undefined;
    return this.varied(route, next === undefined ? asked : { ...asked, ...next });
  }

  /** The same request, sometimes by HEAD or with the entity tag of an earlier answer. */
  varied(route: string, asked: Asked): Asked {
    if (this.once(12)) return { ...asked, method: 'HEAD' };
    const tags = this.memory.of(route).flatMap(({ told }) => header(told, 'etag') ?? []);
    if (tags.length === 0 || !this.once(8)) return asked;
    return { ...asked, headers: { ...asked.headers, 'if-none-match': this.one(tags) } };
  }

  /** A request of TAXII. */
  taxii(method: Asked['method'], path: string, body?: object): Asked {
    const headers = { authorization: `Bearer token-of-${this.member}`, accept: taxii };
    const url = `/taxii2/${path}`;
    if (body === undefined) return { method, url, headers };
    return { method, url, headers: { ...headers, 'content-type': taxii }, payload: JSON.stringify(body) };
  }
}
