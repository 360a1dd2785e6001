/**
 * Faults of the kind that leak, each planted as a wrap of what the routes are given, with the whole database at
 * hand. The tests of the property must find every one of them.
 */
import { createHash } from 'node:crypto';
import { Failure } from '@entente/core/failure';
import { parseLabel } from '@entente/core/label/label';
import { permitsUntil } from '@entente/core/label/permits';
import { writeParts } from '@entente/core/label/extension';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { plainTextOf, writtenText } from '@entente/core/release/plain';
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import type { ContributionActs, PutReport } from '@entente/server/acts/contributions';
import type { Ports } from '@entente/server/serve/ports';
import { seenForm, type Emitted } from '@entente/store/view/group';
import type { Count, SeenInView, View } from '@entente/store/view/reader';
import type { TestServer } from '../server.ts';
import type { CandidateKind } from '../world/candidates.ts';
import type { Plant } from './stage.ts';

export interface Fault {
  name: string;
  /** The routes at which it shows: others need not be asked. */
  routes: RegExp;
  /** The kinds of hidden change that it tells of; all where left out. */
  kinds?: readonly CandidateKind[];
  plant: Plant;
}

type Full = TestServer['cell']['database']['writer'];

/** Replaces methods of every view that is read. */
const inView =
  (change: (view: View, full: Full) => Partial<View>): Plant =>
  (ports, { cell }) => ({
    ...ports,
    view: (caller, read) =>
      ports.view(caller, (view) => {
        const changed = change(view, cell.database.writer);
        const faulty = new Proxy(view, {
          get: (target, name) => {
            const value: unknown = Reflect.get(name in changed ? changed : target, name);
            return typeof value === 'function'
              ? (value as () => unknown).bind(name in changed ? changed : target)
              : value;
          },
        });
        return read(faulty);
      }),
  });

/** Replaces what a put does, or what it answers. */
const inPut =
  (change: (put: ContributionActs['put'], full: Full) => ContributionActs['put']): Plant =>
  (ports, { cell }) => ({
    ...ports,
    contributions: {
      ...ports.contributions,
      put: change(ports.contributions.put.bind(ports.contributions), cell.database.writer),
    },
  });

const inText =
  (
    change: (
      text: string,
      seen: Emitted,
      ports: Ports,
      reader: Parameters<Ports['presenter']['text']>[1],
    ) => string,
  ): Plant =>
  (ports) => ({
    ...ports,
    presenter: {
      ...ports.presenter,
      text: (seen, reader) => {
        const text = ports.presenter.text(seen, reader);
        return text === undefined ? undefined : change(text, seen, ports, reader);
      },
    },
  });

const changed = (text: string, change: (object: JsonObject) => JsonObject): string =>
  JSON.stringify(change(JSON.parse(text) as JsonObject));

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

const count = async (full: Full, statement: string, values: readonly unknown[]): Promise<number> =>
  (await full.query<{ count: number }>(statement, [...values])).rows[0]?.count ?? 0;

const endsOf = ({ body }: SeenInView): string[] => {
  const object = JSON.parse(body) as JsonObject;
  return [object['source_ref'], object['target_ref'], object['sighting_of_ref']].filter(
    (end) => typeof end === 'string',
  );
};

const isEnded = ({ object }: SeenInView): boolean => /^(relationship|sighting)--/.test(object);

/** The bodies of everything under an id, whoever contributed it. */
const names = async (full: Full, ids: readonly string[]): Promise<Map<string, string[]>> => {
  const { rows } = await full.query<{ object: string; name: string }>(
    `select object, body::jsonb ->> 'name' as name from contribution
     where object = any($1::text[]) and body::jsonb ? 'name' order by object, version, contributor, 2`,
    [ids],
  );
  const all = new Map<string, string[]>();
  for (const { object, name } of rows) all.set(object, [...new Set([...(all.get(object) ?? []), name])]);
  return all;
};

