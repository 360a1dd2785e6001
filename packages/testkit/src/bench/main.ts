/**
 * `npm run bench -- [--size N]… [--only NAME]… [--gigabytes N] [--names N] [--json]`: floor and product in
 * turns, as ratios. Names: world, page, whole, search, timing, change, import, post, graph, ledger, boards,
 * matching (with `--asked N` and `--held N` persons), names, memory, start.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureBoards } from './boards.ts';
import { measureChanges } from './changes.ts';
import { openClient } from './client.ts';
import { headLine, isMet, lineOf, ratioOf, type Figure } from './figures.ts';
import { fill } from './fill.ts';
import { addFloors, fillFloors } from './floor.ts';
import { measureGraph } from './graph.ts';
import { measureImport, measurePost } from './ingest.ts';
import { importInChild, measureMemory, measureStart, serveInChild } from './process.ts';
import { measurePages, measureSearch, measureWhole } from './reads.ts';
import { measureLedger } from './ledger.ts';
import { measureMatching } from './matching.ts';
import { measureNames } from './names.ts';
import { openStand, type Stand } from './stand.ts';
import { measureTiming } from './timing.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', multiple: true, default: ['10000', '100000'] },
    only: { type: 'string', multiple: true },
    asked: { type: 'string', default: '1000' },
    held: { type: 'string', default: '100000' },
    gigabytes: { type: 'string', default: '1' },
    names: { type: 'string', default: '1000000' },
    json: { type: 'boolean', default: false },
    child: { type: 'string' },
  },
});

const main = fileURLToPath(import.meta.url);
const isWanted = (name: string): boolean => values.only === undefined || values.only.includes(name);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const all: { section: string; figures: Figure[] }[] = [];

function report(section: string, figures: Figure[]): void {
  all.push({ section, figures });
  if (values.json) return;
  for (const figure of figures) console.log(lineOf(figure));
}

async function alone(name: string, measure: () => Promise<Figure[]>): Promise<void> {
  if (!isWanted(name)) return;
  tell(`… ${name}`);
  report(name, await measure());
}

const counts = `select (select count(*) from contribution) as contributions, (select count(*) from label) as labels,
  (select count(*) from gate) as gates, (select count(*) from verdict) as verdicts,
  (select count(*) from feed) as "feed rows", (select count(*) from reference) as references,
  (select pg_database_size(current_database()) / 1000000) as "MB on disk"`;

async function countRows({ database }: Stand): Promise<string> {
  const { rows } = await database.writer.query<Record<string, number>>(counts);
  return Object.entries(rows[0] ?? {})
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

async function measureWorld(size: number): Promise<void> {
  tell(`… a world of ${size} objects`);
  const stand = await openStand();
  const pages = addFloors(stand);
  const origin = await stand.listen();
  const client = openClient();
  try {
    const filled = await fill(stand, size, tell);
    const perSecond = Math.round((filled.objects / filled.importing) * 1000);
    if (!values.json) {
      console.log(`\nWorld of ${size}: ${await countRows(stand)}, refused ${filled.rejected}.`);
      console.log(
        `Imported at ${perSecond} objects a second; feeds drained ${Math.round(filled.draining)} ms later; ` +
          `the process held ${Math.round(filled.memory / 1e6)} MB at most.`,
      );
    }
    await fillFloors(stand);
    const scene = { stand, origin, client, pages };
    const section = `world of ${size}`;
    if (isWanted('page')) report(section, await measurePages(scene));
    if (isWanted('search')) report(section, await measureSearch(scene));
    if (isWanted('whole')) report(section, await measureWhole(scene));
    if (isWanted('timing')) report(section, await measureTiming(stand, origin));
    if (isWanted('change')) report(section, await measureChanges(stand, size));
  } finally {
    await client.close();
    await stand.close();
  }
}

async function run(): Promise<void> {
  if (!values.json) console.log(headLine);
  await alone('start', () => measureStart(main));
  await alone('import', measureImport);
  await alone('post', measurePost);
  await alone('graph', () => measureGraph());
  await alone('ledger', () => measureLedger(tell));
  await alone('boards', measureBoards);
  await alone('matching', () => measureMatching(Number(values.asked), Number(values.held), tell));
  await alone('names', () => measureNames(Number(values.names), tell));
  if (['world', 'page', 'search', 'whole', 'timing', 'change'].some(isWanted)) {
    for (const size of values.size) await measureWorld(Number(size));
  }
  await alone('memory', () => measureMemory(main, Number(values.gigabytes)));
  if (!values.json) return;
  const told = all.map(({ section, figures }) => ({
    section,
    figures: figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), met: isMet(figure) })),
  }));
  console.log(JSON.stringify(told, null, 2));
}

if (values.child === 'import') await importInChild(Number(positionals[0]));
else if (values.child === 'serve') await serveInChild(positionals[0] ?? '');
else await run();
