/** Hit/no-hit through the hub: what is agreed, carried and recorded, and what is refused to those who cheat. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RunBody } from '@entente/contract/matching';
import {
  answerOf,
  announcementOf,
  gatewayOf,
  keyTextOf,
  refusalOf,
  runOf,
  type RunTold,
} from '../matching-messages.ts';
import { callerOf } from '../world/play.ts';
import {
  base,
  north,
  numbered,
  set,
  south,
  startMatchingScene,
  terms,
  type MatchingScene,
} from './matching-scene.ts';
import { alba, borea, corda, identityOf, json } from './scene.ts';

/** Staff of the host: every right that a role gives, in a member that is no party. */
const staff = {
  ...callerOf(corda),
  roles: new Set(['secretary', 'administrator', 'integrator', 'auditor'] as const),
};
const narrow = { ...callerOf(alba), reader: 'narrower than alba' };
const clerk = {
  ...callerOf(alba),
  roles: new Set(['analyst'] as const),
  scopes: new Set(['read', 'write'] as const),
};

let scene: MatchingScene;
beforeAll(async () => {
  const callers = new Map([
    ['staff', staff],
    ['narrow', narrow],
    ['clerk', clerk],
  ]);
  scene = await startMatchingScene({ host: corda, callers });
});
afterAll(() => scene.close());
beforeEach(() => void scene.step());

test('an agreement is in force once an administrator of the other member has accepted it with the key of its gateway', async () => {
  const { id, state } = await scene.propose();
  expect(state).toBe('proposed');
  expect(await scene.toldTo(borea, id)).toEqual(['matching-proposed (waits)']);
  expect((await scene.post(alba, `${base}/${id}/accept`, { key: keyTextOf(south) })).statusCode).toBe(403);
  expect((await scene.post(borea, `${base}/${id}/accept`, { key: keyTextOf(north) })).statusCode).toBe(400);
  const accepted = await scene.post(borea, `${base}/${id}/accept`, { key: keyTextOf(south) });
  expect(json(accepted.body)).toMatchObject({
    id,
    state: 'in-force',
    proposer: alba,
    asker: alba,
    owner: borea,
    ...terms,
    askerKey: keyTextOf(north),
    ownerKey: keyTextOf(south),
    keysToday: 0,
    waiting: 0,
  });
  expect(await scene.toldTo(borea, id)).toEqual(['matching-proposed']);
  expect(await scene.toldTo(alba, id)).toEqual(['matching-accepted']);
  const [proposed] = (await scene.actsOf(alba, 'matching-propose')).slice(-1);
  const [agreed] = (await scene.actsOf(borea, 'matching-accept')).slice(-1);
  expect([proposed?.['keysADay'], agreed?.['keysADay'], agreed?.['ownerKey']]).toEqual([
    200,
    200,
    keyTextOf(south),
  ]);
});

test('a run is carried to the owner and its answer back, and the ledgers of both have its commitment', async () => {
  const { id, announcement } = await scene.inForce();
  expect(await scene.read(alba, `${base}/${id}/epoch`)).toMatchObject({
    number: 1,
    announcement,
    bytes: set.length,
  });
  expect((await scene.get(alba, `${base}/${id}/epochs/1`)).rawPayload).toEqual(set);
  const run = numbered(1);
  const { status, message } = await scene.send(id, { run, announcement });
  expect(status).toBe(201);
  const waiting = await scene.read<{ items: RunBody[] }>(borea, `${base}/${id}/runs?state=waiting`);
  expect(waiting.items).toMatchObject([
    { run, state: 'waiting', purpose: 'border', caseReference: '7', keys: 64 },
  ]);
  expect(await scene.read(borea, `${base}/${id}/runs/${run}`)).toMatchObject({ message });
  const answer = answerOf(south, message);
  expect((await scene.reply(borea, id, run, answer))[0]).toBe(200);
  expect(await scene.read(alba, `${base}/${id}/runs/${run}`)).toMatchObject({
    state: 'answered',
    message: answer,
  });
  expect(await scene.read(borea, `${base}/${id}/runs/${run}`)).toMatchObject({
    state: 'answered',
    message: null,
  });
  expect(await scene.toldTo(alba, id)).toEqual(['matching-accepted', 'matching-answered']);
  const commitment = waiting.items[0]?.commitment;
  const sent = (await scene.actsOf(alba, 'matching-run')).at(-1);
  const answered = (await scene.actsOf(borea, 'matching-answer')).at(-1);
  expect([sent?.['commitment'], answered?.['commitment']]).toEqual([commitment, commitment]);
});

