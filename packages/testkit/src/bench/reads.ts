/** Reads at full size: TAXII pages, a whole view, search; each at views of 100 %, 10 % and .1 %. */
import type { Answered, Call, Client } from './client.ts';
import { median, quantile, type Figure } from './figures.ts';
import { readers } from './plan.ts';
import { randomOf } from './random.ts';
import type { Stand } from './stand.ts';
import { commonWord, rareWords } from './text.ts';

export interface ReadScene {
  stand: Stand;
  origin: string;
  client: Client;
  /** Keys of bare pages. */
  pages: Map<string, readonly number[]>;
}

const rounds = 5;
const positions = 200;

/** Floor and product in turns, in an order drawn anew for each pair. */
async function inTurns(
  client: Client,
  pairs: readonly { floor: Call; product: Call }[],
  random: () => number,
): Promise<{ floor: number[]; product: number[] }> {
  const flips = pairs.map(() => random() < 0.5);
  const calls = pairs.flatMap(({ floor, product }, at) => (flips[at] ? [floor, product] : [product, floor]));
  const answers = await client.run(calls);
  const time = (at: number): number => (answers[at] as Answered).milliseconds;
  return {
    floor: pairs.map((_pair, at) => time(2 * at + (flips[at] ? 0 : 1))),
    product: pairs.map((_pair, at) => time(2 * at + (flips[at] ? 1 : 0))),
  };
}

/** The median of the rounds' p50 and p99. */
async function measure(
  scene: ReadScene,
  what: string,
  targets: { p50: number; p99?: number },
  pair: (random: () => number, at: number) => { floor: Call; product: Call },
  count = positions,
): Promise<Figure[]> {
  const random = randomOf(what.length);
  const runs: { floor: number[]; product: number[] }[] = [];
  const pairsOf = (): { floor: Call; product: Call }[] =>
    Array.from({ length: count }, (_none, at) => pair(random, at));
  await inTurns(scene.client, pairsOf().slice(0, 20), random);
  for (let round = 0; round < rounds; round += 1) runs.push(await inTurns(scene.client, pairsOf(), random));
  const figure = (part: number, name: string, target: number): Figure => ({
    what: `${what}, ${name}`,
    floor: median(runs.map(({ floor }) => quantile(floor, part))),
    product: median(runs.map(({ product }) => quantile(product, part))),
    target,
  });
  return [
    figure(0.5, 'p50', targets.p50),
    ...(targets.p99 === undefined ? [] : [figure(0.99, 'p99', targets.p99)]),
  ];
}

/** Rows that a reader is served, in the order of its feed. */
async function served({ stand }: ReadScene, member: string): Promise<{ at: number; contribution: number }[]> {
  const { rows } = await stand.database.writer.query<{ at: number; contribution: number }>(
    `select f.at, f.contribution from feed f where f.reader = $1 and f.shown and not exists (
       select from feed g where g.reader = $1 and g.object = f.object and g.shown and g.version > f.version)
     order by f.at`,
    [member],
  );
  return rows;
}

/** TAXII pages of 100 at random positions. */
export async function measurePages(scene: ReadScene): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { share, member } of readers) {
    const rows = await served(scene, member);
    const pair = (random: () => number, at: number): { floor: Call; product: Call } => {
      const from = Math.floor(random() * Math.max(1, rows.length - 100));
      const key = `${share} ${at}`;
      scene.pages.set(
        key,
        rows.slice(from, from + 100).map(({ contribution }) => contribution),
      );
      const after = new Date(Math.floor(((rows[from]?.at ?? 1) - 1) / 1000)).toISOString();
      const micros = String(((rows[from]?.at ?? 1) - 1) % 1000).padStart(3, '0');
      const query = `limit=100&added_after=${after.replace('Z', `${micros}Z`)}`;
      return {
        floor: { url: `${scene.origin}/floor/page/${encodeURIComponent(key)}`, member },
        product: { url: `${scene.origin}/taxii2/cell/collections/view/objects/?${query}`, member },
      };
    };
    const targets = { p50: 2.5, p99: 3 };
    figures.push(
      ...(await measure(scene, `TAXII page of 100, view of ${share} (${rows.length})`, targets, pair)),
    );
  }
  return figures;
}

/** The whole of the widest view. */
export async function measureWhole(scene: ReadScene): Promise<Figure[]> {
  const { member, share } = readers[0];
  const pair = (): { floor: Call; product: Call } => ({
    floor: { url: `${scene.origin}/floor/whole`, member },
    product: {
      url: `${scene.origin}/taxii2/cell/collections/view/objects/?limit=1000`,
      member,
      follow: true,
    },
  });
  const runs: { floor: number; product: number }[] = [];
  let last: Answered | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const { floor, product } = pair();
    const [bare] = await scene.client.run([floor]);
    [last] = await scene.client.run([product]);
    runs.push({ floor: bare?.milliseconds ?? NaN, product: last?.milliseconds ?? NaN });
  }
  return [
    {
      what: `whole view of ${share} by TAXII, pages of 1,000`,
      floor: median(runs.map(({ floor }) => floor)),
      product: median(runs.map(({ product }) => product)),
      target: 3,
      note: `${last?.requests} pages, ${Math.round((last?.bytes ?? 0) / 1e6)} MB`,
    },
  ];
}

/** Common and rare words. */
export async function measureSearch(scene: ReadScene): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { share, member } of readers) {
    for (const kind of ['common', 'rare'] as const) {
      const pair = (random: () => number): { floor: Call; product: Call } => {
        const rare = rareWords[Math.floor(random() * rareWords.length)] as string;
        const word = kind === 'common' ? commonWord : rare;
        return {
          floor: { url: `${scene.origin}/floor/search/${word}`, member },
          product: { url: `${scene.origin}/api/v1/search?limit=50&q=${word}`, member },
        };
      };
      const what = `search, ${kind} word, view of ${share}`;
      figures.push(...(await measure(scene, what, { p50: 2 }, pair, kind === 'common' ? 10 : 100)));
    }
  }
  return figures;
}
