/**
 * Notices of recall: who lost what by its contributor's act, and the object that says so (ADR 5, "Recall, departure,
 * expiry").
 */
import { referencesOf, type Contribution } from './contribution.ts';
import type { Row } from './feed.ts';
import type { Handed, Loss } from './handed.ts';
import { noParts } from './label.ts';

/** The contributor of notices: no member. */
export const hub = 'hub';

/**
 * What a member lost by an act of `actor`: versions of which nothing is permitted any more, and parts that are
 * cut now. By object, version; each once.
 */
export function lossesOf(
  actor: string,
  before: readonly Row[],
  after: readonly Row[],
  within: ReadonlySet<Contribution>,
): Loss[] {
  const keyOf = ({ id, version, contributor }: Contribution): string => `${id} ${version} ${contributor}`;
  const still = new Set([...within].map(keyOf));
  const now = new Map(after.map((row) => [row.seen.contribution, row]));
  const losses = new Map<string, Loss>();
  for (const part of [false, true]) {
    for (const { seen } of before) {
      const { contribution: c } = seen;
      if (c.contributor !== actor || losses.has(keyOf(c))) continue;
      const row = now.get(c);
      const had = new Set(seen.cuts.map((cut) => cut.selector));
      const isLost = part
        ? row !== undefined && row.seen.cuts.some((cut) => !had.has(cut.selector))
        : row === undefined && !still.has(keyOf(c));
      if (!isLost) continue;
      const { id, version, contributor } = c;
      losses.set(keyOf(c), { id, version, contributor, part });
    }
  }
  return [...losses.values()].sort((a, b) =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : a.version < b.version ? -1 : a.version > b.version ? 1 : 0,
  );
}

/** The contribution of the hub's own that tells a member: it permits its addressee alone. */
export function noticeOf(
  reader: string,
  loss: Loss,
  at: bigint,
  place: { order: number; act: number; index: number },
  handed: Handed,
): Contribution {
  const object = handed.noticeObject(reader, loss, at);
  const label = { ...noParts(), any: [[`member:${reader}`]] };
  return {
    ...place,
    contributor: hub,
    id: String(object['id']),
    type: 'note',
    version: at,
    object,
    body: handed.canonical(object),
    label,
    labelAsPut: label,
    portions: [],
    heldBy: [],
    taken: [],
    references: referencesOf(object),
    foreign: new Map(),
  };
}
