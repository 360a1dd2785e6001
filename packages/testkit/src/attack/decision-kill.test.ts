/** Whoever carries a decision out is killed, at one statement after another. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../database-server.ts';
import { borea, corda, json } from '../api/scene.ts';
import { dutyCutOff } from '../decision/cut-off.ts';
import { pickFrom } from '../world/random.ts';
import { accession, second, startDecisionScene, type DecisionScene } from '../decision/scene.ts';

let scene: DecisionScene;
beforeAll(async () => {
  scene = await startDecisionScene();
});
afterAll(() => scene.close());

const dying = fileURLToPath(new URL('../decision/dying.ts', import.meta.url));

/** Runs the hub's duty in a process of its own; whether it came to its end. */
async function duty(database: string, at: number, killAt: number): Promise<boolean> {
  const connection = JSON.stringify({ ...testServer(), database });
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=source', dying, connection, String(at), String(killAt)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== null && code !== 0) throw new Error(`the duty ended with ${code}`);
  return code === 0;
}

/** Waits until no session of a hub that was cut off goes on: what it had sent, the database carries to its end. */
async function othersGone(): Promise<void> {
  const goesOn = `select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state is distinct from 'idle'
      and backend_type = 'client backend'`;
  await expect.poll(async () => (await scene.cell.database.writer.query(goesOn)).rowCount).toBe(0);
}

/** An accession that is due, and how it stands: before, or after as a whole. */
async function dueAccession() {
  const { writer } = scene.cell.database;
  await othersGone();
  const made = await scene.asSecretary({
    method: 'POST',
    url: '/api/v1/communities',
    payload: { name: 'Circle' },
  });
  const { id: circle } = json<{ id: string }>(made.body);
  await scene.asSecretary({
    method: 'PUT',
    url: `/api/v1/communities/${circle}/roster/${borea}`,
    payload: {},
  });
  const id = await scene.table(accession(circle, corda), 60);
  // Reminders come before; the expiry is a second before this.
  const at = scene.world.at + 61 * second;
  const { rows: names } = await writer.query<{ name: string }>('select current_database() as name');
  const standing = async (): Promise<unknown> => {
    const { rows } = await writer.query(
      `select d.state, d.outcome, c.epoch,
         (select count(*) from roster r where r.community = c.id and r.entry = $3) as entered,
         (select count(*) from decision_step s where s.decision = d.id and s.kind = 'adopted') as adopted,
         (select count(*) from act a where a.kind = 'decision' and a.at >= $4 and a.body like '%' || d.id || '%') as acts,
         (select count(*) from message m where m.about = d.id and m.kind = 'decision-adopted' and m.member = $5) as told
       from decision d, community c where d.id = $1 and c.id = $2`,
      [id, circle, corda, at - 2 * second, borea],
    );
    return rows[0];
  };
  return { at, standing, database: names[0]?.name ?? '' };
}

const before = { state: 'under-silence', outcome: null, epoch: 1, entered: 0, adopted: 0, acts: 0, told: 0 };
const after = { state: 'adopted', outcome: 'done', epoch: 2, entered: 1, adopted: 1, acts: 1, told: 1 };

/** How many statements it takes, from the connection on. */
let statements = 0;

test('cut off at any statement between expiry and effect, the hub carries the effect out once', async () => {
  const { at, standing, database } = await dueAccession();
  let isDone = false;
  for (let killAt = 1; !isDone; killAt += 1) {
    const ran = await dutyCutOff({ ...testServer(), database }, at, killAt);
    isDone = ran.isDone;
    // The last one finds nothing to do, where the one before it was cut off as it committed.
    statements = Math.max(statements, ran.count);
    expect([before, after]).toContainEqual(await standing());
  }
  expect(statements).toBeGreaterThan(30);
  expect(await standing()).toEqual(after);
  // Whoever starts next finds nothing to do.
  scene.world.at = at + second;
  await othersGone();
  await scene.cell.settle();
  expect(await standing()).toEqual(after);
});

const seed = Number(process.env['ENTENTE_SEED'] ?? Date.now() % 1e9);

test(`killed with its process at statements drawn by seed ${seed}, it carries the effect out once`, async () => {
  const { at, standing, database } = await dueAccession();
  const pick = pickFrom(seed);
  for (let kill = 0; kill < 3; kill += 1) {
    await duty(database, at, 1 + pick(statements));
    expect([before, after]).toContainEqual(await standing());
  }
  await duty(database, at, 0);
  expect(await standing()).toEqual(after);
});
