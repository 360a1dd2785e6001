/** A text comes again in another version: who is told of each is who that version was put to. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alba, borea, corda, json } from '../api/scene.ts';
import { communique, startDecisionScene, type Decided, type DecisionScene } from '../decision/scene.ts';

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

async function community(name: string, ...entries: string[]): Promise<string> {
  const made = await scene.asSecretary({ method: 'POST', url: '/api/v1/communities', payload: { name } });
  const { id } = json<{ id: string }>(made.body);
  for (const entry of entries) await scene.asSecretary(line('PUT', id, entry));
  return id;
}
const line = (method: 'PUT' | 'DELETE', id: string, entry: string) => ({
  method,
  url: `/api/v1/communities/${id}/roster/${entry}`,
  ...(method === 'PUT' && { payload: {} }),
});
const revise = async (id: string, text: object): Promise<void> => {
  const { title, text: words, effect } = { ...communique, ...text };
  const body = { title, text: words, effect, expiry: scene.ahead(60) };
  const answer = await scene.secretaryAct(id, 'revise', body);
  expect(answer.statusCode).toBe(204);
};
const kindsAbout = async (member: string, id: string): Promise<string[]> => {
  const { rows } = await scene.cell.database.writer.query<{ kind: string }>(
    'select kind from message where about = $1 and member = $2 order by kind',
    [id, member],
  );
  return rows.map(({ kind }) => kind);
};

test('who has left the community is told nothing of the version that follows, nor that there is one', async () => {
  const circle = await community('Circle', borea, corda);
  const id = await scene.table({ ...communique, community: circle });
  expect((await scene.decision(corda, id)).version).toBe(1);
  await scene.act(borea, id, 'break', { reason: 'Not so.' });
  await scene.asSecretary(line('DELETE', circle, corda));
  // Broken, it goes on among those within: to lose it with the next version would tell that there is one.
  expect((await scene.get(corda, `/api/v1/decisions/${id}`)).statusCode).toBe(404);
  expect((await scene.act(corda, id, 'break', { reason: 'Nor by Corda.' })).statusCode).toBe(404);
  await revise(id, { text: { en: 'Corda is not to know.', fr: 'Corda ne doit pas le savoir.' } });
  expect((await scene.decision(borea, id)).version).toBe(2);
  expect((await scene.get(corda, `/api/v1/decisions/${id}`)).statusCode).toBe(404);
  expect((await scene.get(corda, '/api/v1/decisions')).body).not.toContain(id);
  expect(await kindsAbout(corda, id)).toEqual([]);
  await scene.pass(60);
  expect((await scene.decision(borea, id)).state).toBe('adopted');
  const figures = json((await scene.get(corda, '/api/v1/decisions/figures')).body);
  expect(figures).toEqual({ decided: 0, median: null, longest: null, waitedFor: [] });
});

test('who has left during a silence keeps voice and text until it is broken', async () => {
  const ring = await community('Ring', borea, corda);
  const id = await scene.table({ ...communique, community: ring });
  await scene.asSecretary(line('DELETE', ring, corda));
  expect((await scene.decision(corda, id)).version).toBe(1);
  const words = { kind: 'reservation', text: 'Of one who has left.' };
  expect((await scene.act(corda, id, 'statements', words)).statusCode).toBe(204);
  await scene.act(corda, id, 'break', { reason: 'Not so.' });
  expect((await scene.decision(borea, id)).state).toBe('consultation');
  expect((await scene.get(corda, `/api/v1/decisions/${id}`)).statusCode).toBe(404);
  expect((await scene.get(corda, '/api/v1/decisions')).body).not.toContain(id);
  await scene.asSecretary(line('PUT', ring, corda));
  expect((await scene.decision(corda, id)).state).toBe('consultation');
});

test('who has entered since is told nothing of the version before: neither text nor words, nor what it named, nor by what is issued', async () => {
  const inner = await community('Inner', alba, borea, corda);
  const effect = { kind: 'roster', community: inner, enter: [], leave: [alba] };
  const id = await scene.table({ ...communique, effect });
  await scene.act(borea, id, 'statements', { kind: 'reservation', text: 'Of version 1.' });
  await scene.act(corda, id, 'break', { reason: 'Not so.' });
  const payload = { name: 'Dorea' };
  const admitted = await scene.asSecretary({ method: 'POST', url: '/api/v1/members', payload });
  const dorea = json<{ id: string }>(admitted.body).id;
  await revise(id, {});
  const url = `/api/v1/decisions/${id}`;
  const { body } = await scene.get(dorea, url);
  expect(json(body)).toMatchObject({ version: 1, reservations: 0 });
  expect(body).not.toContain(inner);
  expect(body).not.toContain('Of version 1.');
  const told = json<Pick<Decided, 'versions' | 'steps'>>(body);
  // A number or a word would tell that there was a version 1, and a gap how much was said on it.
  expect([...told.versions, ...told.steps].map(({ version }) => version)).toEqual([1, 1, 1]);
  expect(told.steps).toMatchObject([
    { no: 1, kind: 'tabled' },
    { no: 2, kind: 'silence' },
  ]);
  expect(json((await scene.get(dorea, `${url}/receipts`)).body)).toMatchObject({ items: [{ version: 1 }] });
  expect([await kindsAbout(dorea, id), await kindsAbout(corda, id)]).toEqual([
    ['decision-tabled'],
    ['decision-broken', 'decision-revised', 'decision-tabled'],
  ]);
  expect(await scene.decision(borea, id)).toMatchObject({ reservations: 1, versions: [{}, {}] });
  await scene.act(borea, id, 'statements', { kind: 'reservation', text: 'Of version 2.' });
  await scene.pass(60);
  // The time that it took is counted from what was put to it, as if nothing had been before.
  const figures = json((await scene.get(dorea, '/api/v1/decisions/figures')).body);
  expect(figures).toMatchObject({ decided: 1, longest: 60, waitedFor: [] });
  expect((await scene.secretaryAct(id, 'issue')).statusCode).toBe(204);
  const { issued } = await scene.decision(borea, id);
  const report = await scene.get(dorea, `/api/v1/objects/${issued}`);
  expect(report.body).toContain('Of version 2.');
  expect(report.body).not.toContain('Of version 1.');
});

test('members are told in which order texts were put to them, not in which the secretary drafted them', async () => {
  const first = await scene.draft();
  await scene.pass(1);
  const second = await scene.draft();
  for (const id of [second, first]) {
    await scene.pass(1);
    await scene.secretaryAct(id, 'table', { expiry: scene.ahead(60) });
  }
  const list = async (url: string): Promise<{ items: { id: string }[]; next?: string }> =>
    json((await scene.get(corda, url)).body);
  const page = await list('/api/v1/decisions?limit=1');
  const next = await list(`/api/v1/decisions?limit=1&cursor=${page.next}`);
  expect([...page.items, ...next.items].map(({ id }) => id)).toEqual([first, second]);
  const { body } = await scene.asSecretary({ method: 'GET', url: '/api/v1/decisions?limit=2' });
  expect(json<typeof page>(body).items.map(({ id }) => id)).toEqual([second, first]);
});

/** How many statements wait for the lock of the cell. */
async function waiting(): Promise<number> {
  const { rowCount } = await scene.cell.database.writer.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rowCount ?? 0;
}

test('a receipt is for the version that was shown, though the next one comes while it is opened', async () => {
  const id = await scene.table();
  await scene.act(borea, id, 'break', { reason: 'Not so.' });
  // Nothing is committed meanwhile: the next version waits first, and the receipt behind it.
  const busy = await scene.cell.database.writer.connect();
  await busy.query('begin');
  await busy.query('select from cell for update');
  const revising = revise(id, {});
  await expect.poll(waiting).toBe(1);
  const opening = scene.decision(corda, id);
  await expect.poll(waiting).toBe(2);
  await busy.query('commit');
  busy.release();
  await revising;
  const { version, seen } = await opening;
  const receipts = json<{ items: { version: number }[] }>(
    (await scene.get(corda, `/api/v1/decisions/${id}/receipts`)).body,
  );
  expect([version, seen, receipts.items.map((one) => one.version)]).toEqual([1, [corda], [1]]);
  expect((await scene.decision('secretary', id)).seen).toEqual([alba]);
});
