import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '@entente/core/stix/types';
import { viewCases, type ExpectedEntry, type ViewCase } from '../world/cases.ts';
import { coreHanded } from './core-handed.ts';
import { hub } from './notice.ts';
import { Oracle, type PutOutcome } from './oracle.ts';
import type { ViewEntry } from './reading.ts';

const cases = viewCases();

describe.each([...new Set(cases.map((one) => one.part))])('%s', (part) => {
  it.each(cases.filter((one) => one.part === part).map((one) => [one.rule, one] as const))('%s', (_, one) => {
    const { oracle, outcome } = play(one);
    // Notices of what was taken have cases of their own.
    const isTold = (entry: ViewEntry): boolean => entry.contributor !== hub;
    for (const [member, expected] of Object.entries(one.views))
      expectView(oracle.view(member).filter(isTold), expected);
    for (const [member, expected] of Object.entries(one.served)) {
      const served = oracle
        .latest(member)
        .filter(isTold)
        .map(({ id, contributor }) => ({ id, by: contributor }));
      expect(served).toEqual(expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    }
    for (const [member, forms] of Object.entries(one.forms))
      for (const [id, expected] of Object.entries(forms))
        expectForm(oracle.object(member, id)?.form, expected);
    for (const [member, ids] of Object.entries(one.feeds))
      expect(
        oracle
          .feed(member)
          .filter(isTold)
          .map((row) => row.id),
      ).toEqual(ids);
    if (one.outcomes) expect(outcome).toEqual(one.outcomes);
  });
});

function play(one: ViewCase): { oracle: Oracle; outcome: PutOutcome | undefined } {
  const oracle = new Oracle(coreHanded);
  let outcome: PutOutcome | undefined;
  for (const act of one.acts) outcome = oracle.play(act) ?? outcome;
  oracle.now(one.now);
  return { oracle, outcome };
}

function expectView(view: readonly ViewEntry[], expected: readonly ExpectedEntry[]): void {
  const found = view.map((entry) => `${entry.id} by ${entry.contributor}`);
  expect(found.sort()).toEqual(expected.map((entry) => `${entry.id} by ${entry.by}`).sort());
  for (const { id, by, version, cut } of expected) {
    const instant = version === undefined ? undefined : coreHanded.parseTimestamp(version);
    const entry = view.find(
      (one) => one.id === id && one.contributor === by && (instant === undefined || one.version === instant),
    );
    expect(entry, `${id} of ${version ?? 'any version'}`).toBeDefined();
    expect(entry?.cuts, `what is cut from ${id}`).toEqual(cut ?? []);
  }
}

function expectForm(form: JsonObject | undefined, expected: JsonObject): void {
  expect(form).toBeDefined();
  for (const [name, value] of Object.entries(expected)) {
    if (value === null) expect(form).not.toHaveProperty(name);
    else expect(form?.[name]).toEqual(withStandIns(value));
  }
}

const withStandIns = (value: Json): Json => {
  const text = JSON.stringify(value);
  return text.includes('<stand-in>') ? expectStandIn(value) : value;
};

const expectStandIn = (value: Json): Json =>
  Array.isArray(value)
    ? (value.map(expectStandIn) as Json)
    : (expect.stringMatching(/^[a-z-]+--[0-9a-f]{8}-/) as unknown as Json);
