/** How the cell itself is: told to those who run it, and no member's data. */
import { bytesOnly, type Generator } from '../generator.ts';

export const healthRoutes: Generator[] = [
  bytesOnly('GET /api/v1/health', (draw) => draw.api('GET', '/health')),
];