test('where the list’s owner learns first, its gateway sends the runs and the asker’s answers', async () => {
  const { id } = await scene.propose({ learnsFirst: 'owner' });
  await scene.post(borea, `${base}/${id}/accept`, { key: keyTextOf(south) });
  const announcement = announcementOf(north, { agreement: id, number: 1, set });
  expect(await scene.publish(borea, id, announcement, set)).toBe(403);
  expect(await scene.publish(alba, id, announcement, set)).toBe(200);
  const message = runOf(south, { run: numbered(1), announcement });
  expect((await scene.post(alba, `${base}/${id}/runs`, { message })).statusCode).toBe(403);
  expect((await scene.post(borea, `${base}/${id}/runs`, { message })).statusCode).toBe(201);
  expect((await scene.reply(alba, id, numbered(1), answerOf(north, message)))[0]).toBe(200);
});

test('to a third member, and to the staff of the host, an agreement and all that is carried under it do not exist', async () => {
  const { id, announcement } = await scene.inForce();
  const { message } = await scene.send(id, { run: numbered(1), announcement });
  const nothing = 'f0000000-0000-4000-8000-00000000000f';
  const asked = (one: string): [string, 'GET' | 'POST' | 'PUT', string, object?][] => [
    ['agreement', 'GET', `${base}/${one}`],
    ['epoch', 'GET', `${base}/${one}/epoch`],
    ['set', 'GET', `${base}/${one}/epochs/1`],
    ['runs', 'GET', `${base}/${one}/runs`],
    ['run', 'GET', `${base}/${one}/runs/${numbered(1)}`],
    ['accept', 'POST', `${base}/${one}/accept`, { key: keyTextOf(gatewayOf('corda')) }],
    ['end', 'POST', `${base}/${one}/end`],
    ['send', 'POST', `${base}/${one}/runs`, { message }],
    ['answer', 'POST', `${base}/${one}/runs/${numbered(1)}/answer`, { message: answerOf(south, message) }],
    ['refuse', 'POST', `${base}/${one}/runs/${numbered(1)}/refuse`, { reason: 'No.' }],
  ];
  for (const authorization of [`Bearer token-of-${corda}`, 'Bearer staff']) {
    for (const [place, [name, method, url, payload]] of asked(id).entries()) {
      const call = async (to: string): Promise<[number, string]> => {
        const body = payload === undefined ? {} : { payload };
        const { statusCode, body: text } = await scene.call(corda, {
          method,
          url: to,
          headers: { authorization },
          ...body,
        });
        return [statusCode, text.replace(/"id":"[^"]+"/, '')];
      };
      const told = await call(url);
      expect([name, told]).toEqual([name, await call(asked(nothing)[place]?.[2] ?? '')]);
      expect([name, told[0]]).toEqual([name, 404]);
    }
    const listed = await scene.call(corda, { method: 'GET', url: base, headers: { authorization } });
    expect(json(listed.body)).toEqual({ items: [] });
  }
  expect(await scene.publish(corda, id, announcement, set)).toBe(404);
  expect(await scene.read(borea, `${base}/${id}/runs/${numbered(1)}`)).toMatchObject({ state: 'waiting' });
});

test('agreements are for accounts that see all that their member sees, and only administrators decide on them', async () => {
  const { id } = await scene.propose();
  const call = (token: string, method: 'GET' | 'POST', url: string, payload?: object): Promise<number> =>
    scene
      .call(alba, { method, url, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) })
      .then(({ statusCode }) => statusCode);
  expect(await call('narrow', 'GET', base)).toBe(403);
  expect(await call('narrow', 'GET', `${base}/${id}`)).toBe(403);
  expect(await call('clerk', 'GET', `${base}/${id}`)).toBe(200);
  expect(await call('clerk', 'POST', `${base}/${id}/end`)).toBe(403);
  expect(
    await call('clerk', 'POST', base, { member: borea, side: 'asker', key: keyTextOf(north), ...terms }),
  ).toBe(403);
});

