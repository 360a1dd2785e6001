import { expect, test } from 'vitest';
import { Duties } from './duties.ts';

test('A duty that fails is logged and keeps no other from its own', async () => {
  const errors: object[] = [];
  const duties = new Duties({ info: () => undefined, error: (fields) => void errors.push(fields) });
  const asked: number[] = [];
  duties.add({ name: 'first', run: () => Promise.reject(new Error('broken')) });
  duties.add({ name: 'second', run: (now) => Promise.resolve(asked.push(now) === 1) });
  expect(await duties.run(7)).toBe(true);
  expect(await duties.run(8)).toBe(false);
  expect(asked).toEqual([7, 8]);
  expect(errors).toMatchObject([{ duty: 'first' }, { duty: 'first' }]);
});
