/**
 * How the cell calls an identity provider: through the proxy and with
 * the certificate authorities that the host has set, and to the issuers that the host has listed.
 */
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { Agent, fetch as reach, ProxyAgent, type Dispatcher, type RequestInit } from 'undici';
import type { Configuration, CustomFetch } from 'openid-client';
import { Failure } from '@entente/core/failure';

export interface Outbound {
  /** Issuers that may be called, as the host has written them. */
  readonly issuers: readonly string[];
  fetch: CustomFetch;
  /** What providers said of themselves lately, so that nobody at the door has them asked again and again. */
  readonly known: Map<string, { until: number; configuration: Promise<Configuration> }>;
}

export interface OutboundSettings {
  issuers: readonly string[];
  proxy: URL | undefined;
  /** PEM of authorities that are believed besides those of the system. */
  extraAuthorities: string | undefined;
}

/** Milliseconds that a provider has for each answer. */
const patience = 10_000;

export function openOutbound({ issuers, proxy, extraAuthorities }: OutboundSettings): Outbound {
  const tls = extraAuthorities === undefined ? {} : { ca: [...rootCertificates, extraAuthorities] };
  const times = { headersTimeout: patience, bodyTimeout: patience };
  const made = (): Dispatcher =>
    proxy === undefined
      ? new Agent({ connect: { ...tls, timeout: patience }, ...times })
      : new ProxyAgent({ uri: proxy.href, requestTls: tls, proxyTls: tls, ...times });
  let dispatcher: Dispatcher | undefined;
  return {
    issuers,
    known: new Map(),
    // The fetch of undici is that of Node; only the types of what is sent come from different packages.
    fetch: async (input, init) => {
      dispatcher ??= made();
      return reach(input, { ...(init as RequestInit), dispatcher });
    },
  };
}

/** @throws Failure `invalid` where the file cannot be read or holds no certificate */
export function readAuthorities(path: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch (error) {
    throw new Failure('invalid', `ENTENTE_EXTRA_CA names ${path}, which cannot be read.`, error);
  }
  throw new Failure('invalid', `ENTENTE_EXTRA_CA names ${path}, which holds no certificate in PEM.`);
}