test('what breaks the agreement is not carried, and its asker’s auditor finds the try in the ledger', async () => {
  const { id, announcement } = await scene.inForce();
  const tried = async (told: Partial<RunTold>): Promise<[number, string]> => {
    const { status, body } = await scene.send(id, { run: numbered(9), announcement, ...told });
    return [status, String(json(body)['detail'])];
  };
  expect(await tried({ purpose: 'curiosity' })).toEqual([409, expect.stringMatching(/^purpose:/)]);
  expect(await tried({ caseReference: ' ' })).toEqual([409, expect.stringMatching(/^case:/)]);
  expect(await tried({ keys: 63 })).toEqual([409, expect.stringMatching(/^smallest-batch:/)]);
  const other = announcementOf(south, { agreement: id, number: 2, set });
  expect(await tried({ announcement: other })).toEqual([409, expect.stringMatching(/^epoch:/)]);
  expect(
    (await scene.actsOf(alba, 'refused')).slice(-4).map(({ reason }) => String(reason).split(':')[0]),
  ).toEqual(['purpose', 'case', 'smallest-batch', 'epoch']);
  const forged = runOf(gatewayOf('corda'), { run: numbered(9), announcement });
  expect((await scene.post(alba, `${base}/${id}/runs`, { message: forged })).statusCode).toBe(400);
  expect(await tried({ caseReference: 'x'.repeat(201) })).toEqual([
    400,
    expect.stringContaining('at most 200'),
  ]);
  expect(await scene.read(borea, `${base}/${id}/runs`)).toEqual({ items: [] });
});

test('keys are counted by the day of UTC: an asker beyond them waits until midnight, and what was refused is not counted', async () => {
  const { id, announcement } = await scene.inForce();
  expect((await scene.send(id, { run: numbered(1), announcement, keys: 100 })).status).toBe(201);
  expect((await scene.send(id, { run: numbered(2), announcement, keys: 101 })).body).toContain('quota: ');
  expect((await scene.send(id, { run: numbered(3), announcement, keys: 100 })).status).toBe(201);
  expect(await scene.read(alba, `${base}/${id}`)).toMatchObject({ keysToday: 200, waiting: 2 });
  expect(
    (await scene.post(borea, `${base}/${id}/runs/${numbered(3)}/refuse`, { reason: 'Not this one.' }))
      .statusCode,
  ).toBe(200);
  expect(await scene.read(alba, `${base}/${id}/runs/${numbered(3)}`)).toMatchObject({
    state: 'refused',
    reason: 'Not this one.',
    message: null,
  });
  expect((await scene.send(id, { run: numbered(4), announcement, keys: 100 })).status).toBe(201);
  expect((await scene.send(id, { run: numbered(5), announcement })).status).toBe(409);
  const day = 86_400_000_000;
  scene.world.at += day - (scene.world.at % day);
  expect((await scene.send(id, { run: numbered(5), announcement, keys: 200 })).status).toBe(201);
});

test('a number is used once, also after it was answered, and under each agreement by itself', async () => {
  const [one, other] = [await scene.inForce(), await scene.inForce()];
  const { message } = await scene.send(one.id, { run: numbered(1), announcement: one.announcement });
  expect((await scene.send(one.id, { run: numbered(1), announcement: one.announcement })).body).toContain(
    'replayed: ',
  );
  await scene.reply(borea, one.id, numbered(1), answerOf(south, message));
  expect((await scene.send(one.id, { run: numbered(1), announcement: one.announcement })).body).toContain(
    'replayed: ',
  );
  expect((await scene.post(alba, `${base}/${other.id}/runs`, { message })).body).toContain('epoch: ');
  expect((await scene.send(other.id, { run: numbered(1), announcement: other.announcement })).status).toBe(
    201,
  );
});

test('a run is answered once, by the gateway of the owner, and with an answer to it', async () => {
  const { id, announcement } = await scene.inForce();
  const { message } = await scene.send(id, { run: numbered(1), announcement });
  const { message: later } = await scene.send(id, { run: numbered(2), announcement });
  const answered = (text: string, run = numbered(1), member = borea): Promise<[number, string]> =>
    scene.reply(member, id, run, text);
  expect((await answered(answerOf(south, message), numbered(1), alba))[0]).toBe(403);
  expect((await answered(answerOf(north, message)))[0]).toBe(400);
  expect((await answered(answerOf(south, later)))[1]).toContain('answers another run');
  expect((await answered(answerOf(south, message, { keys: 63 })))[0]).toBe(400);
  expect((await answered(answerOf(south, message)))[0]).toBe(200);
  expect((await answered(answerOf(south, message)))[0]).toBe(200);
  expect((await answered(answerOf(south, message, { filled: 3 })))[0]).toBe(409);
  expect((await answered(refusalOf(south, message, 'quota')))[0]).toBe(409);
  expect((await scene.read<{ message: string }>(alba, `${base}/${id}/runs/${numbered(1)}`)).message).toBe(
    answerOf(south, message),
  );
  expect((await answered(refusalOf(south, later, 'quota'), numbered(2)))[0]).toBe(200);
  expect(await scene.read(alba, `${base}/${id}/runs/${numbered(2)}`)).toMatchObject({
    state: 'refused',
    reason: 'quota',
  });
  expect(await scene.toldTo(alba, id)).toEqual([
    'matching-accepted',
    'matching-answered',
    'matching-refused',
  ]);
});

