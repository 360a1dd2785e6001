/** What members see, read as their own accounts read it. */
import type { JsonObject } from '@entente/core/stix/types';
import type { Caller } from '@entente/server/caller';
import type { OpenCell } from '@entente/server/open-cell';
import type { SeenContribution } from './page.html.ts';

/** A contribution in a view, and whether something in it is cut. */
export interface Seen extends SeenContribution {
  isCut: boolean;
}

/** All that the caller sees: of each contributor's versions of an object the latest. */
export function readView({ ports }: OpenCell, caller: Caller): Promise<Seen[]> {
  return ports.view(caller, async (view) => {
    const ids = new Set<string>();
    for (let after = 0; ;) {
      const events = await view.events(after, 1000);
      for (const { object } of events) ids.add(object);
      const last = events.at(-1);
      if (last === undefined) break;
      after = last.at;
    }
    const latest = new Map<string, { version: number; seen: Seen }>();
    for (const one of [...(await view.objects([...ids])).values()].flat()) {
      const key = `${one.object} ${one.contributor}`;
      const text = one.first ? ports.presenter.text(one, view.reader) : undefined;
      if (text === undefined || (latest.get(key)?.version ?? -1) >= one.version) continue;
      const isCut = !one.own && ports.presenter.cuts(one, view.reader).length > 0;
      const object = JSON.parse(text) as JsonObject;
      latest.set(key, { version: one.version, seen: { object, contributor: one.contributor, isCut } });
    }
    return [...latest.values()].map(({ seen }) => seen);
  });
}
