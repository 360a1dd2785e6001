/** What an object refers to, and what refers to it. All of it is computed from forms that the reader gets. */
import type { FastifyInstance } from 'fastify';
import { objectOperations as operations } from '@entente/contract/object';
import { referencesOf, type Occurrence } from '@entente/core/release/references';
import { selectorOf } from '@entente/core/release/selectors';
import type { StixObject } from '@entente/core/stix/types';
import type { View } from '@entente/store/view/reader';
import type { Ports } from '../../ports.ts';
import { findObjects, type Found } from './entry.ts';
import { JsonText } from '../json-text.ts';
import { findObject, noSuchObject } from './objects.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { atDesk, type Desk } from './presented.ts';
import { route } from '../route.ts';

const ends = new Set([
  'source_ref',
  'target_ref',
  'sighting_of_ref',
  'where_sighted_refs',
  'observed_data_refs',
]);

export function linkRoutes(api: FastifyInstance, ports: Ports): void {
  route(api, operations.objectReferences, ({ caller, params: { id }, query }) =>
    atDesk(ports, caller, 'objectReferences', async (desk, view) => {
      const { served } = await findObject(view, id);
      const form = formOf(ports, view, served);
      if (form === undefined) throw noSuchObject();
      const places = placesOf(referencesOf(form));
      const targets = await findObjects(view, [...places.keys()]);
      const page = pageOfList(targets, pagingOf(ports, caller, ['references', id], query));
      const items = page.items.flatMap((target) => {
        const entry = desk.entry(target.served);
        return entry === undefined ? [] : [item({ properties: places.get(target.id) ?? [] }, { entry })];
      });
      return JsonText.page(items, page.next);
    }),
  );
  route(api, operations.objectNeighbours, ({ caller, params: { id }, query }) =>
    atDesk(ports, caller, 'objectNeighbours', async (desk, view) => {
      await findObject(view, id);
      const paging = pagingOf(ports, caller, ['neighbours', id], query);
      const after = typeof paging.position === 'string' ? paging.position : '';
      const found = await neighboursOf(ports, view, id, after, paging.limit + 1);
      const page = found.slice(0, paging.limit);
      const items = await neighbourTexts(desk, view, id, page);
      const last = page.at(-1);
      const next = found.length > page.length && last !== undefined ? paging.next(last.found.id) : undefined;
      return JsonText.page(items, next);
    }),
  );
}

interface Neighbour {
  found: Found;
  form: StixObject;
  properties: string[];
}

/**
 * Objects whose served form refers to this one, by id. Candidates come from the view alone; those whose
 * latest form no longer shows the reference are passed over.
 */
async function neighboursOf(
  ports: Ports,
  view: View,
  id: string,
  after: string,
  most: number,
): Promise<Neighbour[]> {
  const neighbours: Neighbour[] = [];
  for (let from = after; neighbours.length < most;) {
    const candidates = await view.referencing(id, most, from);
    for (const found of await findObjects(view, candidates)) {
      const form = formOf(ports, view, found.served);
      const properties = form && placesOf(referencesOf(form)).get(id);
      if (form !== undefined && properties !== undefined) neighbours.push({ found, form, properties });
    }
    const last = candidates.at(-1);
    if (last === undefined || candidates.length < most) break;
    from = last;
  }
  return neighbours.slice(0, most);
}

/** Neighbours as JSON text; a relationship or sighting comes with its other ends. */
async function neighbourTexts(
  desk: Desk,
  view: View,
  id: string,
  neighbours: readonly Neighbour[],
): Promise<string[]> {
  const others = neighbours.map(({ form }) => otherEnds(form, id));
  const found = new Map((await findObjects(view, [...new Set(others.flat())])).map((one) => [one.id, one]));
  return neighbours.flatMap(({ found: { served }, properties }, index) => {
    const entry = desk.entry(served);
    if (entry === undefined) return [];
    const across = (others[index] ?? []).flatMap((end) => found.get(end)?.served ?? []);
    return [item({ properties }, { entry, others: `[${desk.entries(across).join(',')}]` })];
  });
}

function otherEnds(form: StixObject, id: string): string[] {
  if (form.type !== 'relationship' && form.type !== 'sighting') return [];
  const named = referencesOf(form).filter(({ path }) => ends.has(String(path[0])));
  return [...new Set(named.map(({ target }) => target))].filter((target) => target !== id);
}

/** The form that the reader gets of an object. */
function formOf({ presenter }: Ports, view: View, seen: Found['served']): StixObject | undefined {
  const text = presenter.text(seen, view.reader);
  return text === undefined ? undefined : (JSON.parse(text) as StixObject);
}

/** Target → selectors of the places that refer to it. */
function placesOf(occurrences: readonly Occurrence[]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { target, path } of occurrences) {
    places.set(target, [...(places.get(target) ?? []), selectorOf(path)]);
  }
  return places;
}

/** A JSON object of values and of texts that are JSON already. */
function item(values: object, texts: Record<string, string>): string {
  const raw = Object.entries(texts).map(([name, text]) => `,${JSON.stringify(name)}:${text}`);
  return `${JSON.stringify(values).slice(0, -1)}${raw.join('')}}`;
}
