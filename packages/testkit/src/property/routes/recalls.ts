/** Recalls told to the members and their own, and who opened what they gave. */
import type { Draw } from '../draw.ts';
import { generator, type Generator } from '../generator.ts';
import { idsIn, ofObjects, ofTypes, type Probe } from '../probe.ts';

const all: Generator['probe'] = () => ofTypes(null);

/** What is there of objects, and who opened them. */
const openedOf = (ids: readonly string[]): Probe => {
  const [statement, values] = ofObjects(ids);
  return [
    `select (select json_agg(x) from (${statement}) x) as objects,
       (select json_agg(o order by o.at, o.member) from opened o where o.object = any($1::text[])) as opened`,
    values,
  ];
};

const nothing = '00000000-0000-4000-8000-000000000000';

/** One that any of the members was told of, mostly. */
function recall(draw: Draw): string {
  const answers = draw.memory.of('GET /api/v1/recalls').filter(({ told }) => told.status === 200);
  const ids = answers.flatMap(({ told }) =>
    [...told.body.matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id = '']) => id),
  );
  return ids.length === 0 || draw.once(6) ? nothing : draw.one(ids);
}

/** Of what the members put in, mostly. */
function owned(draw: Draw): string {
  const own = draw.pair.before.acts.flatMap((act) =>
    act.kind === 'put' && act.member === draw.member ? act.objects.map(({ id }) => String(id)) : [],
  );
  const hot = own.filter((id) => draw.hot.includes(id));
  if (hot.length > 0 && !draw.once(4)) return draw.one(hot);
  return own.length === 0 || draw.once(4) ? draw.object() : draw.one(own);
}

const listOf = (path: string): Generator =>
  generator(
    `GET /api/v1/recalls/:id${path}`,
    (draw) => draw.list(`GET /api/v1/recalls/:id${path}`, `/recalls/${recall(draw)}${path}`),
    all,
  );

export const recallRoutes: Generator[] = [
  generator(
    'GET /api/v1/recalls',
    (draw) =>
      draw.list('GET /api/v1/recalls', '/recalls', {
        ...(draw.once(4) && { state: draw.one(['open', 'acknowledged']) }),
      }),
    all,
  ),
  generator(
    'GET /api/v1/recalls/own',
    (draw) =>
      draw.list('GET /api/v1/recalls/own', '/recalls/own', { ...(draw.once(4) && { object: owned(draw) }) }),
    all,
  ),
  generator('GET /api/v1/recalls/:id', (draw) => draw.api('GET', `/recalls/${recall(draw)}`), all),
  listOf('/objects'),
  listOf('/derived'),
  generator(
    'POST /api/v1/recalls/:id/acknowledge',
    (draw) =>
      draw.api('POST', `/recalls/${recall(draw)}/acknowledge`, { ...(draw.once(2) && { words: 'done' }) }),
    all,
  ),
  generator(
    'GET /api/v1/objects/:id/openings',
    (draw) => draw.api('GET', `/objects/${owned(draw)}/openings`),
    (asked) => openedOf(idsIn(asked)),
  ),
];
