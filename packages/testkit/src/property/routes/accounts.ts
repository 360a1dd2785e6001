/** Accounts, sessions, tokens, links and the pages that describe the API: none of it is of other members. */
import type { Draw } from '../draw.ts';
import { bytesOnly, type Generator } from '../generator.ts';

const secret = { secret: 'not-a-secret' };
const noPassword = { password: 'no password of anybody' };

const route = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: (draw: Draw) => object,
): Generator =>
  bytesOnly(`${method} /api/v1${path}`, (draw) =>
    draw.api(method, path.replace(/:\w+/, `${draw.member}`), body?.(draw)),
  );

const page = (path: string): Generator =>
  bytesOnly(`GET ${path}`, () => ({ method: 'GET', url: path.replace('*', 'logo.svg'), headers: {} }));

export const accountRoutes: Generator[] = [
  route('GET', '/accounts'),
  route('POST', '/accounts', (draw) => ({
    login: `${draw.one(['ann', 'bo'])}@aldane`,
    name: 'Ann',
    roles: ['analyst'],
  })),
  route('PUT', '/accounts/:id', () => ({ disabled: true })),
  route('POST', '/accounts/:id/reset'),
  route('POST', '/accounts/:id/end-sessions'),
  route('POST', '/readers', () => ({ levels: {} })),
  route('GET', '/account'),
  route('PUT', '/account', () => ({ name: 'Ann' })),
  route('PUT', '/account/password', () => ({ current: 'one', next: 'another' })),
  route('POST', '/account/totp', () => noPassword),
  route('POST', '/account/totp/confirm', () => ({ code: '000000' })),
  route('POST', '/account/totp/remove', () => noPassword),
  route('POST', '/members/:id/invitation', () => ({ realm: 'aldane' })),
  route('POST', '/links/find', () => secret),
  route('POST', '/links/redeem', () => ({ ...secret, ...noPassword })),
  route('POST', '/recovery', () => ({ login: 'ann@aldane', code: 'none', ...noPassword })),
  route('POST', '/recovery/code', () => noPassword),
  route('POST', '/sessions', () => ({ login: 'ann@aldane', ...noPassword })),
  route('GET', '/identity-provider'),
  route('PUT', '/identity-provider', () => ({
    issuer: 'https://provider.example',
    clientId: 'cell',
    roles: { analysts: ['analyst'] },
  })),
  route('DELETE', '/identity-provider'),
  route('POST', '/sessions/provider', () => ({ realm: 'aldane' })),
  route('POST', '/sessions/provider/return', () => ({ query: '?code=none' })),
  route('GET', '/sessions'),
  route('DELETE', '/sessions/current'),
  route('DELETE', '/sessions/:id'),
  route('POST', '/sessions/end-others'),
  route('PUT', '/sessions/current/purpose', () => ({ purpose: 'review' })),
  route('GET', '/tokens'),
  route('POST', '/tokens', () => ({ name: 'poll', scopes: ['read'], purpose: 'review' })),
  route('POST', '/tokens/:id/rotate', () => ({})),
  route('DELETE', '/tokens/:id'),
  page('/api/docs'),
  page('/api/docs/static/index.html'),
  page('/api/docs/static/swagger-initializer.js'),
  page('/api/docs/static/*'),
  page('/api/docs/json'),
  page('/api/docs/yaml'),
];
