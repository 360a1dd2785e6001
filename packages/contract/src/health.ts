/** How the cell itself is: of the process and its settings, and of nothing that members do. */
import { z } from 'zod';
import { timestamp } from './identifier.ts';
import { operation } from './operation.ts';

const settings = z.object({
  name: z.string(),
  publicUrl: z.string().nullable().describe('Null: links are made as each request says.'),
  listen: z.string(),
  trustedProxies: z.array(z.string()),
  metricsListen: z.string().nullable().describe('Where metrics are read, on the machine; null: nowhere.'),
  disputedBorders: z.enum(['dashed', 'solid', 'hidden']),
  maxContentLength: z.number().int().describe('Largest body of a request, in bytes.'),
  logLevel: z.string(),
  identityProviders: z.array(z.string()).describe('Issuers that the cell may call.'),
  outboundProxy: z.boolean().describe('Whether one is set. Its address may hold a secret and is not told.'),
  extraAuthorities: z.boolean().describe('Whether other certificates are believed than those of Node.'),
});

export type HealthSettings = z.output<typeof settings>;

export const healthOperations = {
  health: operation({
    tag: 'cell',
    kind: 'no-member-data',
    scope: 'admin',
    method: 'GET',
    path: '/health',
    summary: 'Versions, start, database and settings of the cell (secretary or administrator of the host)',
    description:
      'Nothing here depends on what members do, as the host is a member like others: neither numbers nor sizes, ' +
      'neither lags nor rates. Those are read from the metrics port and the machine.',
    answer: z.object({
      ready: z.boolean().describe('As /readyz says.'),
      now: timestamp.describe('Clock of the process.'),
      startedAt: timestamp,
      versions: z.object({ entente: z.string(), node: z.string(), postgresql: z.string() }),
      database: z.object({
        kind: z.enum(['embedded', 'external']),
        schema: z.string().describe('The last migration that it has had.'),
        upToDate: z.boolean(),
      }),
      settings,
    }),
  }),
};
