/**
 * The only code that emits objects. It asks the pure decision once more: where that disagrees with what the
 * database let through, the object is withheld, counted and logged.
 */
import { createHmac } from 'node:crypto';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { permitsUntil } from '@entente/core/label/permits';
import { randomUuidOf } from '../../random-uuid.ts';
import { labelOf, projectionText, seenForm, type BoundReader, type Seen } from '@entente/store/view/group';

export interface Presenter {
  /** The object as the reader gets it, as JSON text; `undefined` where the two walls disagree. */
  text(seen: Seen, reader: BoundReader): string | undefined;
  /** The paths that are cut for the reader. */
  cuts(seen: Seen, reader: BoundReader): string[];
}

/** @param report called for each disagreement of the two walls */
export function makePresenter(
  standInKey: Uint8Array,
  report: (seen: Seen, reader: BoundReader) => void,
): Presenter {
  const form = (seen: Seen, reader: BoundReader) =>
    seenForm(seen, reader.rights, (path, type) => standIn(standInKey, reader.id, seen, path, type));
  return {
    text(seen, reader) {
      const label = labelOf(seen);
      if (permitsUntil(label, seen.contributor, reader.rights) <= reader.at) {
        report(seen, reader);
        return undefined;
      }
      if (seen.own) return seen.body;
      if (seen.closed === null && seen.splice >= 0) return spliced(seen, reader);
      return JSON.stringify(form(seen, reader).object);
    },
    cuts: (seen, reader) => form(seen, reader).cuts,
  };
}

/** The stored bytes with the label's projection put in before the last brace. */
function spliced(seen: Seen, reader: BoundReader): string {
  const extension = `,"extensions":{"${labelExtensionId}":${projectionText(seen, reader.rights)}}`;
  return seen.body.slice(0, seen.splice) + extension + seen.body.slice(seen.splice);
}

/**
 * An id that stands for a reference which is not open: PRF(reader, referring version, path), as a random UUID
 * to whoever lacks the key. Two stand-ins never correlate.
 */
export function standIn(
  key: Uint8Array,
  reader: string,
  seen: Pick<Seen, 'contributor' | 'object' | 'version'>,
  path: string,
  type: string,
): string {
  const place = JSON.stringify([reader, seen.contributor, seen.object, seen.version, path]);
  return `${type}--${randomUuidOf(createHmac('sha256', key).update(place).digest())}`;
}
