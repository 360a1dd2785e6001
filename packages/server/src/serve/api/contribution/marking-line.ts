/** A label as one line of marking, as it stands at the head of a page. */
import type { Label } from '@entente/core/label/label';
import { formatTimestamp } from '@entente/core/stix/timestamp';

/** Everything in a label that has a name. */
export const idsIn = ({ levels, all, any, owners }: Label): string[] => [
  ...Object.keys(levels),
  ...all,
  ...owners,
  ...any.flat().map((audience) => audience.slice(audience.indexOf(':') + 1)),
];

/** @param names names by id; what has none is written as its id */
export function markingLine(label: Label, names: ReadonlyMap<string, string>): string {
  const name = (id: string): string => names.get(id) ?? id;
  const audience = (one: string): string =>
    one === 'public' ? 'ALL MEMBERS' : name(one.slice(one.indexOf(':') + 1));
  const day = (micros: number): string => formatTimestamp(BigInt(micros)).slice(0, 10);
  const pieces = [
    ...Object.entries(label.levels).map(([policy, rank]) => `${name(policy)} ${rank}`),
    ...(label.all.length === 0 ? [] : [`HOLDERS OF ${label.all.map(name).join(' AND ')}`]),
    ...label.any.map((clause) => `FOR ${clause.map(audience).join(' OR ')}`),
    ...(label.owners.length === 0 ? [] : [`CONSENT OF ${label.owners.map(name).join(' AND ')}`]),
    ...label.handling,
    ...(label.until === undefined ? [] : [`UNTIL ${day(label.until)}`]),
    ...(label.review === undefined ? [] : [`REVIEW BY ${day(label.review)}`]),
  ];
  return pieces.join(' // ');
}
