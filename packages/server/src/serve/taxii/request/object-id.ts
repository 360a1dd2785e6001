import { Failure } from '@entente/core/failure';
import { isStixId } from '@entente/core/stix/identifier';

/**
 * The object id of a path.
 * @throws Failure `not-found` for what is no id: nothing can be there
 */
export function objectOf({ object = '' }: Readonly<Record<string, string>>): string {
  if (!isStixId(object)) throw new Failure('not-found', 'There is no such object in this collection.');
  return object;
}
