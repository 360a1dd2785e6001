import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countriesIn, numberWords, wordForCode } from './words.ts';

test('Countries are those of today, named in the language of the reader and in its order', () => {
  const french = countriesIn('fr');
  expect(french.find(({ value }) => value === 'BE')?.label).toBe('Belgique');
  expect(french.length).toBeGreaterThan(230);
  expect(french.length).toBeLessThan(260);
  const codes = french.map(({ value }) => value);
  for (const gone of ['DD', 'SU', 'YU', 'EU', 'UN', 'ZZ', 'UK']) expect(codes).not.toContain(gone);
});

test('What is no code is shown as it is', () => {
  expect(wordForCode('GR', 'region', 'en')).toBe('Greece');
  expect(wordForCode('Arab', 'script', 'fr')).toBe('arabe');
  expect(wordForCode('somewhere', 'region', 'en')).toBe('somewhere');
});

test('Numbers of places bear their unit, others none', () => {
  expect(numberWords('precision', 50_000, 'en')).toBe('50,000 m');
  expect(numberWords('latitude', 29.2, 'fr')).toBe('29,2°');
  expect(numberWords('longitude', 48.1, 'en')).toBe('48.1°');
  expect(numberWords('confidence', 85, 'fr')).toBe('85');
});

test('Each field that requests, answers and decisions add to records has a word in both languages', () => {
  const folder = join(import.meta.dirname, '../../../../../../docs/extensions');
  const catalogues = ['en', 'fr'].map((language) =>
    readFileSync(join(import.meta.dirname, `../../../catalogue/${language}/record/values.ts`), 'utf8'),
  );
  const schemas = readdirSync(folder).filter((file) =>
    /^(request|answer|decision)\.schema\.json$/.test(file),
  );
  expect(schemas).toHaveLength(3);
  for (const schema of schemas) {
    const { properties } = JSON.parse(readFileSync(join(folder, schema), 'utf8')) as { properties: object };
    const [beginning] = schema.split('.');
    for (const field of Object.keys(properties).filter((one) => one !== 'extension_type'))
      for (const words of catalogues) expect(words).toContain(`'property.${beginning}-${field}'`);
  }
});
