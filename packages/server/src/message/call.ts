/** Calls to addresses that members have set: signed, never to where only the hub itself gets, and never further. */
import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { Agent, ProxyAgent, request, type Dispatcher } from 'undici';
import { isLoopback } from '../loopback.ts';
import { isPublic } from './public-address.ts';

export interface Call {
  /** Of the delivery, the same where it is sent again. */
  id: string;
  url: string;
  /** `whsec_` and 32 bytes in base64. */
  secret: string;
  /** JSON. */
  body: string;
  /** Microseconds. */
  at: number;
}

export interface CallSettings {
  /** Hosts, or `host:port`, that may be called wherever they lead. */
  allowed: readonly string[];
  proxy: URL | undefined;
}

/** Milliseconds for all of a call. */
const patience = 10_000;

/** Says why a webhook may not have this address; `undefined` where it may. */
export function refusalOf(text: string, { allowed, proxy }: CallSettings): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || text.length > 1000) return 'must be an address, as https://siem.example/entente.';
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    return 'must hold no login, no password and no fragment.';
  const isNamed = isAllowed(url, allowed);
  if (url.protocol !== 'https:' && !(isNamed && url.protocol === 'http:' && isLoopback(url.hostname)))
    return 'must begin with https://.';
  if (isNamed) return undefined;
  if (proxy !== undefined) return 'leads to a host that the operator of the cell has not named.';
  const host = plainHost(url);
  if (isIP(host) !== 0 && !isPublic(host)) return 'leads to an address that is not public.';
  return undefined;
}

const plainHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
const isAllowed = ({ hostname, host }: URL, allowed: readonly string[]): boolean =>
  allowed.includes(hostname) || allowed.includes(host);

/** What a call says: the kind of a message, and that it is there. @param message `at` in microseconds */
export const callBody = ({ at, ...data }: { id: string; kind: string; waits: boolean; at: number }): string =>
  JSON.stringify({ type: 'entente.message', timestamp: formatTimestamp(at), data });

/** The headers of Standard Webhooks 1.0: id, time in seconds, and HMAC-SHA256 over both and the body. */
export function signed({ id, secret, body, at }: Call): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
    'content-type': 'application/json',
    'user-agent': 'Entente',
  };
}

/** @returns what sends calls. Redirects are not followed: where they lead, nobody has set. */
export function openCalls(
  settings: CallSettings,
  extraAuthorities: string | undefined,
): { send(call: Call): Promise<number> } {
  const tls = extraAuthorities === undefined ? {} : { ca: [...rootCertificates, extraAuthorities] };
  const times = { headersTimeout: patience, bodyTimeout: patience };
  let outside: Dispatcher | undefined;
  let anywhere: Dispatcher | undefined;
  const dispatcherFor = (url: URL): Dispatcher => {
    if (settings.proxy !== undefined && !isLoopback(url.hostname))
      return (outside ??= new ProxyAgent({
        uri: settings.proxy.href,
        requestTls: tls,
        proxyTls: tls,
        ...times,
      }));
    if (isAllowed(url, settings.allowed))
      return (anywhere ??= new Agent({ connect: { ...tls, timeout: patience }, ...times }));
    return (outside ??= new Agent({
      connect: { ...tls, timeout: patience, lookup: lookUpPublic },
      ...times,
    }));
  };
  return {
    async send(call) {
      const refusal = refusalOf(call.url, settings);
      if (refusal !== undefined) throw new Error(`The address ${refusal}`);
      const { statusCode, body } = await request(call.url, {
        method: 'POST',
        headers: signed(call),
        body: call.body,
        dispatcher: dispatcherFor(new URL(call.url)),
        signal: AbortSignal.timeout(patience),
      });
      body.on('error', () => undefined); // what it says is not listened to
      body.destroy();
      return statusCode;
    },
  };
}

/** Looks a name up, and takes it for unknown unless every address of it is public: at the moment of the call itself. */
const lookUpPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, '', 0);
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublic(address)))
      return done(new Error(`${host} leads to an address that is not public.`), '', 0);
    if (options.all === true) return done(null, addresses);
    return done(null, first.address, first.family);
  });
};
