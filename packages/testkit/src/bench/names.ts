/**
 * Screening among many names: names of one person hidden in a million of others, asked for by another name of the same
 * person; against pg_trgm over the same names, and Jaro and Winkler over the same candidates. ENTENTE_DATA has the names.
 */
import { NameIndex } from '@entente/core/names/index';
import { wordsOf } from '@entente/core/search/words';
import type { Database } from '@entente/store/database/open';
import { median, quantile, type Figure } from './figures.ts';
import { bestPairs } from './jaro-winkler.ts';
import { hiddenPairs, madeNames, type Hidden } from './names-made.ts';
import { openStand } from './stand.ts';

/** Names that are asked for; of those that it is set against, which take long, fewer. */
const [asked, askedOfOthers] = [1500, 150];
/** Answers among which a name has to be, and candidates that Jaro and Winkler put in order. */
const [most, candidates] = [10, 150];
/** Names of one INSERT. */
const perInsert = 20_000;

interface Question extends Hidden {
  /** Which of all names it is. */
  item: number;
}

interface Found {
  milliseconds: number[];
  /** Milliseconds of this process's processors. */
  processor: number[];
  /** Of the seven scripts, and of all. */
  within: boolean[];
  all: boolean[];
}

/** @param count how many names there are; @param tell called with a line now and then */
export async function measureNames(count: number, tell: (line: string) => void): Promise<Figure[]> {
  const pairs = hiddenPairs();
  const names = [...pairs.map(({ hidden }) => hidden), ...madeNames(count - pairs.length)];
  const questions = someOf(
    pairs.map((pair, item): Question => ({ ...pair, item })),
    asked,
  );
  const { index, building, memory } = build(names);
  tell(`${names.length} names after ${Math.round(building / 1000)} s`);
  for (const { asked: name } of questions.slice(0, 50)) index.lookUp(name, most);
  const product = await ask(questions, (name) => index.lookUp(name, most).map(({ item }) => item));
  const fewer = someOf(questions, askedOfOthers);
  const winkler = await ask(fewer, (name) => byWinkler(index, names, name));
  tell('pg_trgm takes some minutes');
  const trigrams = await askTrigrams(names, fewer);
  return figuresOf(names.length, { building, memory }, product, winkler, trigrams);
}

/** Of a list, about so many, from all of it. */
function someOf(all: readonly Question[], count: number): Question[] {
  const every = Math.max(1, Math.floor(all.length / count));
  return all.filter((_one, at) => at % every === 0);
}

function build(names: readonly string[]): { index: NameIndex<number>; building: number; memory: number } {
  const before = memoryNow();
  const began = performance.now();
  const index = new NameIndex<number>();
  for (const [item, name] of names.entries()) index.add(item, name);
  const building = performance.now() - began;
  return { index, building, memory: memoryNow() - before };
}

/** Megabytes of the heap and of typed arrays, which is more where garbage waits. */
function memoryNow(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

async function ask(
  questions: readonly Question[],
  find: (name: string) => readonly number[] | Promise<readonly number[]>,
): Promise<Found> {
  const found: Found = { milliseconds: [], processor: [], within: [], all: [] };
  for (const { asked: name, item, isWithin } of questions) {
    const before = process.cpuUsage();
    const began = performance.now();
    const items = await find(name);
    found.milliseconds.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    found.processor.push((user + system) / 1000);
    const isFound = items.slice(0, most).includes(item);
    found.all.push(isFound);
    if (isWithin) found.within.push(isFound);
  }
  return found;
}

/** The product's candidates, in the order of Jaro and Winkler. */
function byWinkler(index: NameIndex<number>, names: readonly string[], name: string): number[] {
  const words = wordsOf(name);
  return index
    .lookUp(name, candidates)
    .map(({ item }) => ({ item, likeness: bestPairs(words, wordsOf(names[item] as string)) }))
    .sort((one, two) => two.likeness - one.likeness)
    .map(({ item }) => item);
}

async function askTrigrams(names: readonly string[], questions: readonly Question[]): Promise<Found> {
  const stand = await openStand();
  try {
    const { writer } = stand.database;
    await fillTrigrams(writer, names);
    return await ask(questions, async (name) => {
      const { rows } = await writer.query<{ item: number }>(
        'select item from trigrams where name % $1 order by similarity(name, $1) desc, item limit $2',
        [wordsOf(name).join(' '), most],
      );
      return rows.map(({ item }) => item);
    });
  } finally {
    await stand.close();
  }
}

async function fillTrigrams(writer: Database['writer'], names: readonly string[]): Promise<void> {
  await writer.query('create extension pg_trgm; create table trigrams (item integer, name text not null)');
  for (let from = 0; from < names.length; from += perInsert) {
    await writer.query(
      'insert into trigrams select $1 + place - 1, name from unnest($2::text[]) with ordinality as u (name, place)',
      [from, names.slice(from, from + perInsert).map((name) => wordsOf(name).join(' '))],
    );
  }
  await writer.query('create index on trigrams using gin (name gin_trgm_ops)');
  await writer.query('analyze trigrams');
}

const share = (found: readonly boolean[]): number => found.filter(Boolean).length / found.length;
const told = (found: Found): string =>
  `${share(found.within).toFixed(3)} of the seven scripts, ${share(found.all).toFixed(3)} of all`;
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function figuresOf(
  count: number,
  { building, memory }: { building: number; memory: number },
  product: Found,
  winkler: Found,
  trigrams: Found,
): Figure[] {
  const what = `a name among ${count}`;
  return [
    {
      what: `${what}: not among the first ten, of the seven scripts`,
      product: 1 - share(product.within),
      unit: '',
      target: 0.04,
      note: `found: ${told(product)}; Jaro–Winkler ${told(winkler)}; pg_trgm ${told(trigrams)}`,
    },
    {
      what: `${what}: p50, beside pg_trgm`,
      floor: median(trigrams.milliseconds),
      product: median(product.milliseconds),
      target: 1,
    },
    { what: `${what}: p99`, product: quantile(product.milliseconds, 0.99), target: 10 },
    {
      what: `${what}: p99, time of one core`,
      product: quantile(product.processor, 0.99),
      target: 10,
      note: 'what it is by the clock where nothing else runs',
    },
    {
      what: `${what}: mean of one core (200 a second are 5 ms)`,
      product: mean(product.processor),
      target: 5,
      note: `${mean(product.milliseconds).toFixed(1)} ms by the clock`,
    },
    { what: `${what}: memory of the index`, product: memory, unit: 'MB', target: 600 },
    { what: `${what}: the index is built`, product: building / 1000, unit: 's' },
  ];
}
