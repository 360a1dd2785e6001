/** One member's systems answer slowly, and much waits for them: nobody else's post waits behind it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from '@entente/store/message/writer';
import { alba, borea, startScene, type Scene } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';

let scene: Scene;
let free: () => void = () => undefined;
beforeAll(async () => {
  scene = await startScene();
  for (const [member, url] of [
    [alba, 'https://slow.alba.example/'],
    [borea, 'https://siem.borea.example/'],
  ] as const)
    expect((await scene.post(member, '/api/v1/webhooks', { url })).statusCode).toBe(201);
  const answered = new Promise<void>((resolve) => (free = resolve));
  const { sent } = scene;
  const call = sent.call.bind(sent);
  sent.call = async (one) => {
    if (one.url.includes('slow')) await answered;
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

test('calls of another member leave at once, and those that wait leave in the end', async () => {
  await tell(alba, 20);
  await tell(borea, 1);
  await expect.poll(() => reached('borea')).toBe(1);
  expect(reached('alba')).toBe(0);
  free();
  await scene.rest();
  expect(reached('alba')).toBe(20);
});
