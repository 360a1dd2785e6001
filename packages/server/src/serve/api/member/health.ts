/** How the cell itself is, for those who run it. */
import type { FastifyInstance } from 'fastify';
import { healthOperations as operations } from '@entente/contract/health';
import type { Ports } from '../../ports.ts';
import { route } from '../route.ts';
import { timeText } from '../time.ts';

export function healthRoutes(api: FastifyInstance, { health }: Ports): void {
  route(api, operations.health, async ({ caller }) => {
    const { now, startedAt, ...rest } = await health.read(caller);
    return { ...rest, now: timeText(now), startedAt: timeText(startedAt) };
  });
}