test('an epoch is published whole or not at all: signed, of this agreement, later than the one before', async () => {
  const { id, announcement } = await scene.inForce();
  const other = await scene.inForce();
  const next = (number: number, of: string, gateway = south): string =>
    announcementOf(gateway, { agreement: of, number, set });
  expect(await scene.publish(borea, id, next(2, id, north), set)).toBe(400);
  expect(await scene.publish(borea, id, next(2, other.id), set)).toBe(400);
  expect(await scene.publish(borea, id, next(2, id), Buffer.from('cut short'))).toBe(400);
  expect(await scene.publish(borea, id, announcement, set)).toBe(200);
  expect(await scene.publish(alba, id, next(2, id), set)).toBe(403);
  const long = Buffer.alloc(700_000, 5);
  expect(
    await scene.publish(borea, id, announcementOf(south, { agreement: id, number: 3, set: long }), long),
  ).toBe(200);
  expect((await scene.get(alba, `${base}/${id}/epochs/3`)).rawPayload.equals(long)).toBe(true);
  expect((await scene.get(alba, `${base}/${id}/epochs/1`)).statusCode).toBe(404);
  expect(await scene.publish(borea, id, next(2, id), set)).toBe(409);
  const { rows } = await scene.cell.database.writer.query<{ bytes: number }>(
    'select sum(length(bytes)) as bytes from matching_piece where agreement = $1',
    [id],
  );
  expect(rows).toEqual([{ bytes: 700_000 }]);
});

test('nothing is carried before an agreement is in force, while a member is suspended, or after it has ended', async () => {
  const { id: open } = await scene.propose();
  expect((await scene.send(open, { run: numbered(1), announcement: 'none' })).status).toBe(409);
  const { id, announcement } = await scene.inForce();
  await scene.send(id, { run: numbered(1), announcement });
  const { writer } = scene.cell.database;
  await writer.query('update member set suspended_at = 1 where id = $1', [borea]);
  expect(await scene.read(alba, `${base}/${id}`)).toMatchObject({ state: 'in-force', rests: true });
  expect((await scene.get(alba, `${base}/${id}/epoch`)).statusCode).toBe(409);
  expect((await scene.send(id, { run: numbered(2), announcement })).status).toBe(409);
  await writer.query('update member set suspended_at = null where id = $1', [borea]);
  expect((await scene.send(id, { run: numbered(2), announcement })).status).toBe(201);
  expect((await scene.post(alba, `${base}/${id}/end`, {})).statusCode).toBe(204);
  expect((await scene.post(borea, `${base}/${id}/end`, {})).statusCode).toBe(409);
  expect(await scene.toldTo(borea, id)).toEqual(['matching-ended', 'matching-proposed']);
  expect((await scene.get(alba, `${base}/${id}/epochs/1`)).statusCode).toBe(409);
  expect(await scene.read(borea, `${base}/${id}/runs/${numbered(1)}`)).toMatchObject({
    keys: 64,
    message: null,
  });
  const { rows } = await writer.query('select from matching_piece where agreement = $1', [id]);
  expect(rows).toEqual([]);
  expect((await scene.post(borea, `${base}/${open}/end`, {})).statusCode).toBe(204);
  expect(await scene.read(alba, `${base}/${open}`)).toMatchObject({ state: 'declined' });
});

test('of a set that is still coming in when the agreement ends nothing is kept any more', async () => {
  const { id } = await scene.inForce();
  const { writer } = scene.cell.database;
  const piece = Buffer.alloc(300_000, 5);
  const kept: unknown[] = [];
  const keep = async (): Promise<void> => {
    const found = await writer.query('select from matching_piece where agreement = $1', [id]);
    kept.push(found.rowCount);
  };
  async function* coming(): AsyncGenerator<Uint8Array> {
    yield piece;
    await keep();
    await scene.post(alba, `${base}/${id}/end`, {});
    try {
      yield piece;
    } finally {
      await keep();
    }
  }
  const announcement = announcementOf(south, {
    agreement: id,
    number: 2,
    set: Buffer.concat([piece, piece]),
  });
  const publication = { announcement, set: coming(), most: 1e6, mayGoOn: () => Promise.resolve(true) };
  const publishing = scene.ports.matching.epochs.publish(callerOf(borea), id, publication);
  await expect(publishing).rejects.toMatchObject({ code: 'conflict' });
  // One is the set of the epoch before.
  expect(kept).toEqual([2, 0]);
});

