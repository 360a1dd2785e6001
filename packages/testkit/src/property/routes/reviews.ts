/** Reviews of the members' own records, and what data subjects ask of them. */
import type { Draw } from '../draw.ts';
import { registered } from '../companion-own.ts';
import { bytesOnly, generator, type Generator } from '../generator.ts';
import { ofTypes } from '../probe.ts';

const all: Generator['probe'] = () => ofTypes(null);
const nothing = '00000000-0000-4000-8000-000000000000';

/** A moment after all worlds, which begin in June 2026. */
const review = '2027-06-01T00:00:00Z';

/** A request that one of the members has, mostly. */
const request = (draw: Draw, among: readonly string[]): string =>
  among.length === 0 || draw.once(6) ? nothing : draw.one(among);

/** What a data subject asks of the member itself, mostly: it is met, whatever other routes there are. */
const ownErasure = (draw: Draw): readonly string[] => {
  const { erasures } = draw.companions;
  const place = draw.pair.members.indexOf(draw.member);
  return draw.once(4) ? erasures : erasures.slice(place, place + 1);
};

const told = (path: string): Generator =>
  generator(
    `GET /api/v1/subject-requests/:id${path}`,
    (draw) => {
      const among = draw.once(2) ? draw.companions.subjectRequests : ownErasure(draw);
      return draw.api('GET', `/subject-requests/${request(draw, among)}${path}`);
    },
    all,
  );

/**
 * What is done about requests, of what concerns nobody else: what the members gave to others is recalled and relabelled
 * by acts of the worlds alone.
 */
const done = (method: 'PUT' | 'POST', path: string, body: (draw: Draw) => object): Generator =>
  generator(
    `${method} /api/v1/subject-requests/:id${path}`,
    (draw) => draw.api(method, `/subject-requests/${request(draw, ownErasure(draw))}${path}`, body(draw)),
    all,
  );

/** What the member has confirmed among the companions: the first of its own two objects. */
const confirmed = ({ companions, member, pair }: Draw): string =>
  companions.ownObjects[2 * pair.members.indexOf(member)] ?? '';

export const reviewRoutes: Generator[] = [
  bytesOnly('GET /api/v1/review-rules', (draw) => draw.api('GET', '/review-rules')),
  // A rule that holds for nobody in these worlds: it would date what the members put in by themselves.
  bytesOnly('PUT /api/v1/review-rules/:category/:purpose', (draw) =>
    draw.api('PUT', '/review-rules/witness/trial', { months: 12, graceDays: draw.pick(30) }),
  ),
  bytesOnly('DELETE /api/v1/review-rules/:category/:purpose', (draw) =>
    draw.api('DELETE', '/review-rules/witness/trial'),
  ),
  generator(
    'GET /api/v1/reviews',
    (draw) => draw.list('GET /api/v1/reviews', '/reviews', { within: draw.one(['400', '3660']) }),
    all,
  ),
  generator(
    'POST /api/v1/reviews/confirm',
    (draw) => draw.api('POST', '/reviews/confirm', { objects: [draw.unowned()], review, reason: 'checked' }),
    all,
  ),
  generator(
    'GET /api/v1/objects/:id/confirmations',
    (draw) => draw.api('GET', `/objects/${draw.once(3) ? draw.object() : confirmed(draw)}/confirmations`),
    all,
  ),
  generator(
    'GET /api/v1/subject-requests',
    (draw) => {
      const query = draw.once(3) ? { reference: draw.one([registered, draw.object()]) } : {};
      return draw.list('GET /api/v1/subject-requests', '/subject-requests', query);
    },
    all,
  ),
  generator(
    'POST /api/v1/subject-requests',
    (draw) =>
      draw.api('POST', '/subject-requests', {
        kind: draw.one(['access', 'erase']),
        via: 'subject',
        subject: 'Somebody',
        objects: [draw.unowned()],
      }),
    all,
  ),
  told(''),
  told('/file'),
  done('PUT', '/records', (draw) => ({ objects: [draw.unowned()] })),
  ...['/restrict', '/lift', '/erase'].map((path) => done('POST', path, () => ({}))),
  generator(
    'POST /api/v1/subject-requests/:id/answer',
    (draw) => {
      const id = request(draw, draw.companions.subjectRequests);
      const body = { outcome: 'granted', words: 'done' };
      return draw.api('POST', `/subject-requests/${id}/answer`, body);
    },
    all,
  ),
];
