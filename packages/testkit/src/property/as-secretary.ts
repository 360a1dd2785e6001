/**
 * The secretary asks, too: an account of the host's that has more to do than others and no more to see, but of decisions
 * and offers, all of which it knows. It asks beside the members, so that nothing of theirs hangs on it.
 */
import type { Caller } from '@entente/server/caller';
import { memberIds } from '../world/pool.ts';
import type { Asked, Told } from './asked.ts';
import { secretaryOf } from './decisions.ts';

const tokenOf = (member: string): string => `${member} as secretary`;

/** Whom the stage lets in by these tokens. */
export const secretaries: ReadonlyMap<string, Caller> = new Map(
  memberIds.map((member) => [tokenOf(member), secretaryOf(member)]),
);

/** What the secretary knows of others by its office, or changes by asking. */
const byOffice = /\/(decisions|public-offers)\b|opened=/;

/** The same request by the secretary; `undefined` where it may be answered otherwise than its member. */
export function asSecretary(member: string, asked: Asked): Asked | undefined {
  const { method, url, headers, stream } = asked;
  if (method !== 'GET' || stream === true || byOffice.test(url)) return undefined;
  return { ...asked, headers: { ...headers, authorization: `Bearer ${tokenOf(member)}` } };
}

const words = { en: 'harbour', fr: 'port' };
const text = { title: words, text: words, effect: { kind: 'communique' } };
const expiry = '2026-06-20T00:00:00Z';

/** What the secretary does with a text for the whole cell, one request after another, as the answers before say. */
export function* tabling(member: string): Generator<Asked, void, Told> {
  const headers = { authorization: `Bearer ${tokenOf(member)}`, 'content-type': 'application/json' };
  const api = (method: Asked['method'], path: string, body?: object): Asked => ({
    method,
    url: `/api/v1/decisions${path}`,
    headers,
    ...(body && { payload: JSON.stringify(body) }),
  });
  const { status, body } = yield api('POST', '', text);
  if (status !== 201) throw new Error(body);
  const { id } = JSON.parse(body) as { id: string };
  yield api('PUT', `/${id}`, { ...text, text: { en: 'quiet', fr: 'calme' } });
  yield api('POST', `/${id}/table`, { expiry });
  yield api('GET', `/${id}`);
  yield api('GET', `/${id}/receipts`);
  yield api('POST', `/${id}/withdraw`, { reason: 'No.' });
}
