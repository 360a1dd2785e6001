/** How members write their objects: not all as JSON.stringify does. */
import type { JsonObject } from '@entente/core/stix/types';

const manners: readonly ((object: JsonObject) => string)[] = [
  (object) => JSON.stringify(object),
  (object) => JSON.stringify(object, null, 4).replaceAll('\n', '\n        '),
  (object) => JSON.stringify(object, null, 1).replace(/,\n */g, ', ').replace(/\n */g, ''),
  (object) => JSON.stringify(object, null, '\t'),
  ({ extensions, ...object }) =>
    JSON.stringify(extensions === undefined ? object : { extensions, ...object }),
  (object) => JSON.stringify(Object.fromEntries(Object.entries(object).reverse())),
  (object) =>
    JSON.stringify(object).replace(
      /[^\0-\x7f]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
];

/** The text of an object in the manner of its writer; the same for all of one id. */
export function textInManner(object: JsonObject): string {
  const place = parseInt(String(object['id']).slice(-6), 16) || 0;
  return (manners[place % manners.length] as (object: JsonObject) => string)(object);
}
