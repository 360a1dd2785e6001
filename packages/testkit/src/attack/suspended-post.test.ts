/** A suspended member has no rights: nothing leaves the cell for it either, until it is reinstated. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from '@entente/store/message/writer';
import { reinstateMember, suspendMember } from '@entente/store/coalition/writer';
import { borea, startScene, type Scene } from '../api/scene.ts';
import { callerOf } from '../world/play.ts';

const minute = 60_000_000;

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  const { writer } = scene.cell.database;
  await writer.query(
    `insert into account (id, member, login, name, kind, roles, reader, password, created_at)
     values ('anna', $1, 'anna@borea', 'Anna', 'person', '{release-officer}', $1, null, $2)`,
    [borea, scene.world.at],
  );
  await writer.query(
    `insert into mail_address (account, address, rhythm) values ('anna', 'anna@borea.example', 'soon')`,
  );
  const added = await scene.post(borea, '/api/v1/webhooks', { url: 'https://siem.borea.example/' });
  expect(added.statusCode, added.body).toBe(201);
});
afterAll(() => scene.close());

const act = (work: Parameters<Scene['cell']['act']>[3]) => scene.cell.act(callerOf('hub'), 'test', {}, work);

/** What leaves within an hour after Borea is told something. */
async function leavesAfter(about: string): Promise<number[]> {
  scene.sent.forget();
  scene.world.at += minute;
  const message = { member: borea, roles: [], kind: 'label-waits', params: {}, waits: true } as const;
  await act((change) => notify(change, [{ ...message, about }]));
  scene.world.at += minute;
  await scene.rest();
  return [scene.sent.letters.length, scene.sent.calls.length];
}

test('neither letters nor calls leave for a member while it is suspended', async () => {
  expect(await leavesAfter('one')).toEqual([1, 1]);
  await act((change) => suspendMember(change, borea));
  expect(await leavesAfter('two')).toEqual([0, 0]);
  await act((change) => reinstateMember(change, borea));
  expect(await leavesAfter('three')).toEqual([1, 1]);
});
