/**
 * Prints how well persons are found by their keys: the pairs of `names-dev.tsv` written as two lists, with birth dates
 * of `names-entities-dev.tsv`. Of the dates of either list some are made partial: 15 % the year alone, and of 5 % day
 * and month swapped where that is a date. Beside it: exact normalised names, with the date and without; and how many
 * of one half of the persons seem to be in the other half, where none is.
 */
import {
  isCandidate,
  keysOf,
  type ListedPerson,
  type MatchingKey,
} from '../../packages/core/src/matching/keys.ts';
import { tokensOf } from '../../packages/core/src/names/normalise.ts';
import { readJudgedPairs, readPublicFigures } from '../../packages/testkit/src/bench/public-figures.ts';
import { randomOf } from '../../packages/testkit/src/bench/random.ts';

interface Entity {
  id: string;
  birth: string;
  names: Set<string>;
}

interface Written {
  id: string;
  name: string;
  birth: string;
}

interface Pair {
  isSame: boolean;
  left: Written;
  right: Written;
}

const entities = readPublicFigures().map(({ id, birth, names }): Entity => ({
  id,
  birth,
  names: new Set(names.map(([name]) => name)),
}));
const named = new Map<string, Entity[]>();
for (const entity of entities) {
  for (const name of entity.names) named.set(name, [...(named.get(name) ?? []), entity]);
}

const chance = randomOf(12_345);

function partial(birth: string): string {
  const part = chance();
  const [year = '', month = '', day = ''] = birth.split('-');
  if (part < 0.15) return year;
  return part < 0.2 && day !== '' && Number(day) <= 12 ? `${year}-${day}-${month}` : birth;
}

/** Whose names the two are; `undefined` where no entity has them as they are written. */
function entitiesOf(isSame: boolean, left: string, right: string): [Entity, Entity] | undefined {
  const [ofLeft, ofRight] = [named.get(left) ?? [], named.get(right) ?? []];
  if (isSame) {
    const found = ofLeft.find((entity) => entity.names.has(right)) ?? ofLeft[0] ?? ofRight[0];
    return found && [found, found];
  }
  const [one] = ofLeft;
  const other = ofRight.find((entity) => entity !== one);
  return one && other && [one, other];
}

function pairsIn(isWanted: (one: Entity, other: Entity) => boolean): Pair[] {
  return readJudgedPairs().flatMap(({ isSame, left, right }) => {
    const found = entitiesOf(isSame, left, right);
    if (found === undefined || !isWanted(...found)) return [];
    const [one, other] = found;
    return [
      {
        isSame,
        left: { id: one.id, name: left, birth: partial(one.birth) },
        right: { id: other.id, name: right, birth: partial(other.birth) },
      },
    ];
  });
}

/** Values of a set that is large, and of one that is not. */
const sizes = { small: 1000, large: 1e6 } as const;

const personOf = ({ name, birth }: Written): ListedPerson => ({
  names: [name],
  births: birth === '' ? [] : [birth],
  documents: [],
});
const textsOf = (keys: readonly MatchingKey[]): string[] => keys.map(({ text }) => text);
const share = (part: number, whole: number): string => (part / whole).toFixed(3);
const print = (...columns: string[]): void =>
  void process.stdout.write(
    `${(columns[0] ?? '').padEnd(44)}${columns
      .slice(1)
      .map((one) => one.padStart(10))
      .join('')}\n`,
  );

function judge(what: string, pairs: readonly Pair[], isFound: (pair: Pair) => boolean): void {
  const same = pairs.filter(({ isSame }) => isSame).length;
  const found = pairs.filter(isFound);
  const right = found.filter(({ isSame }) => isSame).length;
  print(what, share(right, same), share(right, found.length), `${right}/${same}`, `${found.length - right}`);
}

function judgeAll(what: string, pairs: readonly Pair[]): void {
  print(`${what} (${pairs.length} pairs)`, 'recall', 'precision', 'found', 'wrong');
  const held = new Map(pairs.map((pair) => [pair, new Set(textsOf(keysOf(personOf(pair.right), 'held')))]));
  const asked = new Map(pairs.map((pair) => [pair, keysOf(personOf(pair.left), 'asked')]));
  const among = (pair: Pair, has: (text: string) => boolean, values: number): boolean =>
    isCandidate(
      (asked.get(pair) ?? []).filter(({ text }) => has(text)),
      values,
    );
  for (const [size, values] of Object.entries(sizes)) {
    judge(`  keys, pair by pair, ${size} set`, pairs, (pair) =>
      among(pair, (text) => held.get(pair)?.has(text) === true, values),
    );
  }
  const exact = ({ name }: Written): string =>
    tokensOf(name)
      .map(({ text }) => text)
      .sort()
      .join(' ');
  judge('  exact normalised names', pairs, ({ left, right }) => exact(left) === exact(right));
  judge(
    '  exact normalised names and dates',
    pairs,
    ({ left, right }) => exact(left) === exact(right) && left.birth === right.birth,
  );
  const whole = new Set([...held.values()].flatMap((texts) => [...texts]));
  const listed = new Set(pairs.map(({ right }) => right.id));
  const candidates = pairs.filter((pair) => among(pair, (text) => whole.has(text), sizes.small));
  const right = candidates.filter(({ left }) => listed.has(left.id)).length;
  print(
    '  list against list: who is on both',
    '',
    share(right, candidates.length),
    String(right),
    String(candidates.length - right),
  );
  const counts = [...asked.values()].map(({ length }) => length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  print('  keys asked for each person', mean.toFixed(1), `most ${Math.max(...counts)}`);
}

function judgeHalves(): void {
  const order = entities
    .map((entity) => ({ ...entity, order: chance() }))
    .sort((one, other) => one.order - other.order);
  const all = order.map(({ id, names, birth }): Written => {
    const name = [...names][Math.floor(chance() * names.size)] ?? '';
    return { id, name, birth: partial(birth) };
  });
  const middle = Math.floor(all.length / 2);
  const held = new Set(all.slice(middle).flatMap((one) => textsOf(keysOf(personOf(one), 'held'))));
  for (const [size, values] of Object.entries(sizes)) {
    const wrong = all.slice(0, middle).filter((one) =>
      isCandidate(
        keysOf(personOf(one), 'asked').filter(({ text }) => held.has(text)),
        values,
      ),
    ).length;
    print(`${middle} against as many others, ${size} set`, `${wrong} wrong`, share(wrong, middle));
  }
}

judgeAll(
  'with a birth date in the file',
  pairsIn((one, other) => one.birth !== '' && other.birth !== ''),
);
judgeAll(
  'all',
  pairsIn(() => true),
);
judgeHalves();
