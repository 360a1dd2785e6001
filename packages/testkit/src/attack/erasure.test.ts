/** Erasing a person's data, and the ledger that a member checks: destroyed content must not look like a rewritten past. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit, nothingKept } from '@entente/core/ledger/audit';
import { receiptHeader } from '@entente/contract/ledger';
import { alba, borea, json, postOverTaxii, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';
import { evidenceIn, receiptsIn } from '../ledger.ts';

const minute = 60_000_000;
const person = 'identity--22222221-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.close());

test('a record is erased for its data subject: the check of the ledger finds nothing wrong, and one act erased', async () => {
  const object = stix(person, {
    name: 'Ilyas al-Marwani',
    identity_class: 'individual',
    extensions: releasedTo(borea),
  });
  scene.world.at += 1_000_000;
  const put = await scene.post(alba, '/api/v1/contributions', { objects: [object] });
  scene.world.at += 1_000_000;
  const narrowed = await scene.post(alba, '/api/v1/contributions/relabel', {
    selection: [{ object: person }],
    label: { any: [[`member:${borea}`]] },
  });
  expect(narrowed.statusCode).toBe(200);
  const receipts = [put, narrowed].flatMap(({ headers }) => receiptsIn(headers[receiptHeader]));
  expect(receipts).toHaveLength(2);
  scene.world.at += 2 * minute;
  await scene.cell.settle();
  const evidence = evidenceIn(scene, alba);
  const held = receipts.map((note) => ({ note, place: null }));
  const before = await audit(evidence, { ...nothingKept, receipts: held }, {});
  expect(before.findings).toEqual([]);

  const asked = { kind: 'erase', via: 'subject', subject: 'The person', objects: [person] };
  const entered = await scene.post(alba, '/api/v1/subject-requests', asked);
  const { id } = json<{ id: string }>(entered.body);
  scene.world.at += 1_000_000;
  const erased = await scene.post(alba, `/api/v1/subject-requests/${id}/erase`, {});
  expect(json(erased.body)).toEqual({ contributions: 1 });
  scene.world.at += 2 * minute;
  await scene.cell.settle();
  const after = await audit(evidence, before.kept, {});
  expect(after.findings).toEqual([]);
  expect(after.log?.erased).toBeGreaterThan(0);
});

test('what is said of submissions over TAXII goes with what was erased: it quotes what was not valid', async () => {
  const [kept, gone] = ['identity--22222223-0000-4000-8000-000000000000', person];
  const submit = async (member: string, id: string): Promise<string> => {
    scene.world.at += 1_000_000;
    const object = stix(id, { name: 'Ilyas', identity_class: 'individual', lang: 'Ilyas al-Marwani' });
    const { body } = await postOverTaxii(scene, member, [object]);
    expect(body).toContain("not 'Ilyas al-Marwani'");
    return json<{ id: string }>(body).id;
  };
  const statuses = [
    [alba, await submit(alba, kept)],
    [borea, await submit(borea, gone)],
    [alba, await submit(alba, gone)],
  ] as const;
  const asked = { kind: 'erase', via: 'subject', subject: 'The person', objects: [gone] };
  const { id } = json<{ id: string }>((await scene.post(alba, '/api/v1/subject-requests', asked)).body);
  expect((await scene.post(alba, `/api/v1/subject-requests/${id}/erase`, {})).statusCode).toBe(200);
  const found: number[] = [];
  for (const [member, status] of statuses)
    found.push((await scene.get(member, `/taxii2/cell/status/${status}/`)).statusCode);
  expect(found).toEqual([200, 200, 404]);
});
