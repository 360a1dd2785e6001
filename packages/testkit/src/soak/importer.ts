/**
 * The process that is killed: it imports one file into a cell's folder, and writes a line for every step that
 * is durable. `node importer.js <folder> <space> <bytes>`.
 */
import { writeSync } from 'node:fs';
import { importFile } from '@entente/server/ingest/import';
import { Cell } from '@entente/server/cell';
import { admitMember } from '@entente/store/coalition/writer';
import { bundleOf, catalogue } from '../bench/objects.ts';
import { memberIds } from '../bench/plan.ts';
import { openCell } from '../bench/stand.ts';
import { callerOf } from '../world/play.ts';
import type { Told } from './run.ts';

const [folder = '', space = '1', bytes = '0'] = process.argv.slice(2);
const tell = (told: Told): void => void writeSync(1, `${JSON.stringify(told)}\n`);

/** Tells what an act has put in once it is committed, and not before. */
class TellingCell extends Cell {
  /** Objects read by the step under way. */
  reached = 0;

  override async act<Result>(...given: Parameters<Cell['act']>): Promise<Result> {
    const result = (await super.act(...given)) as Result;
    if (given[1] === 'import') tell({ acknowledged: this.reached });
    return result;
  }
}

const { database, cell: opened } = await openCell(folder);
const cell = new TellingCell(database, opened.keys, opened.world, opened.log);
const [member = '', other = ''] = memberIds;
for (const id of [member, other]) {
  const { rowCount } = await database.writer.query('select from member where id = $1', [id]);
  if (rowCount !== 0) continue;
  await cell.act(callerOf('hub'), 'admit', {}, (change) =>
    admitMember(change, { id, name: id, kind: 'nation', identity: `identity--${id}` }),
  );
}
const idle = process.memoryUsage().rss;
let peak = idle;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100);
tell({ acknowledged: 0, postgres: database.address });
const report = await importFile(cell, callerOf(member), {
  source: bundleOf(catalogue(Number(space), Number(bytes))),
  name: 'soak',
  strict: false,
  dryRun: false,
  chosen: { any: [['public']] },
  onProgress: (objects) => (cell.reached = objects),
});
clearInterval(watch);
if (report.failure !== undefined) throw new Error(report.failure);
await cell.settle();
const { added, unchanged, rejected } = report;
tell({ acknowledged: cell.reached, done: { added, unchanged, rejected, idle, peak } });
await cell.close();
await database.close();
