import type { Asked } from './asked.ts';
import type { Draw } from './draw.ts';
import type { Probe } from './probe.ts';

/** Makes requests to one route. */
export interface Generator {
  /** `METHOD /path`, as fastify prints it. */
  route: string;
  make(draw: Draw): Asked;
  /**
   * What a reader permitted everything would be answered. Left out for the closed list of routes that read
   * no member's data, or what every member knows: they owe equality of bytes only.
   */
  probe?: (asked: Asked) => Probe;
}

export const generator = (route: string, make: Generator['make'], probe?: Generator['probe']): Generator => ({
  route,
  make,
  ...(probe && { probe }),
});

export const bytesOnly = (route: string, make: Generator['make']): Generator => ({ route, make });
