/** What labels come to for readers: each is asked about once for each of them. */
import { parseLabel, type Label } from '@entente/core/label/label';
import { permitsUntil, type Rights } from '@entente/core/label/permits';
import { projectLabel } from '@entente/core/label/projection';
import type { JsonObject } from '@entente/core/stix/types';
import type { Emitted } from './group.ts';

/** The label extension as the reader is served it; its own contributions it gets as written. */
export function projectionOf(seen: Emitted, rights: Rights): JsonObject | undefined {
  return seen.own ? undefined : releaseOf(seen, rights).projection;
}

/** What a label comes to for a reader: until when it permits, and what is served of it. */
export interface Release {
  /** As `permitsUntil` says. */
  readonly until: number;
  readonly projection: JsonObject;
  /** The same as JSON text. */
  readonly text: string;
}

interface Known {
  readonly contributor: string;
  readonly labelBody: string;
  /** Members whose contribution of the object the reader sees → what is served then. */
  readonly releases: Map<string, Release>;
}

/** Labels are few and immutable: for each reader, each is asked about once. */
const mostLabels = 20_000;
const labels = new Map<string, Label>();
const releases = new WeakMap<Rights, Map<number, Known>>();

/** Asks the pure rules about the label of a contribution. */
export function releaseOf(seen: Emitted, rights: Rights): Release {
  let known = releases.get(rights);
  if (known === undefined) releases.set(rights, (known = new Map<number, Known>()));
  const { label, labelBody, contributor } = seen;
  let entry = known.get(label);
  if (entry?.labelBody !== labelBody || entry.contributor !== contributor) {
    if (known.size >= mostLabels) known.clear();
    known.set(label, (entry = { contributor, labelBody, releases: new Map<string, Release>() }));
  }
  const key = seen.sees.length === 0 ? '' : seen.sees.join(' ');
  return remembered(entry.releases, key, () => {
    const parsed = labelOf(seen);
    const projection = projectLabel(parsed, rights, (owner) => seen.sees.includes(owner));
    return {
      until: permitsUntil(parsed, contributor, rights),
      projection,
      text: JSON.stringify(projection),
    };
  });
}

/** The label of a contribution. */
export function labelOf({ labelBody }: Pick<Emitted, 'labelBody'>): Label {
  return remembered(labels, labelBody, () => parseLabel(labelBody));
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= mostLabels) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
