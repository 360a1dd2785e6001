/**
 * What a reader permitted everything would be answered, as statements over the whole database: where they find
 * something else in the two worlds, a hidden change touches the call.
 */
import type { Asked } from './asked.ts';

export type Probe = [statement: string, values: readonly unknown[]];

const everything = `select c.object, c.version, c.contributor, c.body, l.body as label
  from contribution c join holding h on h.id = c.holding join label l on l.id = h.label`;
const inOrder = 'order by c.object, c.version, c.contributor, c.body, l.body';

/** Every contribution of these objects. */
export const ofObjects = (ids: readonly string[]): Probe => [
  `${everything} where c.object = any($1::text[]) ${inOrder}`,
  [ids],
];

/** Every contribution of types; of all where there are none. */
export const ofTypes = (types: string | null): Probe => [
  `${everything} where $1::text[] is null or c.type = any($1::text[]) ${inOrder}`,
  [types?.split(',') ?? null],
];

/** Objects, all that refers to them and all that they refer to. */
export const around = (ids: readonly string[]): Probe => [
  `${everything} where c.object = any($1::text[])
     or string_to_array(c.targets, ' ') && $1::text[]
     or c.object in (select r.target from contribution k cross join lateral references_of(k.targets, k.openings) r
       where k.object = any($1::text[])) ${inOrder}`,
  [ids],
];

/** Everything in which a text stands. */
export const withText = (text: string, types: string | null): Probe => [
  `${everything} where c.body ilike '%' || $1 || '%'
     and ($2::text[] is null or c.type = any($2::text[])) ${inOrder}`,
  [text.trim().split(' ')[0] ?? '', types?.split(',') ?? null],
];

/** Everything in which one of these texts stands. */
export const withTexts = (texts: readonly string[]): Probe => [
  `${everything} where c.body ilike any (select '%' || one || '%' from unnest($1::text[]) as one) ${inOrder}`,
  [texts.map((text) => text.trim().split(' ')[0] ?? '')],
];

/** Whole tables. */
export const ofTables = (...tables: string[]): Probe => [
  tables.map((table) => `select '${table}' as name, t::text as row from ${table} t`).join(' union all ') +
    ' order by 1, 2',
  [],
];

export const idsIn = ({ url, payload = '' }: Asked): string[] => [
  ...new Set(decodeURIComponent(url + payload).match(/[a-z][a-z0-9-]+--[0-9a-f-]{36}/g) ?? []),
];

export const queryOf = ({ url }: Asked): URLSearchParams => new URLSearchParams(url.split('?')[1] ?? '');
