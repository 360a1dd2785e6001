/** What members call objects, as the view has it. */
import { namesIn } from '@entente/core/search/mentions';
import type { JsonObject } from '@entente/core/stix/types';
import type { SeenInView, View } from '@entente/store/view/reader';
import type { Presenter } from '../../present/present.ts';
import { findObjects } from './entry.ts';
import { claimsOf } from './objects.ts';

/** Objects are read in slices of so many. */
const slice = 500;

/** A claim with what it calls its object. */
export interface Named {
  readonly seen: SeenInView;
  /** As the caller is served it. */
  readonly form: JsonObject;
  readonly names: readonly string[];
}

/** What each member's latest version calls these objects, as the caller is served it. */
export async function namedIn(view: View, ids: readonly string[], presenter: Presenter): Promise<Named[]> {
  const named: Named[] = [];
  for (let from = 0; from < ids.length; from += slice) {
    for (const found of await findObjects(view, ids.slice(from, from + slice))) {
      for (const seen of claimsOf(found)) {
        const served = presenter.text(seen, view.reader);
        if (served === undefined) continue;
        const form = JSON.parse(served) as JsonObject;
        named.push({ seen, form, names: namesIn(form) });
      }
    }
  }
  return named;
}
