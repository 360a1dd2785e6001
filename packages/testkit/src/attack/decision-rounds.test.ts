/** Whoever comes in between two versions is told of the second as of a first: to the byte, and by whatever way. */
import { expect, test } from 'vitest';
import { parseTimestamp } from '@entente/core/stix/timestamp';
import { madeId } from '@entente/store/message/made-id';
import { borea, corda, json } from '../api/scene.ts';
import { communique, second, startDecisionScene, type DecisionScene } from '../decision/scene.ts';

/**
 * The secretary drafts a text, a member comes in, and the text is put to all, extended, adopted and issued.
 * @param isBroken whether it was put to the others before, who broke it
 * @returns all that the newcomer is told, asked again after each step
 */
async function toldTo(scene: DecisionScene, isBroken: boolean): Promise<string[]> {
  const begun = scene.world.at;
  /** What is drawn and dated is the same in both, whatever one of them had before. */
  const moveTo = async (seconds: number): Promise<void> => {
    scene.world.at = begun + seconds * second;
    await scene.rest();
    scene.world.reseed(`after ${seconds}`);
  };
  await moveTo(1);
  const id = await scene.draft();
  await moveTo(2);
  if (isBroken) {
    await scene.secretaryAct(id, 'table', { expiry: scene.ahead(600) });
    await scene.act(borea, id, 'statements', { kind: 'reservation', text: 'Not so.' });
    expect((await scene.act(corda, id, 'break', { reason: 'Not so.' })).statusCode).toBe(204);
  }
  await moveTo(3);
  const payload = { name: 'Dorea' };
  const admitted = await scene.asSecretary({ method: 'POST', url: '/api/v1/members', payload });
  const newcomer = json<{ id: string }>(admitted.body).id;
  const told: string[] = [];
  const ask = async (...paths: string[]): Promise<void> => {
    for (const path of ['inbox', 'decisions', `decisions/${id}`, `decisions/${id}/receipts`, ...paths]) {
      const { statusCode, headers, body } = await scene.get(newcomer, `/api/v1/${path}`);
      told.push(JSON.stringify([path, statusCode, headers['etag'], body]));
    }
  };
  await moveTo(4);
  const { title, text, effect } = communique;
  const [act, put] = isBroken ? ['revise', { title, text, effect }] : ['table', {}];
  expect((await scene.secretaryAct(id, act, { ...put, expiry: scene.ahead(100) })).statusCode).toBe(204);
  await moveTo(5);
  await ask();
  await scene.secretaryAct(id, 'extend', { expiry: scene.ahead(200) });
  await ask();
  await moveTo(300);
  await ask('decisions/figures');
  expect((await scene.secretaryAct(id, 'issue')).statusCode).toBe(204);
  await moveTo(301);
  await ask('export?versions=all', 'ledger/receipts');
  return told;
}

test('a text that others broke before is to newcomers as one that was never put to anybody', async () => {
  const scenes = [await startDecisionScene(), await startDecisionScene()] as const;
  try {
    const [never, before] = [await toldTo(scenes[0], false), await toldTo(scenes[1], true)];
    expect(before).toEqual(never);
    const kinds = ['issued', 'adopted', 'reminder', 'extended', 'tabled'].map((kind) => `decision-${kind}`);
    expect([...(never.at(-6) ?? '').matchAll(/decision-\w+/g)].map(([kind]) => kind)).toEqual(kinds);
  } finally {
    await Promise.all(scenes.map((scene) => scene.close()));
  }
});

test('what the id of a message was made of cannot be found by trying', async () => {
  const scene = await startDecisionScene();
  try {
    const id = await scene.table();
    const { items } = json<{ items: { id: string }[] }>((await scene.get(borea, '/api/v1/inbox')).body);
    const { at } = (await scene.decision(borea, id)).steps[0] ?? { at: '' };
    const steps = [`${Number(parseTimestamp(at))}`, `1 ${Number(parseTimestamp(at))}`, ''];
    const tried = steps.map((step) => madeId([borea, 'decision-tabled', id, step]));
    expect(items).toHaveLength(1);
    expect(tried).not.toContain(items[0]?.id);
  } finally {
    await scene.close();
  }
});
