/** Faults of references: what hangs on an end, or on a value, that the reader may not see. */
import { createHash } from 'node:crypto';
import { parseLabel } from '@entente/core/label/label';
import { permitsUntil } from '@entente/core/label/permits';
import type { JsonObject } from '@entente/core/stix/types';
import { seenForm } from '@entente/store/view/group';
import type { SeenInView, View } from '@entente/store/view/reader';
import type { Plant } from '../stage.ts';
import { count, inText, inView, single, type Fault, type Full } from './plant.ts';

/** What others contributed of these objects, as it is stored. */
async function stored(full: Full, ids: readonly string[]): Promise<SeenInView[]> {
  const { rows } = await full.query<SeenInView>(
    `select c.id, c.object, c.version, c.contributor, h.label, l.body as "labelBody", c.timed, c.extended, c.body
     from contribution c join holding h on h.id = c.holding join label l on l.id = h.label
     where c.object = any($1::text[]) order by c.id`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    own: false,
    closed: [],
    portions: [],
    sees: [],
    shown: true,
    first: true,
    sole: true,
    added: undefined,
  }));
}

/** Single objects with contributions that their own label alone permits. */
const withheldToo = (isLeaked: (seen: SeenInView, view: View, full: Full) => Promise<boolean>): Plant =>
  inView((view, full) => ({
    objects: async (ids) => {
      const found = await view.objects(ids);
      const { rights, at } = view.reader;
      for (const one of await stored(full, ids)) {
        const seen = found.get(one.object) ?? [];
        const isPermitted = permitsUntil(parseLabel(one.labelBody), one.contributor, rights) > at;
        if (seen.some(({ id }) => id === one.id) || !isPermitted || !(await isLeaked(one, view, full)))
          continue;
        found.set(one.object, [...seen.map((other) => ({ ...other, shown: false })), one]);
      }
      return found;
    },
  }));

const endsOf = ({ body }: SeenInView): string[] => {
  const object = JSON.parse(body) as JsonObject;
  return [object['source_ref'], object['target_ref'], object['sighting_of_ref']].filter(
    (end) => typeof end === 'string',
  );
};

const isEnded = ({ object }: SeenInView): boolean => /^(relationship|sighting)--/.test(object);

export const referenceFaults: readonly Fault[] = [
  {
    name: 'a relationship to a hidden end',
    routes: single,
    from: 2,
    kinds: ['link'],
    plant: withheldToo((one) => Promise.resolve(isEnded(one))),
  },
  {
    name: "an end opened by the reader's own guess",
    routes: single,
    from: 5,
    kinds: ['link'],
    plant: withheldToo(async (one, view, full) => {
      if (!isEnded(one)) return false;
      const ends = endsOf(one);
      const mine = await count(
        full,
        'select count(distinct object) as count from contribution where contributor = $1 and object = any($2::text[])',
        [view.reader.rights.member, ends],
      );
      return mine > 0;
    }),
  },
  {
    name: 'correlation through a hidden property',
    routes: /objects\/:id$|objects\/$/,
    from: 8,
    kinds: ['part'],
    plant: inText((text, seen, _ports, reader) => {
      const { object } = seenForm(seen, reader.rights, (path, type) => {
        const target = path
          .split('.')
          .reduce<unknown>(
            (at, step) => (at as Record<string, unknown>)[step.replaceAll(/[[\]]/g, '')],
            JSON.parse(seen.body),
          );
        const digest = createHash('sha256').update(String(target)).digest('hex');
        return `${type}--${digest.slice(0, 8)}-0000-4000-8000-${digest.slice(8, 20)}`;
      });
      return seen.own || seen.closed === null ? text : JSON.stringify(object);
    }),
  },
  {
    name: 'a deterministic id over a cut value',
    routes: single,
    kinds: ['link'],
    plant: withheldToo((one) => Promise.resolve(!one.timed)),
  },
];
