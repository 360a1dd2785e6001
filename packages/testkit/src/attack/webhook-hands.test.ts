/** One member's systems answer slowly, and much waits for them: nobody else's post waits behind it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from '@entente/store/message/writer';
import { alba, borea, startScene, type Scene } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';

let scene: Scene;
/** What is being answered slowly. */
const held: (() => void)[] = [];
let isSlow = true;
beforeAll(async () => {
  scene = await startScene({ hands: 8 });
  for (const [member, url] of [
    [alba, 'https://slow.alba.example/'],
    [borea, 'https://siem.borea.example/'],
  ] as const)
    expect((await scene.post(member, '/api/v1/webhooks', { url })).statusCode).toBe(201);
  const { sent } = scene;
  const call = sent.call.bind(sent);
  sent.call = async (one) => {
    if (isSlow && one.url.includes('slow')) await new Promise<void>((resolve) => held.push(resolve));
    return call(one);
  };
});
afterAll(() => scene.close());

async function tell(member: string, count: number): Promise<void> {
  scene.world.at += 1_000_000;
  const message = { member, roles: [], kind: 'label-waits', params: {}, waits: true } as const;
  const about = Array.from({ length: count }, (_, place) => `${member} ${place}`);
  await scene.cell.act(callerOf('hub'), 'tell', {}, (change) =>
    notify(
      change,
      about.map((one) => ({ ...message, about: one })),
    ),
  );
  scene.world.at += 1_000_000;
  await scene.cell.settle();
}
const reached = (host: string): number => scene.sent.calls.filter(({ url }) => url.includes(host)).length;

test('the next hand that is free is for another member, and what waits leaves in the end', async () => {
  await tell(alba, 40);
  await expect.poll(() => held.length).toBe(8);
  await tell(borea, 3);
  held.shift()?.();
  await expect.poll(() => reached('borea')).toBe(3);
  expect(reached('alba')).toBe(1);
  isSlow = false;
  for (const answer of held) answer();
  await scene.rest();
  expect(reached('alba')).toBe(40);
});
