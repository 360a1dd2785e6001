/** An offer for release to the public is of what was there when it was made, and of nothing that came after. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, json, releasedTo, stix } from '../api/scene.ts';
import { startDecisionScene, type DecisionScene } from '../decision/scene.ts';

const titled = { title: { en: 'A text', fr: 'Un texte' }, text: { en: 'It says.', fr: 'Il dit.' } };
const tool = (number: number): string => `tool--00000000-0000-4000-8000-00000000000${number}`;

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

async function put(member: string, number: number, more: object = {}): Promise<void> {
  scene.world.at += 1_000_000;
  const object = stix(tool(number), { name: 'Lantern', extensions: releasedTo(member), ...more });
  const answer = await scene.post(member, '/api/v1/contributions', { objects: [object] });
  expect(answer.statusCode).toBe(200);
}
const offer = async (number: number): Promise<void> => {
  scene.world.at += 1_000_000;
  const url = `/api/v1/public-offers/${tool(number)}`;
  expect((await scene.call(borea, { method: 'PUT', url })).statusCode).toBe(204);
};
const release = (contributor: string, number: number): Promise<string> =>
  scene.table({ ...titled, effect: { kind: 'release', products: [{ contributor, object: tool(number) }] } });
const isPublic = async (number: number): Promise<boolean> =>
  (await scene.get(corda, `/api/v1/objects/${tool(number)}`)).statusCode === 200;

test('a version that its contributor puts in after the offer is not released, nor anything with it', async () => {
  await put(borea, 1);
  await offer(1);
  const id = await release(borea, 1);
  await put(borea, 1, { name: 'Lantern, and where it is kept', modified: '2017-05-02T00:00:00.000Z' });
  await scene.pass(60);
  expect((await scene.decision(alba, id)).outcome).toBe('impossible');
  expect(await isPublic(1)).toBe(false);
  await offer(1);
  await release(borea, 1);
  await scene.pass(60);
  expect(await isPublic(1)).toBe(true);
});

test('the host’s own: what it puts in after the text was tabled is not released by it', async () => {
  await put(alba, 2);
  const id = await release(alba, 2);
  await put(alba, 2, { name: 'Lantern, and where it is kept', modified: '2017-05-02T00:00:00.000Z' });
  await scene.pass(60);
  expect((await scene.decision(borea, id)).outcome).toBe('impossible');
  expect(await isPublic(2)).toBe(false);
});

test('what stands in the way is said alike, whatever it is: others are told nothing of its label', async () => {
  await put(borea, 3);
  await offer(3);
  const gone = await release(borea, 3);
  await scene.post(borea, '/api/v1/contributions/recall', { selection: [{ object: tool(3) }] });
  await put(borea, 4);
  await offer(4);
  const owned = await release(borea, 4);
  const label = { any: [[`member:${borea}`]], owners: [borea, alba] };
  const owning = { selection: [{ object: tool(4) }], label };
  expect((await scene.post(borea, '/api/v1/contributions/relabel', owning)).statusCode).toBe(200);
  await scene.pass(60);
  const [one, other] = [await scene.decision(corda, gone), await scene.decision(corda, owned)];
  expect([one.outcome, other.outcome]).toEqual(['impossible', 'impossible']);
  expect(one.reason?.replace(tool(3), '')).toBe(other.reason?.replace(tool(4), ''));
});

test('what a data subject asked to restrict is neither offered nor released, and others are told nothing of the request', async () => {
  const restrict = async (member: string, number: number): Promise<void> => {
    const asked = { kind: 'restrict', via: 'subject', subject: 'One', objects: [tool(number)] };
    const { id } = json<{ id: string }>((await scene.post(member, '/api/v1/subject-requests', asked)).body);
    const answer = await scene.post(member, `/api/v1/subject-requests/${id}/restrict`, {});
    expect(answer.body).toBe('{"contributions":1}');
  };
  await put(borea, 5);
  await restrict(borea, 5);
  const url = `/api/v1/public-offers/${tool(5)}`;
  expect((await scene.call(borea, { method: 'PUT', url })).statusCode).toBe(409);
  // The host's own, restricted before the text is tabled, and after.
  const products = [{ contributor: alba, object: tool(6) }];
  const text = { ...titled, effect: { kind: 'release', products } };
  await put(alba, 6);
  const tabled = await scene.table(text);
  await restrict(alba, 6);
  const again = await scene.secretaryAct(await scene.draft(text), 'table', { expiry: scene.ahead(60) });
  expect([again.statusCode, again.body]).toEqual([409, expect.not.stringContaining('subject')]);
  await scene.pass(60);
  expect((await scene.decision(corda, tabled)).outcome).toBe('impossible');
  expect(await isPublic(6)).toBe(false);
});
