/** Objects, what refers to them, search, events and the export. */
import { around, idsIn, ofObjects, ofTypes, queryOf, withAnyOf, withText, type Probe } from '../probe.ts';
import type { Asked } from '../asked.ts';
import type { Draw } from '../draw.ts';
import { bytesOnly, generator, type Generator } from '../generator.ts';
import { addresses, fileNames, memberIds, words } from '../../world/pool.ts';

const ofIds: Generator['probe'] = (asked) => ofObjects(idsIn(asked));
const aroundIds: Generator['probe'] = (asked) => around(idsIn(asked));

type Query = (draw: Draw) => Record<string, string>;

const below = (
  path: string,
  id: (draw: Draw) => string,
  probe: Generator['probe'],
  query?: Query,
): Generator => {
  const route = `GET /api/v1/objects/:id${path}`;
  return generator(route, (draw) => draw.list(route, `/objects/${id(draw)}${path}`, query?.(draw)), probe);
};
const anyObject = (draw: Draw): string => draw.object();
const whose: Query = (draw) => (draw.once(3) ? { contributor: draw.one(memberIds) } : {});

const codes = ['TLP:AMBER', 'PAP:RED,EUROPOL:H1', 'TLP:GREEN,TLP:CLEAR'];

/** What a search asks. */
function searched(draw: Draw): Record<string, string> {
  const time = (): string => `2026-01-0${1 + draw.pick(5)}T00:00:00Z`;
  const timeOrMarking = (): Record<string, string> => {
    const before = time();
    const marking = codes[Number(before.slice(9, 10)) - 1];
    return marking === undefined ? { before } : { marking };
  };
  return {
    ...(!draw.once(4) && { q: draw.words() }),
    ...(draw.once(4) && { type: draw.types() }),
    ...(draw.once(6) && { contributor: `${draw.one(memberIds)},${draw.one(memberIds)}` }),
    ...(draw.once(8) && { since: time() }),
    ...(draw.once(8) && timeOrMarking()),
  };
}

/** A text that names what the worlds have, and its names. */
const named = [...words, ...fileNames, ...addresses];
const mentions = (draw: Draw) => {
  const text = Array.from({ length: 3 + draw.pick(6) }, () => draw.one(named)).join(
    draw.one([' and ', ', ', ' ']),
  );
  return draw.api('POST', '/mentions', { text });
};

const search = (draw: Draw): Asked => draw.list('GET /api/v1/search', '/search', searched(draw));

function facets(draw: Draw): Asked {
  const route = 'GET /api/v1/search/facets';
  const query = draw.once(3) ? {} : searched(draw);
  return draw.varied(route, draw.api('GET', `/search/facets?${new URLSearchParams(query).toString()}`));
}

const ofSearch = (asked: Asked): Probe => {
  const query = queryOf(asked);
  const words = query.get('q');
  return words === null ? ofTypes(query.get('type')) : withText(words, query.get('type'));
};

const known = (draw: Draw): Asked =>
  draw.api('POST', '/search/known', { lines: Array.from({ length: 1 + draw.pick(6) }, () => draw.words()) });

const firstWord = (line: string): string => line.trim().split(' ')[0] ?? '';
const linesOf = ({ payload = '' }: Asked): string[] => (JSON.parse(payload) as { lines: string[] }).lines;

/** Goes on from the id of an event that came before, or begins. */
function events(draw: Draw) {
  const given = draw.memory
    .of('GET /api/v1/events')
    .filter(({ asked }) => asked.headers['authorization']?.endsWith(draw.member))
    .flatMap(({ told }) => [...told.body.matchAll(/^id: (.*)$/gm)].map(([, id = '']) => id));
  const asked = draw.api('GET', draw.once(3) ? '/events' : '/events?from=start');
  if (given.length === 0 || draw.once(3)) return { ...asked, stream: true as const };
  const headers = { ...asked.headers, 'last-event-id': draw.one(given) };
  return { ...asked, headers, stream: true as const };
}

export const objectRoutes: Generator[] = [
  generator(
    'GET /api/v1/objects/:id',
    (draw) => draw.varied('GET /api/v1/objects/:id', draw.api('GET', `/objects/${draw.object()}`)),
    ofIds,
  ),
  below('/versions', anyObject, ofIds, whose),
  below('/claims', anyObject, ofIds),
  below('/references', (draw) => draw.known(), aroundIds),
  below('/neighbours', (draw) => draw.referred(), aroundIds),
  generator('GET /api/v1/search', search, ofSearch),
  generator('GET /api/v1/search/facets', facets, ofSearch),
  generator('POST /api/v1/search/known', known, (asked) => withAnyOf(linesOf(asked).map(firstWord))),
  generator('POST /api/v1/mentions', mentions, ({ payload = '' }) =>
    withAnyOf(named.filter((name) => payload.includes(name))),
  ),
  generator(
    'GET /api/v1/searches',
    (draw) => draw.list('GET /api/v1/searches', '/searches'),
    () => ofTypes(null),
  ),
  bytesOnly('POST /api/v1/searches', (draw) =>
    draw.api('POST', '/searches', { name: draw.words(), query: searched(draw) }),
  ),
  bytesOnly('POST /api/v1/searches/:id/open', (draw) =>
    draw.api('POST', `/searches/${draw.one(draw.companions.searches)}/open`),
  ),
  bytesOnly('DELETE /api/v1/searches/:id', (draw) =>
    draw.api('DELETE', `/searches/${draw.one([...draw.companions.searches, 'none'])}`),
  ),
  generator('GET /api/v1/events', events, () => ofTypes(null)),
  generator(
    'GET /api/v1/export',
    (draw) =>
      draw.api(
        'GET',
        `/export?versions=${draw.one(['latest', 'all'])}${draw.once(2) ? `&type=${draw.types()}` : ''}`,
      ),
    (asked) => ofTypes(queryOf(asked).get('type')),
  ),
  bytesOnly('POST /api/v1/validate', (draw) =>
    draw.api('POST', '/validate', { objects: [{ type: 'tool', id: draw.object() }] }),
  ),
];
