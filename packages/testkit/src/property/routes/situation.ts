/** What came lately, who was given what, and the records of reads. */
import { memberIds } from '../../world/pool.ts';
import type { Draw } from '../draw.ts';
import { bytesOnly, generator, type Generator } from '../generator.ts';
import { ofTables, ofTypes } from '../probe.ts';

const all: Generator['probe'] = () => ofTypes(null);
const reads: Generator['probe'] = () => ofTables('read_record');

/** Worlds begin in June 2026, and last for minutes. */
const moment = (draw: Draw): string => `2026-06-01T00:0${draw.pick(3)}:${10 + draw.pick(50)}Z`;

const arrived = (draw: Draw): Record<string, string> => ({
  ...(draw.once(3) && { since: moment(draw) }),
  ...(draw.once(6) && { before: moment(draw) }),
  ...(draw.once(3) && { contributor: draw.one(memberIds) }),
  ...(draw.once(3) && { type: draw.object().split('--')[0] as string }),
});

function filter(draw: Draw): Record<string, string> {
  return {
    ...(draw.once(4) && { object: draw.object() }),
    ...(draw.once(4) && { account: `account of ${draw.member}` }),
    ...(draw.once(6) && { since: moment(draw) }),
    ...(draw.once(6) && { before: moment(draw) }),
  };
}

/** Supervisors of data protection alone are answered (docs/adr/0023), and none of those who ask is one. */
const supervised: Generator[] = [
  bytesOnly('GET /api/v1/supervision/access-records', (draw) =>
    draw.list('GET /api/v1/supervision/access-records', '/supervision/access-records', {
      ...filter(draw),
      ...(draw.once(3) && { member: draw.one(memberIds) }),
    }),
  ),
  bytesOnly('GET /api/v1/supervision/access-records/:member/:id/objects', (draw) =>
    draw.api('GET', `/supervision/access-records/${draw.one(memberIds)}/${1 + draw.pick(3)}/objects`),
  ),
  bytesOnly('GET /api/v1/supervision/recalls', (draw) =>
    draw.list('GET /api/v1/supervision/recalls', '/supervision/recalls', {
      ...(draw.once(3) && { object: draw.object() }),
      ...(draw.once(3) && { member: draw.one(memberIds) }),
    }),
  ),
];

export const situationRoutes: Generator[] = [
  generator(
    'GET /api/v1/arrivals',
    (draw) => draw.api('GET', `/arrivals?since=${draw.once(2) ? '2026-05-01T00:00:00Z' : moment(draw)}`),
    all,
  ),
  generator(
    'GET /api/v1/arrivals/objects',
    (draw) => draw.list('GET /api/v1/arrivals/objects', '/arrivals/objects', arrived(draw)),
    all,
  ),
  generator(
    'GET /api/v1/arrivals/weeks',
    (draw) => draw.api('GET', `/arrivals/weeks?weeks=${1 + draw.pick(3)}`),
    all,
  ),
  bytesOnly('PUT /api/v1/account/visit', (draw) => draw.api('PUT', '/account/visit')),
  generator('GET /api/v1/given', (draw) => draw.list('GET /api/v1/given', '/given'), all),
  generator(
    'GET /api/v1/access-records',
    (draw) => draw.list('GET /api/v1/access-records', '/access-records', filter(draw)),
    reads,
  ),
  generator(
    'GET /api/v1/access-records/:id/objects',
    (draw) =>
      draw.list('GET /api/v1/access-records/:id/objects', `/access-records/${1 + draw.pick(3)}/objects`),
    reads,
  ),
  ...supervised,
];
