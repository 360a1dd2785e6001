/** Imports against their floor: JSON.parse and COPY of the bodies into a table with its primary key. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { importFile } from '@entente/server/ingest/import';
import { admitMember } from '@entente/store/coalition/writer';
import { copyRows } from '@entente/store/database/copy';
import { inTransaction } from '@entente/store/database/transaction';
import { callerOf } from '../world/play.ts';
import { openClient } from './client.ts';
import { median, type Figure } from './figures.ts';
import { bundleOf, catalogue } from './objects.ts';
import { memberIds } from './plan.ts';
import { openStand, type Stand } from './stand.ts';

interface Bundle {
  objects: { id: string; modified?: string }[];
}

const rounds = 5;
const host = memberIds[0] as string;

/** The Enterprise bundle where ENTENTE_DATA has it, else one of the same size. */
export async function readBundle(): Promise<{ name: string; text: string }> {
  const folder = process.env['ENTENTE_DATA'] ?? '../shared';
  const file = join(folder, 'data', 'enterprise-attack-18.1.stix21.json.gz');
  if (existsSync(file)) return { name: 'Enterprise bundle', text: gunzipSync(readFileSync(file)).toString() };
  const pieces: Uint8Array[] = [];
  for await (const piece of bundleOf(catalogue(0x6666, 35e6))) pieces.push(piece);
  return { name: 'synthetic bundle of the size of Enterprise', text: Buffer.concat(pieces).toString() };
}

async function measureFloor({ database: { writer } }: Stand, text: string): Promise<number> {
  await writer.query(`drop table if exists bare;
    create table bare (id text, modified text, body text, primary key (id, modified))`);
  const began = performance.now();
  const { objects } = JSON.parse(text) as Bundle;
  const rows = objects.map((object) => [object.id, object.modified ?? '', JSON.stringify(object)]);
  await inTransaction(writer, (client) => copyRows(client, 'bare', ['id', 'modified', 'body'], rows));
  return performance.now() - began;
}

/** A cell of its own for each round, with two members. */
async function withCell<Result>(work: (stand: Stand) => Promise<Result>): Promise<Result> {
  const stand = await openStand();
  try {
    for (const id of memberIds.slice(0, 2)) {
      await stand.cell.act(callerOf('hub'), 'admit', {}, (change) =>
        admitMember(change, { id, name: id, kind: 'nation', identity: `identity--${id}` }),
      );
    }
    await stand.cell.settle();
    return await work(stand);
  } finally {
    await stand.close();
  }
}

interface Run {
  floor: number;
  product: number;
  drain: number;
}

function figureOf(what: string, target: number, runs: readonly Run[]): Figure {
  return {
    what,
    floor: median(runs.map(({ floor }) => floor)),
    product: median(runs.map(({ product }) => product)),
    target,
    note: `then the feeds drain for ${Math.round(median(runs.map(({ drain }) => drain)))} ms`,
  };
}

/** An import until it is visible to reads: validated, labelled, linked, searchable, durable. */
export async function measureImport(): Promise<Figure[]> {
  const { name, text } = await readBundle();
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    runs.push(
      await withCell(async (stand) => {
        const floor = await measureFloor(stand, text);
        const began = performance.now();
        const report = await importFile(stand.cell, callerOf(host), {
          source: inPieces(text),
          name,
          strict: false,
          dryRun: false,
          chosen: { any: [['public']] },
        });
        const product = performance.now() - began;
        if (report.failure !== undefined) throw new Error(report.failure);
        const drain = await settled(stand);
        return { floor, product, drain };
      }),
    );
  }
  return [figureOf(`import of the ${name}`, 4, runs)];
}

async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function settled({ cell }: Stand): Promise<number> {
  const began = performance.now();
  await cell.settle();
  return performance.now() - began;
}

/** The same over TAXII, in envelopes of a thousand. */
export async function measurePost(): Promise<Figure[]> {
  const { name, text } = await readBundle();
  const { objects } = JSON.parse(text) as Bundle;
  const bodies: string[] = [];
  for (let at = 0; at < objects.length; at += 1000) {
    bodies.push(JSON.stringify({ objects: objects.slice(at, at + 1000) }));
  }
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    runs.push(
      await withCell(async (stand) => {
        const origin = await stand.listen();
        const client = openClient();
        const floor = await measureFloor(stand, text);
        const url = `${origin}/taxii2/cell/collections/own/objects/`;
        const answers = await client.run(bodies.map((body) => ({ url, member: host, body })));
        const product = answers.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
        const drain = await settled(stand);
        await client.close();
        return { floor, product, drain };
      }),
    );
  }
  return [figureOf(`the ${name} over TAXII, ${bodies.length} envelopes of 1,000`, 5, runs)];
}
