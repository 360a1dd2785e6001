/** The board of decisions among sixty members: a hub in which nothing is open, and one in which two hundred texts are. */
import { openDecisionDesk, type DecisionDesk } from '@entente/server/decision/desk';
import { admitMember } from '@entente/store/coalition/writer';
import { secretaryOf } from '../property/decisions.ts';
import { callerOf } from '../world/play.ts';
import { openClient, type Client } from './client.ts';
import { median, type Figure } from './figures.ts';
import { uuidOf } from './random.ts';
import { openStand, type Stand } from './stand.ts';

const members = Array.from({ length: 60 }, (_none, index) => uuidOf(0x4444, index));
const texts = 200;
/** Of the first page; so many items the screen asks for. */
const perPage = 50;
const calls = 300;

export async function measureBoards(): Promise<Figure[]> {
  const stand = await openStand();
  const origin = await stand.listen();
  const client = openClient();
  try {
    for (const id of members) {
      await stand.cell.act(callerOf('hub'), 'member', {}, (change) =>
        admitMember(change, { id, name: id, kind: 'nation', identity: `identity--${id}` }),
      );
    }
    const paths = [`/api/v1/decisions?open=true&limit=${perPage}`, '/api/v1/decisions/figures'];
    const empty = await times(client, origin, paths);
    const desk = openDecisionDesk(stand.cell, () => Promise.resolve(true));
    // A page's own length is no burden of the hub: it is set against a hub that has just that page.
    await table(stand, desk, perPage);
    const page = await times(client, origin, paths);
    await table(stand, desk, texts - perPage);
    const full = await times(client, origin, paths);
    return paths.flatMap((path, at) => [
      figure(`${path}: nothing open, ${texts} open`, empty[at], full[at]),
      figure(`${path}: ${perPage} open, ${texts} open`, page[at], full[at]),
    ]);
  } finally {
    await client.close();
    await stand.close();
  }
}

const figure = (what: string, floor = 0, product = 0): Figure => ({ what, floor, product, target: 2 });

async function table({ cell }: Stand, { decisions }: DecisionDesk, count: number): Promise<void> {
  const secretary = secretaryOf(members[0] as string);
  const title = { en: 'A text', fr: 'Un texte' };
  // Two pages of paper.
  const text = { en: 'A sentence. '.repeat(500), fr: 'Une phrase. '.repeat(500) };
  for (let index = 0; index < count; index += 1) {
    const { id } = await decisions.draft(secretary, {
      purpose: 'agree',
      title,
      text,
      effect: { kind: 'communique' },
      community: null,
      informed: [],
    });
    await decisions.table(secretary, id, cell.world.now() + 30 * 86_400_000_000);
    for (const member of members.slice(0, 2)) await decisions.open(callerOf(member), id);
  }
}

/** The median of each path, in milliseconds. */
async function times(client: Client, origin: string, paths: readonly string[]): Promise<number[]> {
  const medians: number[] = [];
  for (const path of paths) {
    const call = { url: `${origin}${path}`, member: members[9] as string };
    await client.run(Array.from({ length: 20 }, () => call));
    const answers = await client.run(Array.from({ length: calls }, () => call));
    medians.push(median(answers.map(({ milliseconds }) => milliseconds)));
  }
  return medians;
}
