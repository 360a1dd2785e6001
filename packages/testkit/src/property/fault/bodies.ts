/** Faults of bodies: of what others put in under the same id, or of what was cut. */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { writeParts } from '@entente/core/label/extension';
import { parseLabel } from '@entente/core/label/label';
import { plainTextOf, writtenText } from '@entente/core/release/plain';
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import type { Plant } from '../stage.ts';
import { changed, count, inText, inView, single, type Fault, type Full } from './plant.ts';

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

export const bodyFaults: readonly Fault[] = [
  {
    name: 'a hidden name in a history',
    routes: single,
    from: 45,
    kinds: ['add', 'claim', 'revise'],
    plant: inBodies(async (object, full) => {
      const { id } = object;
      const all = (await names(full, [String(id)])).get(String(id)) ?? [];
      return all.length > 1 ? { ...object, x_former_names: all } : object;
    }),
  },
  {
    name: 'the ETag of the stored body',
    routes: /objects\/:id(\/claims)?$/,
    from: 4,
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
    name: "another member's `revoked`",
    routes: single,
    from: 7,
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
    name: 'an audience list in a served marking',
    routes: single,
    from: 3,
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
