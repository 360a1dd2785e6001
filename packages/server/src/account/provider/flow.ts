/** The code flow with PKCE (OpenID Connect Core 1.0 §3.1, RFC 7636), through the well-kept library. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  fetchUserInfo,
  type Configuration,
} from 'openid-client';
import { Failure } from '@entente/core/failure';
import type { Outbound } from './outbound.ts';

export interface Client {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  /** Where the provider sends the browser back to. */
  redirect: string;
}

/** What one sign-in has to be followed by; kept sealed in the browser. */
export interface Secrets {
  verifier: string;
  state: string;
  nonce: string;
}

export interface Person {
  /** What the provider calls it, for ever. */
  subject: string;
  name: string | undefined;
  /** What it would be called here. */
  login: string | undefined;
  groups: string[];
}

/** Microseconds for which a provider is believed to be as it said. */
const kept = 10 * 60 * 1_000_000;

/**
 * What the provider says of itself; asked once in ten minutes, whoever wants to sign in.
 * @param now microseconds
 * @throws as `configurationOf`
 */
export async function knownConfiguration(
  outbound: Outbound,
  client: Client,
  now: number,
): Promise<Configuration> {
  const key = JSON.stringify([client.issuer, client.clientId, client.clientSecret]);
  const before = outbound.known.get(key);
  if (before !== undefined && now < before.until) return before.configuration;
  const configuration = configurationOf(outbound, client);
  outbound.known.set(key, { until: now + kept, configuration });
  try {
    return await configuration;
  } catch (error) {
    outbound.known.delete(key);
    throw error;
  }
}

/**
 * Asks the provider to describe itself.
 * @throws Failure `forbidden` for an issuer that the host has not listed, `unavailable` where it does not answer
 */
export async function configurationOf(outbound: Outbound, client: Client): Promise<Configuration> {
  if (!outbound.issuers.includes(client.issuer)) {
    throw new Failure('forbidden', 'The host does not let the cell call this identity provider.');
  }
  const issuer = new URL(client.issuer);
  try {
    return await discovery(issuer, client.clientId, client.clientSecret, undefined, {
      [customFetch]: outbound.fetch,
      // Listed by the host itself, for a provider on the same machine: marked only to stand out.
      // oxlint-disable-next-line no-deprecated -- the library marks it so that it is noticed
      execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
    });
  } catch (error) {
    throw new Failure(
      'unavailable',
      'The identity provider does not answer as OpenID Connect wants it.',
      error,
    );
  }
}

/** Where the browser goes. */
export async function addressOf(
  configuration: Configuration,
  { redirect }: Client,
  { verifier, state, nonce }: Secrets,
): Promise<URL> {
  return buildAuthorizationUrl(configuration, {
    redirect_uri: redirect,
    scope: 'openid profile email',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
}

/**
 * Who came back.
 * @param query as the provider gave it
 * @param groupsClaim the claim that lists groups; looked for in the identity token, then at the provider
 * @throws Failure `unauthenticated` where the provider, or what it came back with, says no
 */
export async function personOf(
  configuration: Configuration,
  { redirect }: Client,
  query: string,
  secrets: Secrets,
  groupsClaim: string,
): Promise<Person> {
  const url = new URL(redirect);
  url.search = query;
  try {
    const tokens = await authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: secrets.verifier,
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Failure('unauthenticated', 'The identity provider named nobody.');
    const isWhole = groupsClaim in claims;
    const more = isWhole ? {} : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return personIn({ ...more, ...claims }, groupsClaim);
  } catch (error) {
    throw new Failure('unauthenticated', 'The identity provider did not let you in.', error);
  }
}

function personIn(claims: Readonly<Record<string, unknown>>, groupsClaim: string): Person {
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const groups = claims[groupsClaim];
  return {
    subject: text('sub') ?? '',
    name: text('name'),
    login: text('preferred_username') ?? text('email'),
    groups: Array.isArray(groups) ? groups.filter((one): one is string => typeof one === 'string') : [],
  };
}
