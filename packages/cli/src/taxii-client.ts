/** A small client of TAXII 2.1 that pages to the end, and trusts no server to stop by itself. */
import { Failure } from '@entente/core/failure';
import type { JsonObject } from '@entente/core/stix/types';

const media = 'application/taxii+json;version=2.1';

export interface PollOptions {
  /** An API root, or a server whose default root is taken. */
  url: string;
  /** Id, alias or title. */
  collection: string;
  /** The Authorization header. */
  authorization: string | undefined;
  addedAfter: string | undefined;
  /** Objects of a page. */
  limit: number;
}

export interface Page {
  objects: JsonObject[];
  /** X-TAXII-Date-Added-Last: from where to go on another time. */
  last: string | undefined;
}

/** The pages of a collection's objects. @throws Failure for what the server refuses, or where its paging loops */
export async function* poll(options: PollOptions): AsyncGenerator<Page> {
  const root = await rootOf(options);
  const id = await collectionOf(root, options);
  const seen = new Set<string>();
  for (let step: Step = { addedAfter: options.addedAfter, next: undefined }; ;) {
    const { body, last } = await get(pageUrl(root, id, step, options.limit), options);
    const objects = (body['objects'] ?? []) as JsonObject[];
    yield { objects, last };
    if (body['more'] !== true) return;
    step = following(step, body['next'], last);
    const key = JSON.stringify(step);
    if (seen.has(key)) throw new Failure('incompatible', 'The server gives the same page again and again.');
    seen.add(key);
  }
}

interface Step {
  addedAfter: string | undefined;
  next: string | undefined;
}

/** `next` is asked with the filters of the first request (§3.4); some servers give none and page by date. */
function following(step: Step, next: unknown, last: string | undefined): Step {
  if (typeof next === 'string') return { ...step, next };
  if (last === undefined)
    throw new Failure('incompatible', 'The server has more, and does not say how to get it.');
  return { addedAfter: last, next: undefined };
}

function pageUrl(root: string, id: string, { addedAfter, next }: Step, limit: number): URL {
  const url = new URL(`collections/${encodeURIComponent(id)}/objects/`, root);
  url.searchParams.set('limit', String(limit));
  if (addedAfter !== undefined) url.searchParams.set('added_after', addedAfter);
  if (next !== undefined) url.searchParams.set('next', next);
  return url;
}

async function rootOf(options: PollOptions): Promise<string> {
  const given = new URL(options.url.endsWith('/') ? options.url : `${options.url}/`);
  if (given.pathname !== '/' && given.pathname !== '/taxii2/') return given.href;
  const discovery = new URL('/taxii2/', given);
  const { body } = await get(discovery, options);
  const [first] = (body['api_roots'] ?? []) as string[];
  const root = (body['default'] as string | undefined) ?? first;
  if (root === undefined) throw new Failure('not-found', 'The server names no API root.');
  return new URL(root.endsWith('/') ? root : `${root}/`, discovery).href;
}

async function collectionOf(root: string, options: PollOptions): Promise<string> {
  const { body } = await get(new URL('collections/', root), options);
  const all = (body['collections'] ?? []) as JsonObject[];
  const found = all.find(({ id, alias, title }) => [id, alias, title].includes(options.collection));
  if (found !== undefined) return String(found['id']);
  const names = all.map(({ alias, title }) => String(alias ?? title)).join(', ');
  throw new Failure('not-found', `There is no such collection; there are ${names === '' ? 'none' : names}.`);
}

async function get(
  url: URL,
  { authorization }: PollOptions,
): Promise<{ body: JsonObject; last: string | undefined }> {
  const headers = { accept: media, ...(authorization === undefined ? {} : { authorization }) };
  const response = await fetch(url, { headers }).catch((error: Error) => {
    throw new Failure('unavailable', `The server at ${url.origin} cannot be reached.`, error);
  });
  const body = (await response.json().catch(() => ({}))) as JsonObject; // no JSON: the status says enough
  if (!response.ok) throw refusal(response.status, body);
  return { body, last: response.headers.get('x-taxii-date-added-last') ?? undefined };
}

function refusal(status: number, { title, description }: JsonObject): Failure {
  const code = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found' } as const;
  const told = [title, description].filter((text) => typeof text === 'string').join(': ');
  return new Failure(
    code[status as 401] ?? 'unavailable',
    `The server answered ${status}${told === '' ? '' : `. ${told}`}`,
  );
}
