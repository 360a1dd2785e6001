/**
 * Versions of what a table becomes. A table says nothing of when a row was written, and a copy of a file has another
 * date than the file: so what says the same as the version that one's member has keeps the times of that, and changes
 * nothing; what says something else is a version of now.
 */
import type { StixObject } from '@entente/core/stix/types';
import { isTimed } from './convert.ts';
import { contentOf } from './identifier.ts';

/** The latest version that one's member has of an object. */
export interface Held {
  created: string;
  modified: string;
  /** As `contentOf` gives it. */
  content: string;
}

/** The object with its times. */
export function versionOf(object: StixObject, held: Held | undefined, now: string): StixObject {
  if (!isTimed(object)) return object;
  if (held === undefined) return { ...object, created: now, modified: now };
  const { created, modified, content } = held;
  if (content === contentOf(object)) return { ...object, created, modified };
  return { ...object, created, modified: laterOf(now, modified) };
}

/** A millisecond after the version before, where the clock of this device is behind it. */
function laterOf(now: string, before: string): string {
  const least = Date.parse(before) + 1;
  return Date.parse(now) >= least ? now : new Date(least).toISOString();
}