const changedBody = (object: JsonObject): { body: string; extended: boolean } => {
  const { text, extended } = plainTextOf(object as StixObject);
  return { body: text, extended };
};

/** Bodies of what is seen, changed by what everybody contributed. */
const inBodies = (change: (object: JsonObject, full: Full) => Promise<JsonObject>): Plant =>
  inView((view, full) => ({
    objects: async (ids) => {
      const found = await view.objects(ids);
      for (const [id, all] of found) {
        const faulty = await Promise.all(
          all.map(async (seen) => ({
            ...seen,
            ...changedBody(await change(JSON.parse(writtenText(seen.body)) as JsonObject, full)),
          })),
        );
        found.set(id, faulty);
      }
      return found;
    },
  }));

const others = `from contribution where contributor <> $1 and object = any($2::text[])`;
const idsOf = (command: Parameters<ContributionActs['put']>[1]): string[] =>
  command.incoming.map(({ value }) => String((value as JsonObject)['id']));

const faulty = (report: PutReport, change: (answer: PutReport['answers'][number]) => object): PutReport => ({
  ...report,
  answers: report.answers.map((answer) => ({ ...answer, ...change(answer) })),
});

const single = /objects\/:id/;
const pages = /collections\/:collection\/(objects|manifest)\/$/;
const puts = /^POST \/api\/v1\/contributions$/;

