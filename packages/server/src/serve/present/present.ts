/**
 * The only code that emits objects. It asks the pure decision once more: where that disagrees with what the
 * database let through, the object is withheld, counted and logged.
 */
import { createHmac } from 'node:crypto';
import { withLabel, writtenText } from '@entente/core/release/plain';
import { randomUuidOf } from '../../random-uuid.ts';
import { seenForm, type BoundReader, type Emitted } from '@entente/store/view/group';
import { releaseOf } from '@entente/store/view/release';

export interface Presenter {
  /** The object as the reader gets it, as JSON text; `undefined` where the two walls disagree. */
  text(seen: Emitted, reader: BoundReader): string | undefined;
  /** The paths that are cut for the reader. */
  cuts(seen: Emitted, reader: BoundReader): string[];
}

/** @param report called for each disagreement of the two walls */
export function makePresenter(
  standInKey: Uint8Array,
  report: (seen: Emitted, reader: BoundReader) => void,
): Presenter {
  const form = (seen: Emitted, reader: BoundReader) =>
    seenForm(seen, reader.rights, (path, type) => standIn(standInKey, reader.id, seen, path, type));
  return {
    text(seen, reader) {
      const release = releaseOf(seen, reader.rights);
      if (release.until <= reader.at) {
        report(seen, reader);
        return undefined;
      }
      if (seen.own) return writtenText(seen.body);
      if (seen.closed === null) return withLabel({ text: seen.body, extended: seen.extended }, release.text);
      return JSON.stringify(form(seen, reader).object);
    },
    cuts: (seen, reader) => form(seen, reader).cuts,
  };
}

/**
 * An id that stands for a reference which is not open: PRF(reader, referring version, path), as a random UUID
 * to whoever lacks the key. Two stand-ins never correlate.
 */
export function standIn(
  key: Uint8Array,
  reader: string,
  seen: Pick<Emitted, 'contributor' | 'object' | 'version'>,
  path: string,
  type: string,
): string {
  const place = JSON.stringify([reader, seen.contributor, seen.object, seen.version, path]);
  return `${type}--${randomUuidOf(createHmac('sha256', key).update(place).digest())}`;
}
