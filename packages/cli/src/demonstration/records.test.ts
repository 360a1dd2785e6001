import { labelExtensionId } from '@entente/core/extension/identifiers';
import { markingsOf, prepare } from '@entente/core/release/prepare';
import { digest } from '@entente/core/stix/canonical';
import { tlpMarkingOfId } from '@entente/core/stix/tlp';
import type { JsonObject } from '@entente/core/stix/types';
import { validateObject } from '@entente/core/stix/validate';
import { expect, test } from 'vitest';
import { recordsAfterAccession, recordsBeforeAccession } from './records.ts';

const puts = [...recordsBeforeAccession(), ...recordsAfterAccession()];
const objects = puts.flatMap((put) => put.objects);

test('Every record is valid STIX 2.1, without a warning', () => {
  const found = objects.flatMap((object) => {
    const { errors, warnings } = validateObject(object);
    return [...errors, ...warnings].map(({ path, message }) => `${object.id} ${path}: ${message}`);
  });
  expect(found).toEqual([]);
});

test('Every record can be put in: its label is read and its portions cover what may be withheld', () => {
  const refused = objects.flatMap((object) => {
    const done = prepare(object, JSON.stringify(object), new Map(), digest);
    return 'findings' in done
      ? done.findings.map((finding) => `${object.id} ${finding.path}: ${finding.message}`)
      : [];
  });
  expect(refused).toEqual([]);
  expect(objects.flatMap(markingsOf)).toEqual([]);
  expect(
    objects.flatMap((object) => (object['object_marking_refs'] ?? []) as string[]).every(tlpMarkingOfId),
  ).toBe(true);
});

test('There are between 60 and 120 records, from at least eight members, in four scripts', () => {
  expect(objects.length).toBeGreaterThanOrEqual(60);
  expect(objects.length).toBeLessThanOrEqual(120);
  expect(new Set(puts.map(({ member }) => member)).size).toBeGreaterThanOrEqual(8);
  const text = JSON.stringify(objects);
  for (const script of ['Latin', 'Arabic', 'Cyrillic', 'Greek']) {
    expect(text).toMatch(new RegExp(`\\p{Script=${script}}{4}`, 'u'));
  }
});

test('What one member puts in twice under one id and version differs in its label alone', () => {
  const seen = new Map<string, string>();
  for (const { member, objects: given } of puts) {
    for (const object of given) {
      const key = `${member} ${object.id} ${String(object['modified'])}`;
      const { [labelExtensionId]: _label, ...extensions } = (object['extensions'] ?? {}) as JsonObject;
      const text = JSON.stringify({ ...object, extensions });
      expect(text).toBe(seen.get(key) ?? text);
      seen.set(key, text);
    }
  }
});

test('Every reference of a record is to something that somebody puts in', () => {
  const known = new Set(objects.map(({ id }) => id));
  const refs = (value: unknown, name = ''): string[] =>
    typeof value === 'string'
      ? /_refs?$/.test(name) && name !== 'object_marking_refs'
        ? [value]
        : []
      : Array.isArray(value)
        ? value.flatMap((item) => refs(item, name))
        : Object.entries(value ?? {}).flatMap(([key, item]) => refs(item, key));
  expect(objects.flatMap((object) => refs(object)).filter((id) => !known.has(id))).toEqual([]);
});

test('All that happened, happened in 2016 and 2017; only deadlines of labels may be later', () => {
  const times = objects.flatMap((object) => JSON.stringify(object).match(/"\d{4}-\d\d-\d\dT[^"]*"/g) ?? []);
  const later = times.filter((time) => !/^"201[67]-/.test(time));
  expect(later).toEqual(['"2026-09-02T00:00:00.000Z"']);
});
