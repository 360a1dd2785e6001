/** How faults are planted: as a wrap of what the routes are given, with the whole database at hand. */
import type { JsonObject } from '@entente/core/stix/types';
import type { ContributionActs } from '@entente/server/acts/contributions';
import type { Ports } from '@entente/server/serve/ports';
import type { Emitted } from '@entente/store/view/group';
import type { View } from '@entente/store/view/reader';
import type { TestServer } from '../../server.ts';
import type { CandidateKind } from '../../world/candidates.ts';
import type { Plant } from '../stage.ts';

export interface Fault {
  name: string;
  /** The routes at which it shows: others need not be asked. */
  routes: RegExp;
  /** The kinds of hidden change that it tells of; all where left out. */
  kinds?: readonly CandidateKind[];
  /** Whether it tells of what goes with every pair: then it is sought together with others at other routes. */
  isOfCompanions?: true;
  /** The world to begin with, where it is found soon. */
  from?: number;
  /** Whether it takes what goes with the worlds, or that others read, to tell. */
  isAccompanied?: true;
  plant: Plant;
}

export type Full = TestServer['cell']['database']['writer'];

/** Replaces methods of every view that is read. */
export const inView =
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
export const inPut =
  (change: (put: ContributionActs['put'], full: Full) => ContributionActs['put']): Plant =>
  (ports, { cell }) => ({
    ...ports,
    contributions: {
      ...ports.contributions,
      put: change(ports.contributions.put.bind(ports.contributions), cell.database.writer),
    },
  });

/** Replaces the text of objects as they are served. */
export const inText =
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

export const changed = (text: string, change: (object: JsonObject) => JsonObject): string =>
  JSON.stringify(change(JSON.parse(text) as JsonObject));

export const count = async (full: Full, statement: string, values: readonly unknown[]): Promise<number> =>
  (await full.query<{ count: number }>(statement, [...values])).rows[0]?.count ?? 0;

/** Routes at which single objects are told, pages of TAXII, and puts. */
export const single = /objects\/:id/;
export const pages = /collections\/:collection\/(objects|manifest)\/$/;
export const puts = /^POST \/api\/v1\/contributions$/;
