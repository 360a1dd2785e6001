/** Objects of the view as a STIX bundle that says whose view it is. */
import type { Entry } from '../../record/object.ts';

/** A bundle has no properties for it, so that its first object is a statement (STIX 2.1 §8). */
export function bundleOf(statement: string, at: string, entries: readonly Entry[]): string {
  const marking = {
    type: 'marking-definition',
    spec_version: '2.1',
    id: `marking-definition--${uuid()}`,
    created: at,
    definition_type: 'statement',
    definition: { statement },
  };
  const objects = [marking, ...entries.map(({ object }) => object)];
  return `${JSON.stringify({ type: 'bundle', id: `bundle--${uuid()}`, objects }, undefined, 1)}\n`;
}

/** UUIDv4 (RFC 9562 §5.4). `crypto.randomUUID` is for secure contexts alone, and a hub may stand in a closed net. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
