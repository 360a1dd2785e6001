/** Requests: boards, single ones, and the acts of those who ask and are asked. */
import type { Draw } from '../draw.ts';
import { generator, type Generator } from '../generator.ts';
import { ofTables } from '../probe.ts';

const all: Generator['probe'] = () => ofTables('request', 'request_word', 'request_answer', 'request_told');

const boards = ['mine', 'to-me', 'overdue'];
const states = ['open', 'acknowledged', 'answered', 'declined', 'expired', 'closed', 'open,expired'];

const board = (draw: Draw): Record<string, string> => ({
  ...(!draw.once(4) && { board: draw.one(boards) }),
  ...(draw.once(3) && { state: draw.one(states) }),
});

/** Requests that the members know, mostly; then those that are hidden, and notes that ask nothing. */
function request(draw: Draw): string {
  const { requests, hiddenRequests } = draw.companions;
  if (hiddenRequests.length > 0 && draw.once(4)) return draw.one(hiddenRequests);
  return draw.once(8) || requests.length === 0 ? draw.object() : draw.one(requests);
}

/** Worlds begin in June 2026, and last for minutes. */
const date = (draw: Draw): string =>
  draw.once(8) ? '2026-05-01T00:00:00Z' : `2026-06-0${1 + draw.pick(2)}T00:0${1 + draw.pick(8)}:00Z`;

const asked = (draw: Draw): object => ({
  title: 'Who?',
  text: draw.words(),
  by: date(draw),
  records: draw.once(2) ? [] : draw.objects(2),
  addressees: [draw.audience(), ...(draw.once(3) ? [draw.audience()] : [])],
  ...(draw.once(4) && { tellAddressees: true }),
  ...(draw.once(4) && { label: { handling: ['TLP:AMBER'] } }),
});

const answer = (draw: Draw): object => ({
  text: draw.words(),
  records: draw.once(2) ? [] : draw.objects(2),
  ...(draw.once(2) && { extent: 'partly-answered' }),
  ...(draw.once(3) && { label: draw.label() }),
});

/** What the members are asked, mostly: each may answer it, whatever others say. */
function toThem(draw: Draw): string {
  const { requests, closable } = draw.companions;
  const asked = requests.filter((id) => !closable.includes(id));
  return draw.once(4) || asked.length === 0 ? request(draw) : draw.one(asked);
}

const act = (name: string, id: (draw: Draw) => string, body?: (draw: Draw) => object): Generator =>
  generator(
    `POST /api/v1/requests/:id/${name}`,
    (draw) => draw.api('POST', `/requests/${id(draw)}/${name}`, body?.(draw)),
    all,
  );
const reason = (draw: Draw): object => (draw.once(2) ? { reason: draw.words() } : {});

export const requestRoutes: Generator[] = [
  generator(
    'GET /api/v1/requests',
    (draw) => draw.list('GET /api/v1/requests', '/requests', board(draw)),
    all,
  ),
  generator(
    'GET /api/v1/requests/:id',
    (draw) => draw.varied('GET /api/v1/requests/:id', draw.api('GET', `/requests/${request(draw)}`)),
    all,
  ),
  generator('POST /api/v1/requests', (draw) => draw.api('POST', '/requests', asked(draw)), all),
  act('acknowledge', (draw) => (draw.once(3) ? request(draw) : draw.one(draw.companions.untouched))),
  act('answer', toThem, answer),
  act('decline', toThem, reason),
  act('nothing-held', toThem, reason),
  // Seldom of what they asked: what is closed is answered no more.
  generator(
    'POST /api/v1/requests/:id/close',
    (draw) =>
      draw.api(
        'POST',
        `/requests/${draw.once(3) ? request(draw) : draw.one(draw.companions.closable)}/close`,
      ),
    all,
  ),
];
