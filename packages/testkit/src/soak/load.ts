/** A mixed load for a while: pages, search, posts, relabellings; the memory of the process must stay flat. */
import { randomUUID } from 'node:crypto';
import { median } from '../bench/figures.ts';
import { openClient, type Call } from '../bench/client.ts';
import { fill } from '../bench/fill.ts';
import { memberIds, readers } from '../bench/plan.ts';
import { openStand } from '../bench/stand.ts';
import { commonWord } from '../bench/text.ts';

export interface LoadReport {
  requests: number;
  /** Resident megabytes, the median of the second and of the last quarter. */
  early: number;
  late: number;
  isFlat: boolean;
}

/** Growth from the second quarter to the last that counts as none. */
const tolerance = 1.15;

const toolAs = (index: number): object => {
  const time = new Date().toISOString();
  const id = `tool--${randomUUID()}`;
  return { type: 'tool', spec_version: '2.1', id, created: time, modified: time, name: `Tool ${index}` };
};

/** A round of what members do: most of it reads. */
function roundOf(origin: string, round: number): Call[] {
  const view = `${origin}/taxii2/cell/collections/view/objects/?limit=100`;
  const search = `${origin}/api/v1/search?limit=50&q=`;
  const writer = memberIds[round % 40] as string;
  const body = JSON.stringify({ objects: Array.from({ length: 20 }, (_none, index) => toolAs(index)) });
  return [
    ...readers.map(({ member }) => ({ url: view, member })),
    ...readers.map(({ member }) => ({ url: `${search}${commonWord}`, member })),
    { url: `${search}tool&limit=10`.replace('limit=50&', ''), member: writer },
    { url: `${origin}/taxii2/cell/collections/own/objects/`, member: writer, body },
    { url: `${origin}/api/v1/search/facets`, member: writer },
  ];
}

/** @param minutes how long; the world that it starts from holds ten thousand objects */
export async function loadFor(minutes: number, tell: (line: string) => void): Promise<LoadReport> {
  const stand = await openStand();
  const client = openClient();
  try {
    const origin = await stand.listen();
    await fill(stand, 10_000, tell);
    const samples: number[] = [];
    const end = Date.now() + minutes * 60_000;
    let requests = 0;
    for (let round = 0; Date.now() < end; round += 1) {
      const calls = roundOf(origin, round);
      requests += (await client.run(calls)).length;
      samples.push(process.memoryUsage().rss / 1e6);
      if (round % 100 === 0) tell(`${requests} requests, ${Math.round(samples.at(-1) ?? 0)} MB`);
    }
    await stand.cell.settle();
    const quarter = Math.max(1, Math.floor(samples.length / 4));
    const early = median(samples.slice(quarter, 2 * quarter));
    const late = median(samples.slice(-quarter));
    return { requests, early, late, isFlat: late <= early * tolerance };
  } finally {
    await client.close();
    await stand.close();
  }
}
