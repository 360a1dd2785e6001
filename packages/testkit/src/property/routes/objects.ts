/** Objects, what refers to them, search, events and the export. */
import { around, idsIn, ofObjects, ofTypes, queryOf, withAnyOf, withText } from '../probe.ts';
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

function search(draw: Draw) {
  const time = (): string => `2026-01-0${1 + draw.pick(5)}T00:00:00Z`;
  return draw.list('GET /api/v1/search', '/search', {
    ...(!draw.once(4) && { q: draw.words() }),
    ...(draw.once(4) && { type: draw.types() }),
    ...(draw.once(8) && { since: time() }),
    ...(draw.once(8) && { before: time() }),
  });
}

/** A text that names what the worlds have, and its names. */
const named = [...words, ...fileNames, ...addresses];
const mentions = (draw: Draw) => {
  const text = Array.from({ length: 3 + draw.pick(6) }, () => draw.one(named)).join(
    draw.one([' and ', ', ', ' ']),
  );
  return draw.api('POST', '/mentions', { text });
};

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
  generator('GET /api/v1/search', search, (asked) => {
    const query = queryOf(asked);
    const words = query.get('q');
    return words === null ? ofTypes(query.get('type')) : withText(words, query.get('type'));
  }),
  generator('POST /api/v1/mentions', mentions, ({ payload = '' }) =>
    withAnyOf(named.filter((name) => payload.includes(name))),
  ),
  generator(
    'GET /api/v1/search/facets',
    (draw) => draw.varied('GET /api/v1/search/facets', draw.api('GET', '/search/facets')),
    () => ofTypes(null),
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