test.each([
  ['its account may fetch no more', 'unauthenticated'],
  ['a member is suspended', 'conflict'],
])('a set that is being fetched when %s breaks off', async (_how, code) => {
  const { id } = await scene.inForce();
  const piece = Buffer.alloc(300_000, 5);
  async function* coming(): AsyncGenerator<Uint8Array> {
    yield piece;
    yield await Promise.resolve(piece);
  }
  const announcement = announcementOf(south, {
    agreement: id,
    number: 3,
    set: Buffer.concat([piece, piece]),
  });
  const publication = { announcement, set: coming(), most: 1e6, mayGoOn: () => Promise.resolve(true) };
  await scene.ports.matching.epochs.publish(callerOf(borea), id, publication);
  const { writer } = scene.cell.database;
  const suspend = (at: number | null) =>
    writer.query('update member set suspended_at = $2 where id = $1', [borea, at]);
  let isLetIn = true;
  const mayGoOn = () => Promise.resolve(isLetIn);
  const pieces = await scene.ports.matching.epochs.set(callerOf(alba), id, 3, mayGoOn);
  let fetched = 0;
  const fetching = (async () => {
    for await (const { length } of pieces) {
      fetched += length;
      if (code === 'conflict') await suspend(1);
      else isLetIn = false;
    }
  })();
  await expect(fetching).rejects.toMatchObject({ code });
  await suspend(null);
  expect(fetched).toBe(piece.length);
});

test('a member that leaves the cell ends all its agreements, and nothing that was carried is left', async () => {
  const dora = 'dddddddd-0000-4000-8000-000000000000';
  await scene.play({ kind: 'member', at: scene.step(), id: dora, name: 'Dora', identity: identityOf(dora) });
  const { id } = await scene.propose({ member: dora });
  const key = keyTextOf(gatewayOf('dora'));
  await scene.post(dora, `${base}/${id}/accept`, { key });
  const announcement = announcementOf(gatewayOf('dora'), { agreement: id, number: 1, set });
  expect(await scene.publish(dora, id, announcement, set)).toBe(200);
  expect((await scene.send(id, { run: numbered(1), announcement })).status).toBe(201);
  const { id: proposed } = await scene.propose({ member: dora });
  await scene.play({ kind: 'departure', at: scene.step(), id: dora });
  for (const one of [id, proposed]) {
    expect(await scene.read(alba, `${base}/${one}`)).toMatchObject({ state: 'ended' });
    expect(await scene.toldTo(alba, one)).toContain('matching-departed');
  }
  const { rows } = await scene.cell.database.writer.query(
    `select from matching_piece where agreement = $1 union all
     select from matching_run where agreement = $1 and message is not null`,
    [id],
  );
  expect(rows).toEqual([]);
});

test('who has an agreement in force with a member is told each time that it is suspended and back, and nobody else is', async () => {
  const { id } = await scene.inForce();
  const { id: proposed } = await scene.propose();
  const told = async (member: string): Promise<string[]> => {
    const { rows } = await scene.cell.database.writer.query<{ kind: string; about: string }>(
      `select kind, about from message where member = $1 and kind in ('matching-rests', 'matching-resumed')
       and about = any($2) order by at`,
      [member, [id, proposed]],
    );
    return rows.map(({ kind, about }) => (about === id ? kind : `${kind} of a proposal`));
  };
  const suspend = (member: string) => scene.play({ kind: 'suspension', at: scene.step(), id: member });
  const reinstate = (member: string) => scene.play({ kind: 'reinstatement', at: scene.step(), id: member });
  for (let times = 0; times < 2; times += 1) {
    await suspend(borea);
    await reinstate(borea);
  }
  const twice = ['matching-rests', 'matching-resumed', 'matching-rests', 'matching-resumed'];
  expect(await told(alba)).toEqual(twice);
  expect([await told(borea), await told(corda)]).toEqual([[], []]);
  // While both are suspended it does not go on for the one that comes back first.
  await suspend(borea);
  await suspend(alba);
  await reinstate(borea);
  expect([await told(alba), await told(borea)]).toEqual([[...twice, 'matching-rests'], []]);
  await reinstate(alba);
  expect(await told(borea)).toEqual(['matching-resumed']);
});
