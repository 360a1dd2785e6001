/**
 * Consent of owners. What is asked about objects of the worlds is refused; what succeeds is about objects that no act
 * of a world names, so that a change stays hidden.
 */
import type { ConsentCompanions } from '../companions-consent.ts';
import type { Draw } from '../draw.ts';
import { generator, type Generator } from '../generator.ts';
import { ofTables } from '../probe.ts';

const consents: Generator['probe'] = () => ofTables('consent', 'consent_answer', 'consent_item');
const held: Generator['probe'] = () => ofTables('contribution');
const nothing = 'b9000000-0000-4000-8000-000000000009';

type Own = ConsentCompanions['own'][0];
const ownOf = ({ companions, member }: Draw): Own | undefined =>
  companions.consents.own.find((one) => one.member === member);

/** Requests of a kind, mostly; else of another kind, of others, or what there is not. */
function request(draw: Draw, kind: 'asked' | 'received' | 'waiting'): string {
  const own = ownOf(draw);
  const { hidden } = draw.companions.consents;
  const any = own === undefined ? [] : [...own.asked, ...own.received, ...own.waiting];
  const others = [...hidden, ...hidden, ...any, nothing];
  return draw.one(own === undefined || draw.once(4) ? others : own[kind]);
}

const one = (method: 'GET' | 'POST', path: string, make: (draw: Draw) => [string, object?]): Generator =>
  generator(
    `${method} /api/v1/consents/:id${path}`,
    (draw) => {
      const [id, body] = make(draw);
      return draw.api(method, `/consents/${id}${path}`, body);
    },
    consents,
  );

const list = (path: string): Generator =>
  generator(`GET /api/v1${path}`, (draw) => draw.list(`GET /api/v1${path}`, path), consents);

const conditions = (draw: Draw): object => ({
  ...(draw.once(2) && { any: [[draw.audience(), `member:${draw.member}`]] }),
  ...(draw.once(3) && { until: draw.once(3) ? '2000-01-01T00:00:00Z' : '2199-01-01T00:00:00Z' }),
  ...(draw.once(3) && { parts: [draw.one(['name', 'description', 'id'])] }),
});

function answering(draw: Draw): object {
  if (draw.once(3)) return { word: 'refuse', words: 'Not now.' };
  return { word: 'consent', ...(draw.once(2) && { conditions: conditions(draw) }) };
}

function asking(draw: Draw): object {
  const own = ownOf(draw)?.held ?? [];
  return {
    object: own.length === 0 || draw.once(3) ? draw.unowned() : draw.one(own),
    label: draw.once(2) ? draw.label() : { any: [['public']] },
    purpose: 'watch list',
    by: draw.once(6) ? '2000-01-01T00:00:00Z' : '2200-01-01T00:00:00Z',
  };
}

export const consentRoutes: Generator[] = [
  list('/consents/asked'),
  list('/consents/received'),
  generator(
    'GET /api/v1/consents/held',
    (draw) => {
      const own = ownOf(draw)?.held ?? [];
      const object = own.length === 0 || draw.once(3) ? draw.object() : draw.one(own);
      return draw.api('GET', `/consents/held?object=${object}`);
    },
    held,
  ),
  generator('POST /api/v1/consents', (draw) => draw.api('POST', '/consents', asking(draw)), consents),
  one('GET', '', (draw) => [request(draw, draw.once(2) ? 'asked' : 'received')]),
  one('POST', '/confirm', (draw) => [request(draw, 'waiting')]),
  one('POST', '/answer', (draw) => [request(draw, 'received'), answering(draw)]),
  one('POST', '/withdraw', (draw) => [request(draw, draw.once(2) ? 'asked' : 'received')]),
];
