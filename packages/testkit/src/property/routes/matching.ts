/** Hit/no-hit through the hub: agreements, epochs and runs of the members, and of others. */
import { answerOf, announcementOf, gatewayOf, keyTextOf, refusalOf, runOf } from '../../matching-messages.ts';
import { memberIds } from '../../world/pool.ts';
import type { Carried, MatchingCompanions } from '../companions-matching.ts';
import type { Draw } from '../draw.ts';
import { generator, type Generator } from '../generator.ts';
import { ofTables } from '../probe.ts';

const all: Generator['probe'] = () =>
  ofTables('matching_agreement', 'matching_epoch', 'matching_piece', 'matching_run');

const none: Carried = { id: 'b9000000-0000-4000-8000-000000000009', announcement: '', runs: [] };

type Own = MatchingCompanions['own'][0];
const ownOf = ({ companions, member }: Draw): Own | undefined =>
  companions.matching.own.find((one) => one.member === member);

/** Agreements in which the member has a part, mostly; else another one, of others, or what there is not. */
function carried(draw: Draw, part?: 'sends' | 'answers'): Carried {
  const own = ownOf(draw);
  if (own !== undefined && !draw.once(4)) return own[part ?? (draw.once(2) ? 'sends' : 'answers')];
  const others = draw.companions.matching.own.flatMap(({ sends, answers }) => [sends, answers]);
  return draw.one([...draw.companions.matching.hidden, ...others, none]);
}

/** What waits to be accepted, mostly; what carries the rest is ended seldom. */
function proposed(draw: Draw): string {
  const own = ownOf(draw);
  return own === undefined || draw.once(4) ? carried(draw).id : draw.one(own.proposed);
}

/** A run of an agreement, mostly. */
const runIn = ({ runs }: Carried, draw: Draw): Carried['runs'][0] =>
  runs.length === 0 || draw.once(6) ? { run: 'f'.repeat(32), message: 'none' } : draw.one(runs);

const path = '/api/v1/matching/agreements';

const key = (draw: Draw): string => keyTextOf(gatewayOf(draw.once(5) ? 'another' : draw.member));

const proposal = (draw: Draw): object => ({
  member: draw.one(memberIds),
  side: draw.one(['asker', 'owner']),
  learnsFirst: draw.one(['asker', 'owner']),
  purposes: ['border'],
  keysADay: draw.one([64, 1000]),
  smallestBatch: draw.one([64, 100]),
  key: key(draw),
});

function reply(draw: Draw, message: string): string {
  const gateway = gatewayOf(draw.once(6) ? 'another' : draw.member);
  return draw.once(3)
    ? refusalOf(gateway, message, draw.one(['quota', 'purpose', 'words']))
    : answerOf(gateway, message, { keys: draw.once(6) ? 65 : 64, filled: 1 + draw.pick(2) });
}

const agreements: Generator[] = [
  generator(`GET ${path}`, (draw) => draw.list(`GET ${path}`, '/matching/agreements'), all),
  generator(`POST ${path}`, (draw) => draw.api('POST', '/matching/agreements', proposal(draw)), all),
  generator(
    `GET ${path}/:id`,
    (draw) => draw.varied(`GET ${path}/:id`, draw.api('GET', `/matching/agreements/${carried(draw).id}`)),
    all,
  ),
  generator(
    `POST ${path}/:id/accept`,
    (draw) => draw.api('POST', `/matching/agreements/${proposed(draw)}/accept`, { key: key(draw) }),
    all,
  ),
  generator(
    `POST ${path}/:id/end`,
    (draw) => draw.api('POST', `/matching/agreements/${proposed(draw)}/end`),
    all,
  ),
];

const epochs: Generator[] = [
  generator(
    `GET ${path}/:id/epoch`,
    (draw) =>
      draw.varied(`GET ${path}/:id/epoch`, draw.api('GET', `/matching/agreements/${carried(draw).id}/epoch`)),
    all,
  ),
  generator(
    `PUT ${path}/:id/epoch`,
    (draw) => {
      const { id } = carried(draw, 'answers');
      const set = draw.words();
      const told = { agreement: id, number: 1 + draw.pick(9), set: Buffer.from(draw.once(6) ? 'else' : set) };
      const announcement = announcementOf(gatewayOf(draw.member), told);
      const query = new URLSearchParams({ announcement }).toString();
      const asked = draw.api('PUT', `/matching/agreements/${id}/epoch?${query}`);
      const headers = { ...asked.headers, 'content-type': 'application/octet-stream' };
      return { ...asked, headers, payload: set };
    },
    all,
  ),
  generator(
    `GET ${path}/:id/epochs/:number`,
    (draw) => draw.api('GET', `/matching/agreements/${carried(draw).id}/epochs/${draw.once(3) ? 2 : 1}`),
    all,
  ),
];

const runs: Generator[] = [
  generator(
    `GET ${path}/:id/runs`,
    (draw) =>
      draw.list(
        `GET ${path}/:id/runs`,
        `/matching/agreements/${carried(draw).id}/runs`,
        draw.once(3) ? { state: draw.one(['waiting', 'answered', 'refused']) } : {},
      ),
    all,
  ),
  generator(
    `GET ${path}/:id/runs/:run`,
    (draw) => {
      const one = carried(draw);
      const url = `/matching/agreements/${one.id}/runs/${runIn(one, draw).run}`;
      return draw.varied(`GET ${path}/:id/runs/:run`, draw.api('GET', url));
    },
    all,
  ),
  generator(
    `POST ${path}/:id/runs`,
    (draw) => {
      const { id, announcement, runs: sent } = carried(draw, 'sends');
      const run =
        draw.once(6) && sent.length > 0 ? draw.one(sent).run : draw.pick(1e9).toString(16).padStart(32, 'a');
      const purpose = draw.once(6) ? 'else' : 'border';
      const message = runOf(gatewayOf(draw.member), { run, announcement, purpose });
      return draw.api('POST', `/matching/agreements/${id}/runs`, { message });
    },
    all,
  ),
  generator(
    `POST ${path}/:id/runs/:run/answer`,
    (draw) => {
      const one = carried(draw, 'answers');
      const { run, message } = runIn(one, draw);
      const url = `/matching/agreements/${one.id}/runs/${run}/answer`;
      return draw.api('POST', url, { message: reply(draw, message) });
    },
    all,
  ),
  generator(
    `POST ${path}/:id/runs/:run/refuse`,
    (draw) => {
      const one = carried(draw, 'answers');
      const url = `/matching/agreements/${one.id}/runs/${runIn(one, draw).run}/refuse`;
      return draw.api('POST', url, { reason: draw.words() });
    },
    all,
  ),
];

export const matchingRoutes: Generator[] = [...agreements, ...epochs, ...runs];
