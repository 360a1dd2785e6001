/** Faults of counts, orders and dates over what is hidden. */
import type { Count, View } from '@entente/store/view/reader';
import { count, inView, pages, type Fault } from './plant.ts';

export const countFaults: readonly Fault[] = [
  {
    name: 'a count over hidden objects',
    routes: /facets/,
    plant: inView((_view, full) => ({
      counts: async () => {
        const { rows } = await full.query<Count>(
          `select type, contributor, '{}'::text[] as markings, count(distinct object) as count from contribution
           group by type, contributor order by type, contributor`,
        );
        return rows;
      },
    })),
  },
  {
    name: 'a marking of hidden objects among those of what is counted',
    routes: /facets/,
    from: 11,
    plant: inView((view, full) => ({
      counts: async (query) => {
        const { rows } = await full.query<{ code: string }>(
          `select distinct code from contribution c join holding h on h.id = c.holding
             join label l on l.id = h.label, unnest(l.codes) as code`,
        );
        const [first, ...others] = await view.counts(query);
        if (first === undefined) return [];
        return [{ ...first, markings: rows.map(({ code }) => code) }, ...others];
      },
    })),
  },
  {
    name: '`more: true` with nothing to come',
    routes: pages,
    plant: inView((view, full) => ({
      feedRecords: async (filter) => {
        const page = await view.feedRecords(filter);
        const all = await count(full, 'select count(*) as count from contribution', []);
        return { ...page, more: page.more || (page.records.length > 0 && all > page.records.length + 4) };
      },
      feedPage: async (filter) => {
        const page = await view.feedPage(filter);
        const all = await count(full, 'select count(*) as count from contribution', []);
        return { ...page, more: page.more || (page.last !== undefined && all > filter.limit + 4) };
      },
    })),
  },
  {
    name: 'a score from global statistics',
    routes: /^GET \/api\/v1\/search$/,
    from: 11,
    plant: inView((view, full) => ({
      search: async (query) => {
        const hits = await view.search(query);
        const { rows } = await full.query<{ object: string; uses: number }>(
          `select target as object, count(*) as uses from contribution c
             cross join lateral references_of(c.targets, c.openings) where target = any($1::text[]) group by target`,
          [hits.map(({ object }) => object)],
        );
        const uses = new Map(rows.map((row) => [row.object, row.uses]));
        return hits.toSorted((a, b) => (uses.get(b.object) ?? 0) - (uses.get(a.object) ?? 0));
      },
    })),
  },
  {
    name: 'an index of names that leaves out as many as hidden ones fill it',
    routes: /screenings$/,
    from: 14,
    plant: inView((view, full) => {
      const fewer = async <Row>(rows: readonly Row[]): Promise<Row[]> => {
        const named = `select count(*) as count from contribution where type in ('identity', 'threat-actor')`;
        return rows.slice(0, Math.max(0, rows.length - ((await count(full, named, [])) % 3)));
      };
      return {
        browse: async (query) => fewer(await view.browse(query)),
        events: async (after, limit) => fewer(await view.events(after, limit)),
      };
    }),
  },
  {
    name: 'arrivals counted over hidden objects',
    routes: /arrivals$/,
    plant: inView((_view, full) => ({
      arrivals: {
        byContributor: async () =>
          (
            await full.query<{ contributor: string; objects: number }>(
              'select contributor, count(distinct object) as objects from contribution group by 1 order by 2 desc, 1',
            )
          ).rows,
      } as unknown as View['arrivals'],
    })),
  },
  {
    name: 'a gap in `date_added`',
    routes: pages,
    plant: inView((view, full) => ({
      feedRecords: async (filter) => {
        const { records, more } = await view.feedRecords(filter);
        const { rows } = await full.query<{ at: number }>(
          'select h.at from contribution c join change h on h.no = c.change order by h.at',
        );
        const before = (added: number): number => rows.filter(({ at }) => at <= added).length;
        return {
          more,
          records: records.map((record) => ({ ...record, added: record.added + before(record.added) })),
        };
      },
    })),
  },
];
