/** The ledger: the top log that everybody is shown, one's own log, and receipts. */
import type { Draw } from '../draw.ts';
import { bytesOnly, generator, type Generator } from '../generator.ts';

/** Every leaf of every log: whoever is permitted everything could see them all. */
const leaves: Generator['probe'] = () => [
  `select log, place, hash::text from ledger_node where level = 0 and log <> 'top' order by log, place`,
  [],
];

const numbers = (draw: Draw, first: string, second: string): string =>
  `?${first}=${draw.pick(4)}&${second}=${draw.once(4) ? 1 + draw.pick(9) : 1 + draw.pick(4)}`;

/** An act of the member's own, mostly. */
function act(draw: Draw): string {
  const told = draw.memory
    .of('GET /api/v1/ledger/receipts')
    .flatMap(({ told: { body } }) => [...body.matchAll(/"act":"([^"]+)"/g)].map(([, id = '']) => id));
  return told.length > 0 && !draw.once(6) ? draw.one(told) : '00000000-0000-4000-8000-000000000000';
}

const get = (path: string, query: (draw: Draw) => string = () => ''): Generator =>
  generator(`GET /api/v1/ledger/${path}`, (draw) => draw.api('GET', `/ledger/${path}${query(draw)}`), leaves);

export const ledgerRoutes: Generator[] = [
  bytesOnly('GET /api/v1/ledger/key', (draw) => draw.api('GET', '/ledger/key')),
  get('checkpoint'),
  get('consistency', (draw) => numbers(draw, 'first', 'second')),
  get('standing'),
  get('log/consistency', (draw) => numbers(draw, 'first', 'second')),
  get('log/inclusion', (draw) => numbers(draw, 'place', 'size')),
  get('log/leaves', (draw) => `?from=${draw.pick(3)}&limit=${1 + draw.pick(200)}`),
  get('log/openings', (draw) => `?from=${draw.pick(3)}&limit=${1 + draw.pick(200)}`),
  generator(
    'GET /api/v1/ledger/receipts',
    (draw) => draw.list('GET /api/v1/ledger/receipts', '/ledger/receipts'),
    leaves,
  ),
  generator(
    'GET /api/v1/ledger/receipts/:act',
    (draw) => draw.api('GET', `/ledger/receipts/${act(draw)}`),
    leaves,
  ),
];
