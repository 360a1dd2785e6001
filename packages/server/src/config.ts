/** The environment, read once, before anything starts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '@entente/core/failure';
import { readAuthorities, type OutboundSettings } from './account/provider/outbound.ts';
import { isLoopback } from './loopback.ts';
import type { CallSettings } from './message/call.ts';
import type { MailSettings } from './message/post.ts';

/** Where the server listens: a TCP address, or a Unix socket. */
export type Listen = { host: string; port: number } | { path: string };

/** How the map of the web interface draws borders on which states do not agree. */
export type DisputedBorders = 'dashed' | 'solid' | 'hidden';

export interface Config {
  /** The cell's own files: keys, lock, and the embedded database. */
  readonly dataFolder: string;
  /** PostgreSQL of one's own; the embedded one where it is absent. */
  readonly databaseUrl: string | undefined;
  readonly listen: Listen;
  readonly metricsListen: Listen | undefined;
  /** How the cell is reached from outside; its path is the sub-path under which all but discovery lies. */
  readonly publicUrl: URL | undefined;
  /** Addresses of proxies whose X-Forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly name: string;
  readonly disputedBorders: DisputedBorders;
  /** Largest body of a request, in bytes. */
  readonly maxContentLength: number;
  readonly logLevel: string;
  /** Seconds between two leaves of the ledger's top log. */
  readonly ledgerCadence: number;
  /** Which identity providers the cell may call, and by what way. */
  readonly outbound: OutboundSettings;
  /** By what way messages leave. */
  readonly post: { readonly mail: MailSettings; readonly calls: CallSettings };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration; throws Failure('invalid') naming the variable and the remedy. */
export function readConfig(environment: Environment): Config {
  const value = (name: string): string | undefined => readVariable(environment, name);
  const proxy = optional(value('ENTENTE_OUTBOUND_PROXY'), readProxy);
  return Object.freeze({
    dataFolder: resolve(value('ENTENTE_DATA_FOLDER') ?? '.entente'),
    databaseUrl: value('DATABASE_URL'),
    listen: readListen('ENTENTE_LISTEN', value('ENTENTE_LISTEN') ?? '127.0.0.1:8017'),
    metricsListen: optional(value('ENTENTE_METRICS_LISTEN'), (text) =>
      readListen('ENTENTE_METRICS_LISTEN', text),
    ),
    publicUrl: optional(value('ENTENTE_PUBLIC_URL'), readPublicUrl),
    trustedProxies: (value('ENTENTE_TRUSTED_PROXIES') ?? '').split(',').filter((text) => text !== ''),
    name: value('ENTENTE_NAME') ?? 'Entente',
    disputedBorders: readBorders(value('ENTENTE_DISPUTED_BORDERS') ?? 'dashed'),
    maxContentLength: readNumber(
      'ENTENTE_MAX_CONTENT_LENGTH',
      value('ENTENTE_MAX_CONTENT_LENGTH'),
      104_857_600,
    ),
    logLevel: value('ENTENTE_LOG_LEVEL') ?? 'info',
    ledgerCadence: readCadence(value('ENTENTE_LEDGER_CADENCE') ?? '60'),
    outbound: {
      issuers: readIssuers(value('ENTENTE_IDENTITY_PROVIDERS')),
      proxy,
      extraAuthorities: optional(value('ENTENTE_EXTRA_CA'), readAuthorities),
    },
    post: {
      mail: readMailSettings(value('ENTENTE_SMTP_URL'), value('ENTENTE_MAIL_FROM')),
      calls: { allowed: readList(value('ENTENTE_WEBHOOK_ALLOW')), proxy },
    },
  });
}

const optional = <Value>(text: string | undefined, read: (text: string) => Value): Value | undefined =>
  text === undefined ? undefined : read(text);

/** A variable, or the content of the file that `<NAME>_FILE` names, so that secrets stay out of the environment. */
function readVariable(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return environment[name] === '' ? undefined : environment[name];
  if (environment[name]) throw new Failure('invalid', `Set ${name} or ${name}_FILE, not both.`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Failure('invalid', `${name}_FILE names ${file}, which cannot be read.`, error);
  }
}

function readListen(name: string, text: string): Listen {
  if (text.startsWith('/')) return { path: text };
  const [, host, port] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535) {
    throw new Failure('invalid', `${name} must be host:port, a port, or the path of a socket, not ${text}.`);
  }
  return { host: host?.replace(/^\[|\]$/g, '') ?? '127.0.0.1', port: Number(port) };
}

function readPublicUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Failure(
      'invalid',
      `ENTENTE_PUBLIC_URL must be an http or https address without query, not ${text}.`,
    );
  }
  return url;
}

/** Over TLS, but for a provider on the same machine. */
function readIssuers(text: string | undefined): string[] {
  return readList(text).map((one) => {
    const url = URL.canParse(one) ? new URL(one) : undefined;
    const isNear = url?.protocol === 'http:' && isLoopback(url.hostname);
    if (url?.protocol === 'https:' || isNear) return one;
    throw new Failure(
      'invalid',
      `ENTENTE_IDENTITY_PROVIDERS must list https addresses separated by commas, not ${one}.`,
    );
  });
}

const readList = (text = ''): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** An address, or a name and an address in angle brackets. */
const sender = /^(?:[^<>\r\n]*<)?[^\s<>@,;]+@[^\s<>@,;]+>?$/;

function readMailSettings(server: string | undefined, from: string | undefined): MailSettings {
  if (server === undefined) return { server: undefined, from: '' };
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url === undefined || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new Failure('invalid', 'ENTENTE_SMTP_URL must be an smtp or smtps address.'); // it may hold a password
  }
  if (from === undefined || !sender.test(from)) {
    throw new Failure(
      'invalid',
      'ENTENTE_MAIL_FROM must be the address that e-mail is from, as Entente <entente@cell.example>.',
    );
  }
  return { server: url, from };
}

function readProxy(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new Failure('invalid', `ENTENTE_OUTBOUND_PROXY must be an http or https address, not ${text}.`);
}

function readNumber(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1024) {
    throw new Failure('invalid', `${name} must be a number of bytes from 1024, not ${text}.`);
  }
  return number;
}

function readCadence(text: string): number {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600) {
    throw new Failure('invalid', `ENTENTE_LEDGER_CADENCE must be 1 to 3600 seconds, not ${text}.`);
  }
  return seconds;
}

function readBorders(text: string): DisputedBorders {
  if (text === 'dashed' || text === 'solid' || text === 'hidden') return text;
  throw new Failure('invalid', `ENTENTE_DISPUTED_BORDERS must be dashed, solid or hidden, not ${text}.`);
}
