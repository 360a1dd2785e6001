/**
 * How the cell itself is, for those who run it. The host is a member like others: nothing here hangs on what
 * members put in, read or ask, so neither counts nor sizes, neither lags nor rates stand in it.
 */
import { readFileSync } from 'node:fs';
import { Failure } from '@entente/core/failure';
import type { HealthSettings } from '@entente/contract/health';
import { appliedMigrations } from '@entente/store/database/migrate';
import { migrations } from '@entente/store/migrations/index';
import { actsAs, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import type { Config } from '../config.ts';
import { isReady } from '../health.ts';
import { addressOf } from '../listen.ts';

export interface Health {
  ready: boolean;
  /** Microseconds, to the second. */
  now: number;
  startedAt: number;
  versions: { entente: string; node: string; postgresql: string };
  database: { kind: 'embedded' | 'external'; schema: string; upToDate: boolean };
  settings: HealthSettings;
}

export interface HealthActs {
  /** @throws Failure `forbidden` unless a secretary or an administrator of the host asks */
  read(caller: Caller): Promise<Health>;
}

const second = 1_000_000;
const toTheSecond = (micros: number): number => Math.floor(micros / second) * second;

/**
 * Made when the process starts.
 * @param isHost whether a member hosts the cell
 */
export function healthActs(
  { database, world }: Pick<Cell, 'database' | 'world'>,
  isHost: (member: string) => Promise<boolean>,
  config: Config,
): HealthActs {
  const startedAt = toTheSecond(world.now());
  const settings = settingsOf(config);
  return {
    async read(caller) {
      const isOfThose = actsAs(caller, 'secretary') || actsAs(caller, 'administrator');
      if (!isOfThose || !(await isHost(caller.member))) {
        throw new Failure('forbidden', 'A secretary or an administrator of the host of the cell does this.');
      }
      requireWhole(caller);
      const { rows } = await database.writer.query<{ version: string }>(
        `select split_part(current_setting('server_version'), ' ', 1) as version`,
      );
      const schema = (await appliedMigrations(database.writer)).at(-1)?.name ?? '';
      return {
        ready: await isReady(database),
        now: toTheSecond(world.now()),
        startedAt,
        versions: {
          entente: ententeVersion,
          node: process.versions.node,
          postgresql: rows[0]?.version ?? '',
        },
        database: { kind: database.kind, schema, upToDate: schema === migrations.at(-1)?.name },
        settings,
      };
    },
  };
}

const ententeVersion = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

/** What is in force, without what may be secret. */
const settingsOf = (config: Config): HealthSettings => ({
  name: config.name,
  publicUrl: config.publicUrl === undefined ? null : withoutLogin(config.publicUrl),
  listen: addressOf(config.listen),
  trustedProxies: [...config.trustedProxies],
  metricsListen: config.metricsListen === undefined ? null : addressOf(config.metricsListen),
  disputedBorders: config.disputedBorders,
  maxContentLength: config.maxContentLength,
  logLevel: config.logLevel,
  identityProviders: config.outbound.issuers.map((issuer) => withoutLogin(new URL(issuer))),
  outboundProxy: config.outbound.proxy !== undefined,
  extraAuthorities: config.outbound.extraAuthorities !== undefined,
});

/** An address may carry a login and a password before the host. */
const withoutLogin = ({ origin, pathname }: URL): string => `${origin}${pathname.replace(/\/+$/, '')}`;