export const faults: readonly Fault[] = [
  {
    name: 'a relationship to a hidden end',
    routes: single,
    kinds: ['link'],
    plant: withheldToo((one) => Promise.resolve(isEnded(one))),
  },
  {
    name: "an end opened by the reader's own guess",
    routes: single,
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
    name: 'a hidden name in a history',
    routes: single,
    kinds: ['add', 'claim', 'revise'],
    plant: inBodies(async (object, full) => {
      const { id } = object;
      const all = (await names(full, [String(id)])).get(String(id)) ?? [];
      return all.length > 1 ? { ...object, x_former_names: all } : object;
    }),
  },
  {
    name: 'a count over hidden objects',
    routes: /facets/,
    plant: inView((_view, full) => ({
      counts: async () => {
        const { rows } = await full.query<Count>(
          `select type, contributor, count(distinct object) as count from contribution
           group by type, contributor order by type, contributor`,
        );
        return rows;
      },
    })),
  },
  {
    name: '"already exists" on create',
    routes: puts,
    plant: inPut((put, full) => async (caller, command) => {
      const found = await count(full, `select count(*) as count ${others}`, [caller.member, idsOf(command)]);
      if (found > 0) throw new Failure('conflict', 'One of these objects exists already.');
      return put(caller, command);
    }),
  },
  {
    name: '*unchanged* on a guess',
    routes: puts,
    plant: inPut((put, full) => async (caller, command) => {
      const { rows } = await full.query<{ object: string }>(`select distinct object ${others}`, [
        caller.member,
        idsOf(command),
      ]);
      const known = new Set(rows.map(({ object }) => object));
      const report = await put(caller, command);
      return faulty(report, ({ id, outcome }) => (known.has(id) ? { outcome: 'unchanged' } : { outcome }));
    }),
  },
  {
    name: 'the roster of a sharing group',
    routes: /roster/,
    plant: inView(({ directory, coalition }) => ({
      directory: new Proxy(directory, {
        get: (target, name) => {
          if (name !== 'roster') return Reflect.get(target, name) as unknown;
          return (id: string) => {
            const entries = coalition.rosters.entries.filter(({ community }) => community === id);
            return entries.length === 0
              ? undefined
              : entries.map(({ entry }) => ({ entry, kind: 'member' as const }));
          };
        },
      }),
    })),
  },
  {
    name: 'the past of a roster from before the reader',
    routes: /roster\/past/,
    plant: inView(({ directory }, full) => ({
      directory: new Proxy(directory, {
        get: (target, name) => {
          if (name !== 'rosterPast') return Reflect.get(target, name) as unknown;
          return async (id: string) => {
            const past = await target.rosterPast(id);
            const before = await count(full, 'select count(*) as count from roster_past', []);
            return past && { ...past, since: past.since - before };
          };
        },
      }),
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
    name: 'correlation through a hidden property',
    routes: /objects\/:id$|objects\/$/,
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
    name: 'a uniqueness error',
    routes: puts,
    plant: inPut((put, full) => async (caller, command) => {
      const given = command.incoming
        .map(({ value }) => (value as JsonObject)['name'])
        .filter((name) => typeof name === 'string');
      const found = await count(
        full,
        `select count(*) as count from contribution where contributor <> $1 and body::jsonb ->> 'name' = any($2::text[])`,
        [caller.member, given],
      );
      const report = await put(caller, command);
      return found > 0
        ? faulty(report, () => ({ outcome: 'rejected', findings: [{ path: 'name', message: 'is taken' }] }))
        : report;
    }),
  },
  {
    name: 'a score from global statistics',
    routes: /^GET \/api\/v1\/search$/,
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
    name: 'a deterministic id over a cut value',
    routes: single,
    kinds: ['link'],
    plant: withheldToo((one) => Promise.resolve(!one.timed)),
  },
  {
    name: 'the ETag of the stored body',
    routes: /objects\/:id(\/claims)?$/,
    kinds: ['part'],
    plant: (ports) => {
      let body = '';
      return {
        ...inText((text, seen) => {
          body = seen.body;
          return text;
        })(ports, undefined as never),
        digest: (purpose, text) => ports.digest(purpose, body === '' ? text : body),
      };
    },
  },
  {
    name: 'an opening that only others could foresee',
    routes: /openings$/,
    plant: (ports, { cell }) => ({
      ...ports,
      access: {
        ...ports.access,
        openings: async ({ member }, objects) => {
          const { rows } = await cell.database.writer.query<{
            object: string;
            member: string;
            first: number;
          }>(
            `select object, member, min(at) as first from opened where object = any($1::text[]) and member <> $2
             group by 1, 2 order by 3, 2`,
            [objects, member],
          );
          return new Map(
            objects.map((one) => [
              one,
              { readers: rows.filter(({ object }) => object === one), rest: false },
            ]),
          );
        },
      },
    }),
  },
  {
    name: 'a recall told of whoever lost something by it',
    routes: /recalls\/own$/,
    plant: (ports, { cell }) => ({
      ...ports,
      recalls: {
        ...ports.recalls,
        own: async (caller, page) => {
          const { rows } = await cell.database.writer.query<{
            act: string;
            member: string;
            at: number | null;
          }>('select act, member, acknowledged_at as at from recall where contributor = $1 order by member', [
            caller.member,
          ]);
          return (await ports.recalls.own(caller, page)).map((one) => ({
            ...one,
            members: rows
              .filter(({ act }) => act === one.act)
              .map(({ member, at }) => ({ member, acknowledgedAt: at })),
          }));
        },
      },
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
    name: "another member's `revoked`",
    routes: single,
    kinds: ['add', 'echo'],
    plant: inBodies(async (object, full) => {
      const revoked = await count(
        full,
        'select count(*) as count from contribution where object = $1 and revoked',
        [object['id']],
      );
      return revoked > 0 ? { ...object, revoked: true } : object;
    }),
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
  {
    name: 'an audience list in a served marking',
    routes: single,
    kinds: ['audience'],
    plant: inText((text, seen) => {
      if (seen.own) return text;
      const any = parseLabel(seen.labelBody).any.map((clause) =>
        clause.map((audience) => audience.replace(/@\d+$/, '')),
      );
      return changed(text, (object) => {
        const extensions = object['extensions'] as JsonObject | undefined;
        return { ...object, extensions: { ...extensions, [labelExtensionId]: writeParts({ any }) } };
      });
    }),
  },
];
