/** Objects of the view: one, its versions, and what each member says of it. */
import type { FastifyInstance } from 'fastify';
import { objectOperations as operations } from '@entente/contract/object';
import { Failure } from '@entente/core/failure';
import type { SeenInView, View } from '@entente/store/view/reader';
import type { Ports } from '../../ports.ts';
import { findObjects, latest, type Found } from './entry.ts';
import { JsonText } from '../json-text.ts';
import { pageOfList, pagingOf } from '../paging.ts';
import { atDesk } from './presented.ts';
import { route } from '../route.ts';

/** Withheld and missing are one: the same words after the same statements. */
export const noSuchObject = (): Failure => new Failure('not-found', 'There is no such object.');

/** What the view has of an object; throws Failure `not-found` where it has nothing. */
export async function findObject(view: View, id: string): Promise<Found> {
  const [found] = await findObjects(view, [id]);
  if (found === undefined) throw noSuchObject();
  return found;
}

export function objectRoutes(api: FastifyInstance, ports: Ports): void {
  route(api, operations.object, ({ caller, params: { id } }) =>
    atDesk(ports, caller, 'object', async (desk, view) => {
      const text = desk.entry((await findObject(view, id)).served);
      if (text === undefined) throw noSuchObject();
      return new JsonText(text);
    }),
  );
  route(api, operations.objectVersions, ({ caller, params: { id }, query }) =>
    atDesk(ports, caller, 'objectVersions', async (desk, view) => {
      const found = await findObject(view, id);
      const contributor = query.contributor ?? found.served.contributor;
      const paging = pagingOf(ports, caller, ['versions', id, contributor], query);
      const page = pageOfList(versionsOf(found, contributor), paging);
      return JsonText.page(desk.entries(page.items), page.next);
    }),
  );
  route(api, operations.objectClaims, ({ caller, params: { id }, query }) =>
    atDesk(ports, caller, 'objectClaims', async (desk, view) => {
      const found = await findObject(view, id);
      const paging = pagingOf(ports, caller, ['claims', id], query);
      if (query.opened !== undefined) desk.open(id);
      const page = pageOfList(claimsOf(found), paging);
      return JsonText.page(desk.entries(page.items), page.next);
    }),
  );
}

/** One contributor's versions, newest first. */
function versionsOf({ seen }: Found, contributor: string): SeenInView[] {
  return seen
    .filter((one) => one.first && one.contributor === contributor)
    .sort((a, b) => b.version - a.version);
}

/** The latest version of each contributor: first whose object is served, then by id. */
export function claimsOf({ seen, served }: Found): SeenInView[] {
  const others = [...new Set(seen.map(({ contributor }) => contributor))]
    .filter((contributor) => contributor !== served.contributor)
    .sort();
  const claims = others.map((contributor) =>
    latest(seen.filter((one) => one.first && one.contributor === contributor)),
  );
  return [served, ...claims.filter((claim) => claim !== undefined)];
}
