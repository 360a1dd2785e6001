/** TAXII 2.1, endpoint by endpoint. */
import { versionTime } from '../../world/pool.ts';
import type { Draw } from '../draw.ts';
import { header } from '../asked.ts';
import { bytesOnly, generator, type Generator } from '../generator.ts';
import { idsIn, ofObjects, ofTables, ofTypes, queryOf } from '../probe.ts';
import { refusedObjects } from './contributions.ts';

const root = '/taxii2/cell/';
const below = `${root}collections/:collection/`;

const readable = (draw: Draw): string => (draw.once(5) ? 'own' : 'view');

function filters(draw: Draw, route: string, fields: readonly string[]): Record<string, string> {
  const version = (): string =>
    draw.one(['all', 'first', 'last', `first,${versionTime(draw.pick(4))}`, versionTime(draw.pick(4))]);
  const dates = draw.memory.of(route).flatMap(({ told }) => header(told, 'x-taxii-date-added-last') ?? []);
  return {
    ...(!draw.once(4) && { limit: String(1 + draw.pick(5)) }),
    ...(dates.length > 0 && draw.once(4) && { added_after: draw.one(dates) }),
    ...(draw.once(2) && { 'match[version]': version() }),
    ...(fields.includes('id') && draw.once(5) && { 'match[id]': draw.objects(3).join() }),
    ...(fields.includes('type') && draw.once(5) && { 'match[type]': draw.types() }),
  };
}

function paged(draw: Draw, route: string, path: string, fields: readonly string[]) {
  const search = new URLSearchParams(filters(draw, route, fields)).toString();
  const asked = draw.taxii(
    'GET',
    `cell/collections/${readable(draw)}/${path}${search === '' ? '' : `?${search}`}`,
  );
  const next = draw.once(4) ? draw.cursor(route) : undefined;
  if (next !== undefined) return { ...asked, ...next };
  return draw.once(15) ? { ...asked, method: 'HEAD' as const } : asked;
}

const ofPage: Generator['probe'] = (asked) => {
  const query = queryOf(asked);
  const ids = query.get('match[id]');
  return ids === null ? ofTypes(query.get('match[type]')) : ofObjects(ids.split(','));
};
const ofIds: Generator['probe'] = (asked) => ofObjects(idsIn(asked));

const list = (path: string): Generator =>
  generator(
    `GET ${below}${path}`,
    (draw) => paged(draw, `GET ${below}${path}`, path, ['id', 'type']),
    ofPage,
  );
const single = (path: string): Generator =>
  generator(
    `GET ${below}objects/:object/${path}`,
    (draw) => paged(draw, `GET ${below}objects/:object/${path}`, `objects/${draw.object()}/${path}`, []),
    ofIds,
  );

/** A status that a member was given, or one of another. */
function status(draw: Draw) {
  const given = draw.memory
    .of(`POST ${below}objects/`)
    .flatMap(({ told }) => /"id":"([0-9a-f-]{36})"/.exec(told.body)?.[1] ?? []);
  return draw.taxii(
    'GET',
    `cell/status/${draw.one(given.length > 0 && !draw.once(3) ? given : draw.companions.statuses)}/`,
  );
}

export const taxiiRoutes: Generator[] = [
  bytesOnly('GET /taxii2/', (draw) => draw.taxii('GET', '')),
  bytesOnly(`GET ${root}`, (draw) => draw.taxii('GET', 'cell/')),
  generator(`GET ${root}status/:status/`, status, () => ofTables('taxii_status')),
  generator(
    `GET ${root}collections/`,
    (draw) => draw.taxii('GET', 'cell/collections/'),
    () => ofTables('community', 'roster'),
  ),
  generator(
    `GET ${below}`,
    (draw) => draw.taxii('GET', `cell/collections/${draw.once(4) ? 'view' : draw.community()}/`),
    () => ofTables('community', 'roster'),
  ),
  list('manifest/'),
  list('objects/'),
  single(''),
  single('versions/'),
  generator(
    `POST ${below}objects/`,
    (draw) =>
      draw.taxii('POST', `cell/collections/${draw.one(['own', 'own', draw.community()])}/objects/`, {
        objects: refusedObjects(draw),
      }),
    ofIds,
  ),
  generator(
    `DELETE ${below}objects/:object/`,
    (draw) =>
      draw.taxii(
        'DELETE',
        `cell/collections/own/objects/${draw.unowned()}/${draw.once(3) ? '?match[version]=first' : ''}`,
      ),
    ofIds,
  ),
];
