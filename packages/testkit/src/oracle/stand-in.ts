import { createHash } from 'node:crypto';

/** A keyed function for tests: UUIDv4 in form, the same for the same place, unlike for any two places. */
export function plainStandIn(
  reader: string,
  contributor: string,
  objectId: string,
  versionMicros: bigint,
  selectorPath: string,
  type: string,
): string {
  const place = JSON.stringify([reader, contributor, objectId, String(versionMicros), selectorPath, type]);
  const hex = createHash('sha256').update(place).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `${type}--${parts.join('-')}`;
}
