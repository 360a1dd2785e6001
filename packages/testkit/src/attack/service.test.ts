/** A service with every role that it can have: what a member says is a person's word all the same. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '@entente/server/caller';
import { borea, json, startScene, type Scene } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';

const never = '22222222-0000-4000-8000-000000000000';

let scene: Scene;
beforeAll(async () => {
  const service: Caller = { ...callerOf(borea), account: 'script', isService: true };
  const person: Caller = { ...callerOf(borea), account: 'anna', isService: false };
  scene = await startScene({
    callers: new Map([
      ['service', service],
      ['person', person],
    ]),
  });
});
afterAll(() => scene.close());

const words: [string, object?][] = [
  [`/requests/note--${never}/acknowledge`],
  [`/requests/note--${never}/nothing-held`, {}],
  [`/requests/note--${never}/decline`, {}],
  [`/requests/note--${never}/answer`, { extent: 'answered', text: 'All of it.' }],
  [`/recalls/${never}/acknowledge`, {}],
  [`/consents/${never}/answer`, { word: 'consent' }],
  [`/consents/${never}/withdraw`],
  [`/consents/${never}/confirm`],
  [`/decisions/${never}/break`, { reason: 'No.' }],
  [`/decisions/${never}/statements`, { kind: 'reservation', text: 'No.' }],
  [`/decisions/${never}/note`],
  [`/proposals/${never}/approve`],
  ['/reviews/confirm', { objects: [`note--${never}`], review: '2018-01-01T00:00:00Z', reason: 'Yes.' }],
];

const say = async (who: string, [url, payload]: [string, object?]) => {
  scene.step();
  const headers = { authorization: `Bearer ${who}` };
  const request = { method: 'POST', url: `/api/v1${url}`, headers } as const;
  const { statusCode, body } = await scene.call(
    '',
    payload === undefined ? request : { ...request, payload },
  );
  return [url, statusCode, body === '' ? '' : json(body)['detail']];
};

test('it says nothing for its member, be there something to be said or not', async () => {
  for (const word of words) {
    expect(await say('service', word)).toEqual([
      word[0],
      403,
      'A person does this: a service says nothing for its member.',
    ]);
    const [, status] = await say('person', word);
    expect([word[0], status]).not.toEqual([word[0], 403]);
  }
});
