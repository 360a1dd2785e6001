/** Decisions, and what the cell is run by. What the secretary asks is in `as-secretary.ts`; none of these askers is one. */
import type { Draw } from '../draw.ts';
import { bytesOnly, generator, type Generator } from '../generator.ts';
import { ofTables } from '../probe.ts';

const path = '/api/v1/decisions/:id';
const nothing = 'e9000000-0000-4000-8000-000000000009';
const id = (draw: Draw): string =>
  draw.companions.decisions.length === 0 || draw.once(12) ? nothing : draw.one(draw.companions.decisions);
/** Mostly one that is put to everybody. */
const common = (draw: Draw): string => {
  const ids = draw.companions.decisions.slice(1, 6);
  return ids.length === 0 || draw.once(3) ? id(draw) : draw.one(ids);
};
/** Mostly one that the members have opened. */
const opened = (draw: Draw): string => {
  const ids = draw.memory
    .of(`GET ${path}`)
    .flatMap(({ asked, told }) =>
      told.status === 200 && asked.headers['authorization']?.endsWith(draw.member)
        ? [asked.url.split('/').at(-1) as string]
        : [],
    );
  return ids.length === 0 || draw.once(4) ? id(draw) : draw.one(ids);
};
const decided: Generator['probe'] = () => ofTables('decision', 'decision_voice', 'decision_step');
const received: Generator['probe'] = () => ofTables('decision_receipt');
const offered: Generator['probe'] = () => ofTables('public_offer');
const words = { en: 'harbour', fr: 'port' };
const text = { title: words, text: words, effect: { kind: 'communique' } };
const later = '2026-06-20T00:00:00Z';

/** The secretary of the cell alone does these. */
const secretary: Generator[] = [
  bytesOnly('POST /api/v1/decisions', (draw) => draw.api('POST', '/decisions', text)),
  bytesOnly(`PUT ${path}`, (draw) => draw.api('PUT', `/decisions/${id(draw)}`, text)),
  ...[
    ['table', { expiry: later }],
    ['extend', { expiry: later }],
    ['withdraw', { reason: 'No.' }],
    ['revise', { ...text, expiry: later }],
    ['refer', { reason: 'No.' }],
    ['lapse', { reason: 'No.' }],
    ['issue', undefined],
  ].map(([act, body]) =>
    bytesOnly(`POST ${path}/${act as string}`, (draw) =>
      draw.api('POST', `/decisions/${id(draw)}/${act as string}`, body as object | undefined),
    ),
  ),
];

const reading: Generator[] = [
  generator(
    'GET /api/v1/decisions',
    (draw) =>
      draw.list('GET /api/v1/decisions', '/decisions', {
        ...(draw.once(4) && { open: 'true' }),
        ...(draw.once(5) && { state: draw.one(['under-silence', 'adopted', 'consultation']) }),
      }),
    decided,
  ),
  generator('GET /api/v1/decisions/figures', (draw) => draw.api('GET', '/decisions/figures'), decided),
  generator(
    `GET ${path}`,
    (draw) => draw.varied(`GET ${path}`, draw.api('GET', `/decisions/${id(draw)}`)),
    decided,
  ),
  generator(
    `GET ${path}/receipts`,
    (draw) => draw.list(`GET ${path}/receipts`, `/decisions/${opened(draw)}/receipts`),
    received,
  ),
];

const speaking: Generator[] = [
  generator(
    `POST ${path}/break`,
    (draw) =>
      draw.api('POST', `/decisions/${common(draw)}/break`, {
        reason: draw.words().trim() || 'No.',
        ...(draw.once(2) && { amendment: { en: 'quiet' } }),
      }),
    decided,
  ),
  generator(
    `POST ${path}/statements`,
    (draw) =>
      draw.api('POST', `/decisions/${common(draw)}/statements`, {
        kind: draw.one(['reservation', 'interpretative-statement']),
        text: 'Not before June.',
      }),
    decided,
  ),
  generator(`POST ${path}/note`, (draw) => draw.api('POST', `/decisions/${common(draw)}/note`), decided),
];

const own = (draw: Draw): string =>
  encodeURIComponent(draw.one([...draw.companions.ownObjects, draw.object()]));
const ofCell: Generator[] = [
  bytesOnly('GET /api/v1/cell/calendar', (draw) => draw.api('GET', '/cell/calendar')),
  bytesOnly('PUT /api/v1/cell/calendar', (draw) =>
    draw.api('PUT', '/cell/calendar', { offset: 60, weekend: [0], holidays: [] }),
  ),
  bytesOnly('GET /api/v1/cell/constitution', (draw) => draw.api('GET', '/cell/constitution')),
  bytesOnly('POST /api/v1/cell/constitution', (draw) => draw.api('POST', '/cell/constitution', {})),
  generator(
    'GET /api/v1/public-offers',
    (draw) => draw.list('GET /api/v1/public-offers', '/public-offers'),
    offered,
  ),
  generator(
    'PUT /api/v1/public-offers/:id',
    (draw) => draw.api('PUT', `/public-offers/${own(draw)}`),
    offered,
  ),
  generator(
    'DELETE /api/v1/public-offers/:id',
    (draw) => draw.api('DELETE', `/public-offers/${own(draw)}`),
    offered,
  ),
];

export const decisionRoutes: Generator[] = [...reading, ...speaking, ...secretary, ...ofCell];
