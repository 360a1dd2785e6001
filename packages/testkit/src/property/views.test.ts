/** The cases of `interop/views`, played on a cell: at every act the server says what the oracle says. */
import { expect, it } from 'vitest';
import { viewCases } from '../world/cases.ts';
import { firstDifference } from './compare.ts';

const cases = viewCases();

it.each(cases.map((one) => [one.rule, one.acts] as const))('%s', async (_rule, acts) => {
  expect(await firstDifference({ acts: [...acts] })).toBeUndefined();
});
