/** What of the view an answer gives, as the log of reads wants it. */
import type { SeenInView, View } from '@entente/store/view/reader';
import type { Caller } from '../caller.ts';
import type { GivenVersion } from '../read-log.ts';
import type { Ports } from './ports.ts';

/** A version at its place in a feed. */
export type GivenRecord = GivenVersion & { added: number };

export const givenVersion = <Added extends number | undefined>({
  id,
  object,
  version,
  timed,
  added,
}: Pick<SeenInView, 'id' | 'object' | 'version' | 'timed'> & { added: Added }) => ({
  contribution: id,
  object,
  version,
  timed,
  added,
});

/** Records a stretch of a feed that is about to be sent. */
export function recordStretch(
  ports: Ports,
  caller: Caller,
  { reader }: Pick<View, 'reader'>,
  { route, collection }: { route: string; collection?: string },
  given: readonly GivenRecord[],
): void {
  const [first, last] = [given[0], given.at(-1)];
  if (first === undefined || last === undefined) return;
  const stretch = { ...(collection === undefined ? {} : { collection }), from: first.added, to: last.added };
  ports.recordRead(caller, { route, at: reader.at, given, stretch });
}
