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

test('A duty that tells of what the others do is asked when they have done it, whichever was added first', async () => {
  const duties = new Duties({ info: () => undefined, error: () => undefined });
  const done: string[] = [];
  const piece = (name: string, pieces: number) => () =>
    Promise.resolve(done.filter((one) => one === name).length < pieces && done.push(name) > 0);
  duties.add({ name: 'deliveries', isLast: true, run: piece('letter', 1) });
  duties.add({ name: 'reminders', run: piece('reminder', 3) });
  while (await duties.run(7));
  expect(done).toEqual(['reminder', 'reminder', 'reminder', 'letter']);
});
