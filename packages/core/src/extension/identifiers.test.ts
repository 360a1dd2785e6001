import { expect, it } from 'vitest';
import { labelExtensionId as ofTheLabel } from '../label/extension.ts';
import { labelExtensionId, neverCutExtensionIds } from './identifiers.ts';

it('the id of the label extension is the one that the label room uses, and is never cut', () => {
  expect(labelExtensionId).toBe(ofTheLabel);
  expect(neverCutExtensionIds.has(ofTheLabel)).toBe(true);
});
