/**
 * What the time of an answer tells of what is withheld: ids and words that exist and are hidden from the reader,
 * against ids and words that never existed, asked over HTTP in random order.
 */
import { Agent, request } from 'node:http';
import { median, quantile, type Figure } from './figures.ts';
import { readers } from './plan.ts';
import { randomOf, uuidOf } from './random.ts';
import { rankSum } from './rank-sum.ts';
import type { Stand } from './stand.ts';
import { rareWords } from './text.ts';

/** Calls of each kind, and how many different things they ask for. */
const calls = 4000;
const things = 400;

interface Kind {
  what: string;
  hidden: readonly string[];
  never: readonly string[];
  path: (thing: string) => string;
  /** What both are answered. */
  status: number;
}

/** Asks as the reader whose view is the smallest, from whom nearly all is withheld. */
export async function measureTiming(stand: Stand, origin: string): Promise<Figure[]> {
  const { member } = readers[2];
  const ids = await hiddenIds(stand, member);
  const never = ids.map((id, index) => `${id.slice(0, id.indexOf('--'))}--${uuidOf(0xeeee, index)}`);
  const words = await hiddenWords(stand, member);
  const kinds: Kind[] = [
    { what: 'API object', hidden: ids, never, path: (id) => `/api/v1/objects/${id}`, status: 404 },
    {
      what: 'TAXII object',
      hidden: ids,
      never,
      path: (id) => `/taxii2/cell/collections/view/objects/${id}/`,
      status: 404,
    },
    { what: 'search', ...words, path: (word) => `/api/v1/search?q=${word}.`, status: 200 },
  ];
  const figures: Figure[] = [];
  for (const kind of kinds) figures.push(await compare(kind, origin, member));
  return figures;
}

async function compare(kind: Kind, origin: string, member: string): Promise<Figure> {
  const random = randomOf(kind.what.length);
  const ask = asker(origin, member);
  const times = { hidden: [] as number[], never: [] as number[] };
  const bodies = new Set<string>();
  for (let call = 0; call < 2 * calls + 400; call += 1) {
    const group = random() < 0.5 ? 'hidden' : 'never';
    const thing = kind[group][Math.floor(random() * kind[group].length)] ?? '';
    const { milliseconds, status, body } = await ask(kind.path(thing));
    if (status !== kind.status) throw new Error(`${kind.what} ${thing} was answered ${status}`);
    bodies.add(body);
    if (call >= 400) times[group].push(milliseconds);
  }
  if (bodies.size !== 1) throw new Error(`${kind.what}: hidden and never existed are answered differently`);
  const { exceeds, z } = rankSum(times.hidden, times.never);
  const [hidden, never] = [median(times.hidden), median(times.never)];
  const p90 = [times.hidden, times.never].map((one) => quantile(one, 0.9).toFixed(2)).join(' and ');
  return {
    what: `time of ${kind.what}: never existed, withheld (${times.hidden.length} calls)`,
    floor: never,
    product: hidden,
    note: `${((hidden - never) * 1000).toFixed(0)} µs, p90 ${p90} ms, exceeds ${(exceeds * 100).toFixed(1)} %, z ${z.toFixed(1)}`,
  };
}

/** Objects of others that are in no feed of the reader's. */
async function hiddenIds({ database }: Stand, member: string): Promise<string[]> {
  const { rows } = await database.writer.query<{ object: string }>(
    `select distinct object from contribution c where contributor <> $1
       and not exists (select from feed f where f.reader = $1 and f.object = c.object)
     order by object limit $2`,
    [member, things],
  );
  return rows.map(({ object }) => object);
}

/** Words of which the reader sees none, and words of the same form that stand nowhere. */
async function hiddenWords(
  { database }: Stand,
  member: string,
): Promise<{ hidden: string[]; never: string[] }> {
  const { rows } = await database.writer.query<{ word: string; seen: boolean }>(
    `select word, bool_or(exists (select from verdict v where v.reader = $1 and v.gate = s.gate)) as seen
     from search s, unnest(tsvector_to_array(s.words)) as word where word like 'rare%' group by word order by word`,
    [member],
  );
  const used = new Set(rows.map(({ word }) => word));
  return {
    hidden: rows.flatMap(({ word, seen }) => (seen ? [] : [word])).slice(0, things),
    never: rareWords.filter((word) => !used.has(word)).slice(0, things),
  };
}

type Ask = (path: string) => Promise<{ milliseconds: number; status: number; body: string }>;

function asker(origin: string, member: string): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (path) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const headers = { authorization: `Bearer ${member}` };
      const sent = request(`${origin}${path}`, { agent, headers }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (piece: string) => (body += piece));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ milliseconds: performance.now() - began, status: answer.statusCode ?? 0, body }),
        );
      });
      sent.on('error', reject);
      sent.end();
    });
}
