/**
 * What is in force at once: relabelling a batch, a member that leaves, one that accedes with the past opened, a
 * class of accounts that comes.
 */
import { importFile } from '@entente/server/ingest/import';
import { makeLabel } from '@entente/core/label/label';
import * as coalition from '@entente/store/coalition/writer';
import { relabelBatch } from '@entente/store/contribution/relabel';
import { callerOf } from '../world/play.ts';
import type { Figure } from './figures.ts';
import { bundleOf, catalogueOf } from './objects.ts';
import { communityIds, contributorCount, memberIds, readers } from './plan.ts';
import { uuidOf } from './random.ts';
import type { Stand } from './stand.ts';

const hub = callerOf('hub');
const newReader = uuidOf(0x4444, 0);
const owner = memberIds[0] as string;
/** Six members see a batch before it is relabelled. */
const wide = [[...memberIds.slice(1, 4), readers[0].member, readers[1].member].map((id) => `member:${id}`)];

/** Runs an act, then drains; rows are those of all feeds that came, moved or left. */
async function actAndDrain(
  { cell, database }: Stand,
  what: string,
  act: () => Promise<unknown>,
): Promise<Figure[]> {
  await cell.settle();
  const since = cell.world.now();
  const began = performance.now();
  await act();
  const inForce = performance.now() - began;
  await cell.settle();
  const drain = performance.now() - began - inForce;
  const { rows } = await database.writer.query<{ moved: number }>(
    `select (select count(*) from feed where at >= $1) + (select count(*) from removal where at >= $1) as moved`,
    [since],
  );
  const moved = rows[0]?.moved ?? 0;
  const rate = Math.round((moved / drain) * 1000);
  const note = `then the feeds drain for ${Math.round(drain)} ms: ${moved} rows, ${rate} a second`;
  return [{ what: `${what}: in force for all reads`, product: inForce, note }];
}

async function seen({ cell }: Stand, member: string, object: string): Promise<boolean> {
  return cell.view(member, async (view) => (await view.objects([object])).has(object));
}

async function measureRelabel(stand: Stand, count: number): Promise<Figure[]> {
  const objects = [...catalogueOf(0x7000 + count / 1000, count)];
  const report = await importFile(stand.cell, callerOf(owner), {
    source: bundleOf(objects),
    name: 'batch',
    strict: false,
    dryRun: false,
    chosen: { any: wide },
  });
  const batch = report.batch ?? '';
  await stand.cell.settle();
  await stand.database.writer.query('analyze');
  const [first] = objects;
  const id = String(first?.['id']);
  const reader = readers[1].member;
  if (!(await seen(stand, reader, id))) throw new Error('the batch is not in the view');
  const label = makeLabel({ any: [[`member:${owner}`, `member:${readers[0].member}`]] });
  const figures = await actAndDrain(stand, `relabelling a batch of ${count}`, async () => {
    await stand.cell.act(callerOf(owner), 'relabel', {}, (change) =>
      relabelBatch(change, owner, batch, label),
    );
    if (await seen(stand, reader, id)) throw new Error('the relabelling is not in force');
  });
  return figures;
}

/** @param size of the world, which bounds the batches that are relabelled in it */
export async function measureChanges(stand: Stand, size: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of size < 100_000 ? [10_000] : [10_000, 100_000]) {
    figures.push(...(await measureRelabel(stand, count)));
  }
  const community = communityIds[0] as string;
  const leaving = memberIds[contributorCount - 2] as string;
  const entering = memberIds[1] as string;
  figures.push(
    ...(await actAndDrain(stand, 'a member accedes, the past opened', () =>
      stand.cell.act(hub, 'enter', {}, (change) => coalition.enterRoster(change, community, entering, 0)),
    )),
    ...(await actAndDrain(stand, 'a member leaves', () =>
      stand.cell.act(hub, 'depart', {}, (change) => coalition.departMember(change, leaving)),
    )),
    ...(await actAndDrain(stand, 'a class of accounts comes, with the widest view', () =>
      stand.cell.act(hub, 'reader', {}, (change) =>
        coalition.addReader(change, newReader, readers[0].member, {}),
      ),
    )),
  );
  return figures;
}
