/**
 * `npm run soak -- [--kills N] [--minutes N] [--gigabytes N]`: kills an import again and again, imports a file
 * of that size, and keeps a mixed load up. Where one is named, only those named run; otherwise 50 kills, 60
 * minutes, 2 GB.
 */
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { makeFolder } from '../bench/stand.ts';
import { killAgainAndAgain } from './kills.ts';
import { loadFor } from './load.ts';
import { runImporter } from './run.ts';
import { look } from './whole.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    minutes: { type: 'string' },
    gigabytes: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const isAll = values.kills === undefined && values.minutes === undefined && values.gigabytes === undefined;
const wanted = (given: string | undefined, all: number): number => Number(given ?? (isAll ? all : 0));
const tell = (line: string): void => console.log(line);
let isGood = true;

function conclude(good: boolean, line: string): void {
  isGood &&= good;
  console.log(`${good ? 'met' : 'NOT MET'}: ${line}`);
}

const kills = wanted(values.kills, 50);
if (kills > 0) {
  tell(`seed ${values.seed}`);
  const seed = Number(values.seed);
  const report = await killAgainAndAgain({ kills, bytes: 20e6, within: 15_000, seed, tell });
  for (const fault of report.faults) tell(fault);
  const line = `${report.kills} kills, ${report.files} files, ${report.contributions} contributions`;
  conclude(report.faults.length === 0, line);
}

const gigabytes = wanted(values.gigabytes, 2);
if (gigabytes > 0) {
  const folder = await makeFolder();
  const file = { folder, space: 0x9fff, bytes: gigabytes * 1e9 };
  const { done, acknowledged } = await runImporter(file);
  const { faults, contributions } = await look(folder, { ...file, acknowledged });
  for (const fault of faults) tell(fault);
  const above = Math.round(((done?.peak ?? 0) - (done?.idle ?? 0)) / 1e6);
  const isWhole = faults.length === 0 && done?.rejected === 0 && contributions === acknowledged;
  conclude(
    isWhole && above <= 400,
    `a file of ${gigabytes} GB, ${contributions} objects, ${above} MB above idle`,
  );
  await rm(folder, { recursive: true, force: true });
}

const minutes = wanted(values.minutes, 60);
if (minutes > 0) {
  const { requests, early, late, isFlat } = await loadFor(minutes, tell);
  conclude(isFlat, `${requests} requests; ${Math.round(early)} MB early, ${Math.round(late)} MB late`);
}

process.exitCode = isGood ? 0 : 1;
