import { afterAll, beforeAll, expect, test } from 'vitest';
import { personExtensionId } from '@entente/core/extension/identifiers';
import { day } from '@entente/core/review/rules';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { alba, borea, corda, json, releasedTo, startScene, stix, type Scene } from './scene.ts';

const person = (place: number): string => `identity--2222222${place}-0000-4000-8000-000000000000`;
const later = (micros: number): string => formatTimestamp(scene.world.at + micros);

interface Due {
  object: string;
  review: string;
  until: string | null;
  overdue: boolean;
  withheld: boolean;
}

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  await call('PUT', '/review-rules/contact/*', { months: 12, graceDays: 30 });
});
afterAll(() => scene.close());

async function call(
  method: 'PUT' | 'POST' | 'GET' | 'DELETE',
  path: string,
  payload?: object,
  member = alba,
) {
  scene.world.at += 1_000_000;
  const url = `/api/v1${path}`;
  return scene.call(member, payload === undefined ? { method, url } : { method, url, payload });
}
const due = async (within: number, member = alba): Promise<Due[]> =>
  json<{ items: Due[] }>((await call('GET', `/reviews?within=${within}`, undefined, member)).body).items;

const personOf = (place: number, categories: string[], label: object = {}): object => {
  const content = { extension_type: 'property-extension', subject_categories: categories };
  const extensions = { ...releasedTo(borea), [personExtensionId]: content, ...label };
  return stix(person(place), { name: `Person ${place}`, identity_class: 'individual', extensions });
};
const contribute = async (...objects: object[]): Promise<string[]> => {
  const { body } = await call('POST', '/contributions', { objects });
  return json<{ answers: { outcome: string }[] }>(body).answers.map(({ outcome }) => outcome);
};
const sees = async (member: string, id: string): Promise<boolean> =>
  (await call('GET', `/objects/${id}`, undefined, member)).statusCode === 200;

test('a person under a rule gets a date of review, and an end behind it', async () => {
  expect(await contribute(personOf(1, ['contact']), personOf(2, ['victim']))).toEqual(['added', 'added']);
  expect(await due(400)).toEqual([
    {
      object: person(1),
      review: '2018-05-25T00:00:00.000000Z',
      until: '2018-06-24T00:00:00.000000Z',
      overdue: false,
      withheld: false,
    },
  ]);
  expect(await due(300)).toEqual([]);
});

test('what is put in again on another day is unchanged', async () => {
  scene.world.at += 40 * day;
  expect(await contribute(personOf(1, ['contact']))).toEqual(['unchanged']);
  expect((await due(400)).map(({ review }) => review)).toEqual(['2018-05-25T00:00:00.000000Z']);
});

test('what nobody looks at is withheld from others by itself, and its contributor keeps it', async () => {
  for (const time of ['2018-05-12T00:00:00Z', '2018-06-01T00:00:00Z']) {
    scene.world.at = Date.parse(time) * 1000;
    expect(await sees(borea, person(1))).toBe(true);
  }
  scene.world.at = Date.parse('2018-06-25T00:00:00Z') * 1000;
  expect(await sees(borea, person(1))).toBe(false);
  expect(await sees(alba, person(1))).toBe(true);
  expect(await due(0)).toMatchObject([{ object: person(1), overdue: true, withheld: true }]);
});

test('people are reminded before and when a day has come, once each, of no more than the day', async () => {
  const params = '{"day":"2018-05-25"}';
  // As of when it was due, though the hub came to look days later, for another member's call.
  expect(await reminders()).toEqual([
    { member: alba, kind: 'review-due', params, at: '2018-05-11T00:00:00.000000Z' },
    { member: alba, kind: 'review-overdue', params, at: '2018-05-25T00:00:00.000000Z' },
  ]);
});

test('what comes in when its review is near is reminded of as of when it came', async () => {
  const note = 'note--22222222-0000-4000-8000-000000000000';
  scene.world.at = Date.parse('2018-06-26T10:15:00Z') * 1000;
  await call('POST', '/contributions', { objects: [stix(note, { content: 'Seen', object_refs: [note] })] });
  const label = { any: [[`member:${alba}`]], review: '2018-07-01T00:00:00Z' };
  await call('POST', '/contributions/relabel', { selection: [{ object: note }], label });
  const came = later(0);
  scene.world.at = Date.parse('2018-06-27T12:00:00Z') * 1000;
  await scene.cell.settle();
  expect((await reminders()).at(-1)).toEqual({
    member: alba,
    kind: 'review-due',
    params: '{"day":"2018-07-01"}',
    at: came,
  });
  await call('POST', '/contributions/recall', { selection: [{ object: note }] });
});

async function reminders(): Promise<object[]> {
  const { rows } = await scene.cell.database.writer.query<{ at: number }>(
    `select member, kind, params, at from message where kind like 'review%' order by at, kind`,
  );
  return rows.map((row) => ({ ...row, at: formatTimestamp(row.at) }));
}

test('confirming sets another date with a reason, and gives it back to others', async () => {
  const review = later(365 * day);
  const answer = await call('POST', '/reviews/confirm', {
    objects: [person(1), person(2)],
    review,
    reason: 'still in contact with the group',
  });
  expect(answer.json()).toEqual({ confirmed: 1 });
  expect(await due(0)).toEqual([]);
  expect(await sees(borea, person(1))).toBe(true);
  const { items } = (await call('GET', `/objects/${person(1)}/confirmations`)).json<{ items: object[] }>();
  expect(items).toMatchObject([{ reason: 'still in contact with the group', review }]);
});

test('no date in the past, and none beyond ten years', async () => {
  for (const review of [later(-day), later(4000 * day)]) {
    const order = { objects: [person(1)], review, reason: 'because' };
    expect((await call('POST', '/reviews/confirm', order)).statusCode).toBe(400);
  }
});

test("nobody lists or confirms another's reviews, and rules are the member's own", async () => {
  expect(await due(3660, borea)).toEqual([]);
  const order = { objects: [person(1)], review: later(day), reason: 'because' };
  expect((await call('POST', '/reviews/confirm', order, borea)).json()).toEqual({ confirmed: 0 });
  expect((await due(3660)).length).toBe(1);
  expect((await call('GET', '/review-rules', undefined, corda)).json()).toEqual({ items: [] });
  expect((await call('DELETE', '/review-rules/contact/*', undefined, corda)).statusCode).toBe(404);
  expect((await call('DELETE', '/review-rules/contact/*')).statusCode).toBe(204);
});
