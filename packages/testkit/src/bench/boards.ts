/**
 * The boards among sixty members, in turns on three hubs: nothing is open in one; just what one member is shown in the
 * next; 200 decisions and 2,000 requests in the last.
 */
import { admitMember } from '@entente/store/coalition/writer';
import { callerOf } from '../world/play.ts';
import { openClient, type Client } from './client.ts';
import { median, type Figure } from './figures.ts';
import { addRequests, concerns, plansOf, type Plan } from './open-requests.ts';
import { tableTexts } from './open-texts.ts';
import { uuidOf } from './random.ts';
import { openStand, type Stand } from './stand.ts';

const members = Array.from({ length: 60 }, (_none, index) => uuidOf(0x4444, index));
const reader = members[9] as string;
const texts = 200;
const requests = 2000;
/** So many items the screens ask for at once. */
const perPage = 25;
const calls = 300;

const paths = [
  `/api/v1/decisions?open=true&limit=${perPage}`,
  '/api/v1/decisions/figures',
  `/api/v1/requests?board=mine&limit=${perPage}`,
  `/api/v1/requests?board=to-me&limit=${perPage}`,
  `/api/v1/requests?board=overdue&limit=${perPage}`,
];

export async function measureBoards(): Promise<Figure[]> {
  const client = openClient();
  const hubs: Stand[] = [];
  try {
    const all = plansOf(members, requests);
    hubs.push(await openHub(0, []));
    hubs.push(await openHub(perPage, all.filter(concerns(reader))));
    hubs.push(await openHub(texts, all));
    const origins = await Promise.all(hubs.map((hub) => hub.listen()));
    const figures: Figure[] = [];
    for (const path of paths) {
      const urls = origins.map((origin) => `${origin}${path}`);
      const [empty = 0, own = 0, full = 0] = await inTurns(client, urls);
      const note = `${(full / own).toFixed(2)} × a hub that has just the reader's own`;
      figures.push({ what: `${path}: empty hub, all open`, floor: empty, product: full, target: 2, note });
    }
    return figures;
  } finally {
    await client.close();
    for (const hub of hubs) await hub.close();
  }
}

async function openHub(decisions: number, asked: readonly Plan[]): Promise<Stand> {
  const stand = await openStand();
  await stand.cell.act(callerOf('hub'), 'found', {}, async (change) => {
    for (const [index, id] of members.entries()) {
      await admitMember(change, { id, name: `Member ${index}`, kind: 'nation', identity: `identity--${id}` });
    }
  });
  await tableTexts(stand, members, decisions);
  await addRequests(stand, asked);
  return stand;
}

/** The median of each address, in milliseconds: they are asked in turns, so that a slow moment is slow for all. */
async function inTurns(client: Client, urls: readonly string[]): Promise<number[]> {
  const turns = Array.from({ length: calls }, () => urls.map((url) => ({ url, member: reader }))).flat();
  await client.run(turns.slice(0, 20 * urls.length));
  const answers = await client.run(turns);
  return urls.map((_url, at) =>
    median(answers.flatMap(({ milliseconds }, index) => (index % urls.length === at ? [milliseconds] : []))),
  );
}
