import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import { makePresenter } from '@entente/server/serve/present/present';
import { startTestCell, summit, testKeys, type TestCell } from './cell.ts';
import { playAct } from './world/play.ts';
import type { Act } from './world/acts.ts';

const [a, b, c] = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const time = '2017-05-01T00:00:00.000Z';
const identity = (id: string): string => `identity--${id}`;
const malware = 'malware--11111111-0000-4000-8000-000000000000';
const tool = 'tool--22222222-0000-4000-8000-000000000000';
const link = 'relationship--33333333-0000-4000-8000-000000000000';

let test1: TestCell;
let at = summit;
const step = (): number => (at += 1_000_000);

beforeAll(async () => {
  test1 = await startTestCell();
});
afterAll(() => test1.close());

const play = async (act: Act) => {
  test1.world.at = act.at;
  return playAct(test1.cell, act);
};

const released = (...members: string[]): JsonObject => ({
  [labelExtensionId]: { extension_type: 'property-extension', any: [members.map((id) => `member:${id}`)] },
});

const common = { spec_version: '2.1', created: time, modified: time };

async function viewOf(reader: string): Promise<JsonObject[]> {
  const presenter = makePresenter(testKeys.standIn, () => {
    throw new Error('the walls disagree');
  });
  return test1.cell.view(reader, async (view) => {
    const page = await view.feedPage({ limit: 100, own: false });
    const objects: JsonObject[] = [];
    for await (const items of page.slices()) {
      objects.push(
        ...items.map((item) => JSON.parse(presenter.text(item, view.reader) ?? 'null') as JsonObject),
      );
    }
    return objects;
  });
}

test('what one member releases to another enters its view, and a relationship waits for both its ends', async () => {
  for (const id of [a, b, c])
    await play({ kind: 'member', at: step(), id, name: id, identity: identity(id) });
  const objects: JsonObject[] = [
    {
      ...common,
      type: 'malware',
      id: malware,
      name: 'Nightjar',
      is_family: false,
      extensions: released(b, c),
    },
    { ...common, type: 'tool', id: tool, name: 'Crowbar', extensions: released(c) },
    {
      ...common,
      type: 'relationship',
      id: link,
      relationship_type: 'uses',
      source_ref: malware,
      target_ref: tool,
      extensions: released(b, c),
    },
  ];
  const answers = await play({ kind: 'put', at: step(), member: a, collection: 'own', objects });
  expect(answers.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added']);
  expect((await viewOf(a)).map(({ id }) => id)).toEqual([malware, tool, link]);
  expect((await viewOf(b)).map(({ id }) => id)).toEqual([malware]);
  expect((await viewOf(c)).map(({ id }) => id)).toEqual([malware, tool, link]);
});

test('the same again changes nothing', async () => {
  const objects = [{ ...common, type: 'tool', id: tool, name: 'Crowbar', extensions: released(c) }];
  const answers = await play({ kind: 'put', at: step(), member: a, collection: 'own', objects });
  expect(answers.map(({ outcome }) => outcome)).toEqual(['unchanged']);
});

test('a relabelling opens the relationship whose end was closed, and tells whoever loses it', async () => {
  const selection = [{ object: tool }];
  await play({
    kind: 'relabel',
    at: step(),
    member: a,
    selection,
    label: { any: [[`member:${b}`]] },
  });
  expect((await viewOf(b)).map(({ id }) => id)).toEqual([malware, link, tool]);
  const [first, ...notices] = await viewOf(c);
  expect(first?.['id']).toBe(malware);
  expect(notices.map((notice) => notice['object_refs'])).toEqual([[link], [tool]]);
  expect(notices.map(({ type, abstract }) => [type, abstract])).toEqual([
    ['note', 'Recalled'],
    ['note', 'Recalled'],
  ]);
});

test('a recall takes the object and what hangs on it out of every view', async () => {
  await play({ kind: 'recall', at: step(), member: a, object: tool });
  const seen = await viewOf(b);
  expect(seen.filter(({ type }) => type !== 'note').map(({ id }) => id)).toEqual([malware]);
  expect(seen.filter(({ type }) => type === 'note').map((notice) => notice['object_refs'])).toEqual([
    [link],
    [tool],
  ]);
});
