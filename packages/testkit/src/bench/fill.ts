/** Fills a cell with a world through the code that its routes and commands use. */
import { importFile } from '@entente/server/ingest/import';
import * as coalition from '@entente/store/coalition/writer';
import { recall } from '@entente/store/contribution/recall';
import type { Change } from '@entente/store/change/change';
import { callerOf } from '../world/play.ts';
import { bundleOf, objectsOf } from './objects.ts';
import { communityIds, communityOf, contributorCount, memberCount, memberIds, policyId } from './plan.ts';
import type { Stand } from './stand.ts';

export interface Filled {
  objects: number;
  rejected: number;
  /** Milliseconds. */
  importing: number;
  /** Milliseconds that the feeds took from there on. */
  draining: number;
  /** Bytes that the process held at most. */
  memory: number;
}

const hub = callerOf('hub');

/** @param tell called with a line now and then */
export async function fill(stand: Stand, size: number, tell: (line: string) => void): Promise<Filled> {
  const { cell, database } = stand;
  await cell.act(hub, 'found', {}, found);
  await cell.settle();
  const memory = watchMemory();
  const began = performance.now();
  let objects = 0;
  let rejected = 0;
  for (let index = 0; index < contributorCount; index += 1) {
    // Two members enter on the way: labels stand at three epochs.
    if (index === 16 || index === 32) await cell.act(hub, 'enter', {}, (change) => enterLate(change, index));
    const report = await importFile(cell, callerOf(memberIds[index] as string), {
      source: bundleOf(objectsOf(index, size)),
      name: 'world',
      strict: false,
      dryRun: false,
    });
    if (report.failure !== undefined) throw new Error(report.failure);
    objects += report.added + report.changed;
    rejected += report.rejected;
    if (index % 10 === 9) tell(`${objects} objects after ${seconds(began)} s`);
  }
  const importing = performance.now() - began;
  const drained = performance.now();
  await cell.settle();
  await recallSome(stand);
  await cell.settle();
  const draining = performance.now() - drained;
  const peak = memory();
  await database.writer.query('vacuum analyze');
  await database.writer.query('checkpoint');
  return { objects, rejected, importing, draining, memory: peak };
}

/** Looks a few times a second until the returned function is called, which tells the most that was held. */
function watchMemory(): () => number {
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    look();
    return peak;
  };
}

const seconds = (since: number): number => Math.round((performance.now() - since) / 1000);

async function found(change: Change): Promise<void> {
  for (const [index, id] of memberIds.entries()) {
    const name = `Member ${index}`;
    await coalition.admitMember(change, { id, name, kind: 'nation', identity: `identity--${id}` });
  }
  for (const id of communityIds) await coalition.createCommunity(change, id, `Community ${id}`);
  for (let index = 0; index < contributorCount; index += 1) {
    if (isLate(index)) continue;
    await coalition.enterRoster(change, communityOf(index), memberIds[index] as string);
  }
  await coalition.createPolicy(change, policyId, memberIds[0] as string, 'Levels');
  for (let index = 0; index < memberCount; index += 1) {
    if (index % 2 === 0 || index >= contributorCount)
      await coalition.grantClearance(change, policyId, memberIds[index] as string, 1);
  }
}

const isLate = (index: number): boolean => index % 23 >= 18;

async function enterLate(change: Change, round: number): Promise<void> {
  for (let index = 0; index < contributorCount; index += 1) {
    if (!isLate(index) || index < 23 !== (round === 16)) continue;
    await coalition.enterRoster(change, communityOf(index), memberIds[index] as string);
  }
}

/** One relationship in two hundred is taken back. */
async function recallSome({ cell, database }: Stand): Promise<void> {
  for (let index = 0; index < contributorCount; index += 8) {
    const member = memberIds[index] as string;
    const { rows } = await database.writer.query<{ object: string }>(
      `select object from contribution where contributor = $1 and type = 'relationship' and id % 25 = 0`,
      [member],
    );
    await cell.act(callerOf(member), 'recall', {}, (change) => recall(change, member, rows));
  }
}
