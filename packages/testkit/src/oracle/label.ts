/** The oracle's own label: ADR 5, "The label and whom it permits" and "How a label comes about". */
import { tlpNameOfId } from '@entente/core/stix/tlp';
import type { Json, JsonObject } from '@entente/core/stix/types';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { Handed } from './handed.ts';
import type { Coalition } from './roster.ts';

export interface OracleLabel {
  levels: Record<string, number>;
  all: string[];
  any: string[][];
  owners: string[];
  handling: string[];
  until?: bigint | undefined;
  review?: bigint | undefined;
}

export interface OraclePortion {
  selectors: string[];
  label: OracleLabel;
}

export const noParts = (): OracleLabel => ({ levels: {}, all: [], any: [], owners: [], handling: [] });

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: Json): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The parts as stated, audiences without epoch; `undefined` where they are not well formed. */
export function readStated(value: JsonObject, handed: Handed): OracleLabel | undefined {
  const parts = noParts();
  for (const [key, stated] of Object.entries(value)) {
    if (key === 'levels' && isObject(stated) && Object.values(stated).every(isRank))
      parts.levels = stated as Record<string, number>;
    else if (
      key === 'any' &&
      Array.isArray(stated) &&
      stated.every((item) => isTexts(item) && item.length > 0)
    )
      parts.any = stated as string[][];
    else if ((key === 'all' || key === 'owners' || key === 'handling') && isTexts(stated))
      parts[key] = stated;
    else if ((key === 'until' || key === 'review') && typeof stated === 'string') {
      parts[key] = handed.parseTimestamp(stated);
      if (parts[key] === undefined) return undefined;
    } else return undefined;
  }
  return parts;
}

const isRank = (value: Json): boolean => Number.isInteger(value) && Number(value) >= 0;

/** What an object says of itself; `undefined` where the label extension is not well formed. */
export function readExtension(
  object: JsonObject,
  handed: Handed,
): { parts: OracleLabel; portions: OraclePortion[] } | undefined {
  const extensions = object['extensions'];
  const stated = isObject(extensions) ? extensions[labelExtensionId] : undefined;
  if (stated === undefined) return { parts: noParts(), portions: [] };
  if (!isObject(stated)) return undefined;
  const { portions: list = [], extension_type: _kind, ...rest } = stated;
  const parts = readStated(rest, handed);
  if (!parts || !Array.isArray(list)) return undefined;
  const portions: OraclePortion[] = [];
  for (const item of list) {
    if (!isObject(item)) return undefined;
    const { selectors, ...own } = item;
    const label = readStated(own, handed);
    if (!label || selectors === undefined || !isTexts(selectors)) return undefined;
    portions.push({ selectors, label });
  }
  return { parts, portions };
}

const orders = [
  ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'],
  ['PAP:CLEAR', 'PAP:GREEN', 'PAP:AMBER', 'PAP:RED'],
];

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
const earlier = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined ? b : b === undefined || a < b ? a : b;

/** The least upper bound, in normal form. */
export function joinAll(...labels: OracleLabel[]): OracleLabel {
  const joined = noParts();
  for (const label of labels) {
    for (const [policy, rank] of Object.entries(label.levels))
      if (rank > (joined.levels[policy] ?? 0)) joined.levels[policy] = rank;
    joined.all.push(...label.all);
    joined.any.push(...label.any);
    joined.owners.push(...label.owners);
    joined.handling.push(...label.handling);
    joined.until = earlier(joined.until, label.until);
    joined.review = earlier(joined.review, label.review);
  }
  return {
    ...joined,
    levels: Object.fromEntries(Object.entries(joined.levels).sort(([a], [b]) => (a < b ? -1 : 1))),
    all: distinct(joined.all),
    any: withoutAbsorbed(joined.any),
    owners: distinct(joined.owners),
    handling: highest(distinct(joined.handling)),
  };
}

/** A clause is absorbed by a clause all of whose audiences it holds. Shorter clauses first, then by text. */
export function withoutAbsorbed(clauses: readonly (readonly string[])[]): string[][] {
  const texts = distinct(clauses.map((clause) => JSON.stringify(distinct(clause))));
  const sets = texts.map((text) => JSON.parse(text) as string[]);
  const kept = sets.filter(
    (clause) =>
      !sets.some((other) => other.length < clause.length && other.every((one) => clause.includes(one))),
  );
  return kept.sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1));
}

function highest(codes: string[]): string[] {
  return codes.filter((code) => {
    const order = orders.find((candidates) => candidates.includes(code));
    return !order || order.slice(order.indexOf(code) + 1).every((higher) => !codes.includes(higher));
  });
}

export const printOracleLabel = (label: OracleLabel): string =>
  JSON.stringify({ ...label, until: String(label.until), review: String(label.review) });

export const alone = (member: string): OracleLabel => ({ ...noParts(), any: [[`member:${member}`]] });

