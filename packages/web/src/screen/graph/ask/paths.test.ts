import { expect, test } from 'vitest';
import type { Entry } from '../../../record/object.ts';
import type { Around, GraphEdge } from '../picture/edge.ts';
import { findPaths } from './paths.ts';

const entry = (id: string): Entry => ({
  object: { type: 'tool', id },
  contributor: null,
  added: null,
  version: null,
});

/** A graph written as pairs, as `a-b`. */
function graph(...pairs: string[]): (id: string) => Promise<Around> {
  const edges = pairs.map((pair): GraphEdge => {
    const [source = '', target = ''] = pair.split('-');
    return { id: pair, source, target, kind: 'uses', isReference: false, entry: entry(pair) };
  });
  return (id) => {
    const own = edges.filter(({ source, target }) => source === id || target === id);
    const others = own.map(({ source, target }) => entry(source === id ? target : source));
    return Promise.resolve({ entries: others, edges: own, isWhole: true });
  };
}

const never = new AbortController().signal;
const found = async (
  around: (id: string) => Promise<Around>,
  from: string,
  to: string,
  most?: number,
): Promise<{ length: number | undefined; edges: string[]; isExhausted: boolean }> => {
  const { length, edges, isExhausted } = await findPaths(from, to, around, never, most);
  return { length, edges: edges.map(({ id }) => id).toSorted(), isExhausted };
};

test('Every shortest path is found, and no longer one', async () => {
  const around = graph('a-b', 'b-e', 'c-a', 'e-c', 'a-x', 'x-y', 'y-e', 'b-c');
  expect(await found(around, 'a', 'e')).toMatchObject({ length: 2, edges: ['a-b', 'b-e', 'c-a', 'e-c'] });
});

test('Two links between the same records both belong to the path', async () => {
  expect(await found(graph('a-b', 'b-a'), 'a', 'b')).toMatchObject({ length: 1, edges: ['a-b', 'b-a'] });
});

test('A long path is found from both ends', async () => {
  const chain = Array.from({ length: 9 }, (_one, index) => `${index}-${index + 1}`);
  expect(await found(graph(...chain), '0', '9')).toMatchObject({ length: 9, edges: chain });
});

test('It says whether everything was looked at, or only so much', async () => {
  const around = graph('a-b', 'b-c', 'x-y', 'y-z', 'z-w', 'w-v');
  expect(await found(around, 'a', 'x')).toEqual({ length: undefined, edges: [], isExhausted: true });
  expect(await found(around, 'a', 'x', 2)).toEqual({ length: undefined, edges: [], isExhausted: false });
});
