import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateObject } from './validate.ts';
import type { JsonObject } from './types.ts';

const folder = process.env['ENTENTE_DATA'] ?? path.resolve(import.meta.dirname, '../../../../../shared');
const cases = path.join(folder, 'cases/stix21-objects.json');
const ics = path.join(folder, 'data/ics-attack-18.1.json');
const enterprise = path.join(folder, 'data/enterprise-attack-18.1.stix21.json.gz');

interface Case {
  name: string;
  valid: boolean;
  errors: string[];
  instance: JsonObject;
}

interface Bundle {
  objects: JsonObject[];
}

const brokenOf = (bundle: Bundle) =>
  bundle.objects
    .map((object) => validateObject(object))
    .filter(({ valid }) => !valid)
    .map(({ id, errors }) => ({ id, errors }));

describe.skipIf(!existsSync(cases))(
  'the cases of the OASIS validator (skipped where ENTENTE_DATA is absent)',
  () => {
    it('all get the same verdict', () => {
      const list = JSON.parse(readFileSync(cases, 'utf8')) as Case[];
      const differing = list
        .map((one) => ({
          name: one.name,
          expected: one.errors,
          verdict: validateObject(one.instance),
          valid: one.valid,
        }))
        .filter(({ verdict, valid }) => verdict.valid !== valid);
      expect(differing).toEqual([]);
      expect(list.length).toBeGreaterThan(100);
    });
  },
);

describe.skipIf(!existsSync(ics))('ATT&CK for ICS (skipped where ENTENTE_DATA is absent)', () => {
  it('is valid', () => {
    expect(brokenOf(JSON.parse(readFileSync(ics, 'utf8')) as Bundle)).toEqual([]);
  });
});

describe.skipIf(!existsSync(enterprise))('ATT&CK Enterprise (skipped where ENTENTE_DATA is absent)', () => {
  it('is valid', () => {
    expect(brokenOf(JSON.parse(gunzipSync(readFileSync(enterprise)).toString()) as Bundle)).toEqual([]);
  });
});
