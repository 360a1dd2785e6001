/** That somebody brings a large file in shows in nobody's feed. */
import { afterEach, expect, test, vi } from 'vitest';
import { alba, borea, startScene, stix, type Scene } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';

let scene: Scene;
afterEach(async () => {
  vi.useRealTimers();
  await scene.close();
});

const tool = stix('tool--11111111-0000-4000-8000-000000000000', { name: 'Spade' });

test('what another releases comes while the file still does, and waits for nothing of it', async () => {
  scene = await startScene();
  await scene.cell.settle();
  // A wait of the feeds would never end.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  let end = (): void => undefined;
  const file = scene.cell.arrivals.during(() => new Promise<void>((resolve) => (end = resolve)));
  const label = { any: [[`member:${borea}`]] };
  await scene.ports.contributions.put(callerOf(alba), {
    incoming: [{ value: tool, text: JSON.stringify(tool) }],
    chosen: label,
    source: 'here',
  });
  const entered = async (): Promise<number> =>
    scene.cell.view(borea, async (view) => (await view.events(0, 10)).length);
  for (;;) {
    const moved = new Promise<void>((resolve) => scene.cell.onFeed(resolve));
    if ((await entered()) > 0) break;
    await moved;
  }
  expect(await entered()).toBe(1);
  end();
  await file;
});
