/** What the ledger costs: pages that are read and acts, in turns with it and without it; and what proofs take. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ledgerDuty } from '@entente/server/ledger/duty';
import { openClient, type Call, type Client } from './client.ts';
import { median, quantile, type Figure } from './figures.ts';
import { fill } from './fill.ts';
import { readers } from './plan.ts';
import { randomOf, uuidOf } from './random.ts';
import { openStand, type Stand } from './stand.ts';

const size = 10_000;
/** Turns of each kind, and calls in a turn: some seconds, so that ticks and appending fall into each. */
const turns = 8;
const [pages, acts] = [120, 30];
const [reader] = readers;

interface Scene {
  stand: Stand;
  origin: string;
  client: Client;
  /** Has the ledger follow, or rest. */
  turn: (isOn: boolean) => void;
}

/** @param tell called with a line now and then */
export async function measureLedger(tell: (line: string) => void): Promise<Figure[]> {
  let isOn = false;
  const stand = await openStand(undefined, {
    receipts: () => isOn,
  });
  const duty = ledgerDuty(stand.cell, 1, 1000);
  stand.cell.duty({ name: duty.name, run: (now) => (isOn ? duty.run(now) : Promise.resolve(false)) });
  const client = openClient();
  try {
    const origin = await stand.listen();
    await fill(stand, size, tell);
    stand.cell.start();
    const scene: Scene = { stand, origin, client, turn: (on) => (isOn = on) };
    return [
      ...(await inTurns(scene, 'TAXII page of 100', pages, await pageCalls(scene))),
      ...(await inTurns(scene, 'contribution of one object over TAXII', acts, actCalls(scene))),
      ...(await proofs(scene)),
    ];
  } finally {
    await client.close();
    await stand.close();
  }
}

/** Without the ledger is the floor. Each turn begins when nothing waits. */
async function inTurns(scene: Scene, what: string, count: number, call: () => Call): Promise<Figure[]> {
  const random = randomOf(what.length);
  const times = { on: [] as number[], off: [] as number[] };
  await run(scene, true, 20, call);
  for (let turn = 0; turn < turns; turn += 1) {
    const first = random() < 0.5;
    for (const isOn of [first, !first]) {
      times[isOn ? 'on' : 'off'].push(...(await run(scene, isOn, count, call)));
    }
  }
  const figure = (part: number, name: string, target: number): Figure => ({
    what: `${what}, ledger on and off, ${name}`,
    floor: quantile(times.off, part),
    product: quantile(times.on, part),
    target,
    note: `${times.on.length} calls each`,
  });
  return [figure(0.5, 'p50', 1.1), figure(0.99, 'p99', 1.5)];
}

async function run(scene: Scene, isOn: boolean, count: number, call: () => Call): Promise<number[]> {
  scene.turn(true);
  await scene.stand.cell.settle();
  await sleep(1100);
  await scene.stand.cell.settle();
  scene.turn(isOn);
  const answers = await scene.client.run(Array.from({ length: count }, call));
  return answers.map(({ milliseconds }) => milliseconds);
}

async function pageCalls({ stand, origin }: Scene): Promise<() => Call> {
  const { rows } = await stand.database.writer.query<{ at: number }>(
    'select at from feed where reader = $1 and shown order by at',
    [reader.member],
  );
  const random = randomOf(7);
  return () => {
    const at = (rows[Math.floor(random() * Math.max(1, rows.length - 100))]?.at ?? 1) - 1;
    const after = new Date(Math.floor(at / 1000)).toISOString().replace('Z', '');
    const query = `limit=100&added_after=${after}${String(at % 1000).padStart(3, '0')}Z`;
    return { url: `${origin}/taxii2/cell/collections/view/objects/?${query}`, member: reader.member };
  };
}

function actCalls({ origin }: Scene): () => Call {
  let count = 0;
  return () => {
    count += 1;
    const time = '2026-01-01T00:00:00.000Z';
    const object = {
      type: 'tool',
      spec_version: '2.1',
      id: `tool--${uuidOf(0x7a7a, count)}`,
      created: time,
      modified: time,
      name: `Crowbar ${count}`,
    };
    const body = JSON.stringify({ objects: [object] });
    return { url: `${origin}/taxii2/cell/collections/own/objects/`, member: reader.member, body };
  };
}

/** What a member asks when it checks. */
async function proofs({ stand, origin, client, turn }: Scene): Promise<Figure[]> {
  turn(true);
  await stand.cell.settle();
  await sleep(2500);
  const { rows } = await stand.database.writer.query<{ size: number }>(
    'select told_size as size from ledger_log where log = $1',
    [reader.member],
  );
  const leaves = rows[0]?.size ?? 0;
  const asked: [string, string][] = [
    ['standing of a log in the checkpoint', 'standing'],
    ['inclusion of a leaf', `log/inclusion?place=${Math.floor(leaves / 3)}&size=${leaves}`],
    ['consistency of a log', `log/consistency?first=${Math.floor(leaves / 2)}&second=${leaves}`],
    ['a thousand leaves opened', 'log/openings?limit=1000'],
  ];
  const figures: Figure[] = [];
  for (const [what, path] of asked) {
    const call = { url: `${origin}/api/v1/ledger/${path}`, member: reader.member };
    const answers = await client.run(Array.from({ length: 50 }, () => call));
    const product = median(answers.map(({ milliseconds }) => milliseconds));
    figures.push({ what, product, note: `a log of ${leaves} leaves` });
  }
  return figures;
}
