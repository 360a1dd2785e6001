import { assessmentExtensionId, personExtensionId } from '@entente/contract/stix';
import { expect, test } from 'vitest';
import { propertyAt } from './statements.ts';

const unknown = 'extension-definition--5e2b0f0c-9a0d-4d5e-8a55-0f5a5c9a7d11';

test.each([
  ['description', 'description', ''],
  ['external_references.[0].url', 'external_references', '[0].url'],
  [`extensions.${personExtensionId}.documents`, 'documents', ''],
  [`extensions.${personExtensionId}.names.[1].full`, 'names', '[1].full'],
  [`extensions.${assessmentExtensionId}.note`, 'assessment-note', ''],
  [`extensions.${assessmentExtensionId}.basis`, 'basis', ''],
  [`extensions.${unknown}.rank`, `${unknown} rank`, ''],
])('%s is %s, and within it “%s”', (selector, property, within) => {
  expect(propertyAt(selector)).toEqual({ property, within });
});