/** Stated parts as a label: audiences get their epoch; what is unknown to the contributor fails closed. */
export function resolve(stated: OracleLabel, member: string, coalition: Coalition): OracleLabel {
  const audiences = stated.any.flat();
  const known =
    stated.any.length > 0 &&
    audiences.every((audience) => isKnown(audience, member, coalition)) &&
    Object.keys(stated.levels).every((policy) => coalition.policies.has(policy)) &&
    stated.all.every((attribute) => coalition.attributes.has(attribute));
  const any = known
    ? stated.any.map((clause) => clause.map((audience) => withEpoch(audience, coalition)))
    : [[`member:${member}`]];
  return withOwner(joinAll({ ...stated, any }), member);
}

/** Where owners are named, the contributor is one of them. */
export const withOwner = (label: OracleLabel, contributor: string): OracleLabel =>
  label.owners.length === 0 ? label : joinAll(label, { ...noParts(), owners: [contributor] });

/** Whether every audience that any of these labels names is known to the member. */
export const isAllKnown = (labels: readonly OracleLabel[], member: string, coalition: Coalition): boolean =>
  labels.flatMap((label) => label.any.flat()).every((audience) => isKnown(audience, member, coalition));

function isKnown(audience: string, member: string, coalition: Coalition): boolean {
  if (audience === 'public') return true;
  if (audience.startsWith('member:')) return coalition.isMember(audience.slice('member:'.length));
  return audience.startsWith('community:') && coalition.isWithin(member, audience.slice('community:'.length));
}

function withEpoch(audience: string, coalition: Coalition): string {
  if (!audience.startsWith('community:')) return audience;
  return `${audience}@${coalition.communities.get(audience.slice('community:'.length))?.epoch ?? 0}`;
}

/** Whether a label permits a reader who is not the contributor. */
export function permitsReader(label: OracleLabel, reader: string, at: bigint, coalition: Coalition): boolean {
  const member = coalition.members.get(reader);
  if (!member || !coalition.isPresent(reader)) return false;
  if (label.until !== undefined && at >= label.until) return false;
  for (const [policy, rank] of Object.entries(label.levels))
    if (rank > (member.clearances.get(policy) ?? 0)) return false;
  if (!label.all.every((attribute) => member.attributes.has(attribute))) return false;
  return label.any.every((clause) => clause.some((audience) => holds(audience, reader, coalition)));
}

function holds(audience: string, reader: string, coalition: Coalition): boolean {
  if (audience === 'public' || audience === `member:${reader}`) return true;
  const match = /^community:(.*)@(\d+)$/.exec(audience);
  if (!match) return false;
  const openedFrom = coalition.openedFrom(reader, match[1] as string);
  return openedFrom !== undefined && openedFrom <= Number(match[2]);
}

/** TLP markings of an object as handling. */
export function tlpHandling(refs: readonly string[]): string[] {
  return refs.flatMap((ref) => {
    const name = tlpNameOfId(ref);
    return name === undefined ? [] : [`TLP:${name}`];
  });
}

/**
 * What a reader other than the contributor is served of a label: of audiences itself, `public` and the
 * communities whose roster it may read, without epoch; of owners those whose contribution it sees.
 */
export function project(
  label: OracleLabel,
  reader: string,
  seesOwner: (owner: string) => boolean,
  coalition: Coalition,
  handed: Handed,
): JsonObject {
  const shown = label.any
    .map((clause) => clause.map((audience) => audience.replace(/@\d+$/, '')))
    .map((clause) => clause.filter((audience) => isShown(audience, reader, coalition)))
    .filter((clause) => clause.length > 0);
  const owners = label.owners.filter(seesOwner);
  const any = withoutAbsorbed(shown);
  return {
    ...(Object.keys(label.levels).length > 0 && { levels: { ...label.levels } }),
    ...(label.all.length > 0 && { all: label.all }),
    ...(owners.length > 0 && { owners }),
    ...(label.handling.length > 0 && { handling: label.handling }),
    ...(any.length > 0 && { any }),
    ...(label.until !== undefined && { until: handed.formatTimestamp(label.until) }),
    ...(label.review !== undefined && { review: handed.formatTimestamp(label.review) }),
  };
}

/** A label as whoever gave it is told it: audiences without their epochs. */
export function written(label: OracleLabel, handed: Handed): JsonObject {
  const { levels, all, owners, handling, until, review } = label;
  const any = withoutAbsorbed(
    label.any.map((clause) => clause.map((audience) => audience.replace(/@\d+$/, ''))),
  );
  return {
    ...(Object.keys(levels).length > 0 && { levels }),
    ...(all.length > 0 && { all }),
    ...(owners.length > 0 && { owners }),
    ...(handling.length > 0 && { handling }),
    ...(any.length > 0 && { any }),
    ...(until !== undefined && { until: handed.formatTimestamp(until) }),
    ...(review !== undefined && { review: handed.formatTimestamp(review) }),
  };
}

function isShown(audience: string, reader: string, coalition: Coalition): boolean {
  if (audience === 'public' || audience === `member:${reader}`) return true;
  return audience.startsWith('community:') && coalition.isWithin(reader, audience.slice('community:'.length));
}
