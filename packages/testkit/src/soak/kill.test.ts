import { expect, test } from 'vitest';
import { killAgainAndAgain } from './kills.ts';

test('an import that is killed three times loses nothing it acknowledged, leaves nothing half, and goes on', async () => {
  const report = await killAgainAndAgain({
    kills: 3,
    bytes: 3e6,
    within: 1500,
    seed: 7,
    tell: () => undefined,
  });
  expect(report.faults).toEqual([]);
  expect(report.contributions).toBeGreaterThan(0);
}, 120_000);
