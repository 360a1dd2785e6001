/** Puts a text to the members: who has a voice, and by when, is settled here and stays. */
import { day, workingMoment } from '@entente/core/decision/calendar';
import { contentDigest, type Content } from '@entente/core/decision/content';
import type { TablingAct } from '@entente/core/decision/decision';
import { take } from '@entente/core/decision/take';
import { Failure } from '@entente/core/failure';
import type { Change } from '@entente/store/change/change';
import { lastOutage, readCalendar, readConstitution } from '@entente/store/decision/reader';
import type { DecisionRow } from '@entente/store/decision/types';
import { requirePossible } from './effects.ts';
import { electorateOf } from './electorate.ts';
import { requireSound } from './soundness.ts';

const longest = 366 * day;

/**
 * A supervisor reads what nobody else does, nor can make anybody read while a cell is founded by hand: a cell that has
 * fixed no shortest silence, or one of seconds, gives its members a day to object all the same.
 */
const leastFor = ({ effect }: Content): number => (effect.kind === 'supervision' ? day : 0);

/**
 * The act that tables a text, or its next version. What hangs on rosters is looked at last: where nothing else stands in
 * the way, those who are within learn that it was asked.
 * @throws Failure `invalid` or `conflict` where it cannot be put so
 */
export async function tablingOf(
  change: Change,
  kind: TablingAct['kind'],
  row: DecisionRow,
  content: Content,
  asked: number,
): Promise<TablingAct> {
  const { client, at } = change;
  const expiry = await settleExpiry(change, asked);
  const shortest = Math.max((await readConstitution(client))?.shortest ?? 0, leastFor(content));
  if (asked - at < shortest) {
    throw new Failure('invalid', `expiry: the shortest silence for this is ${shortest / 1_000_000} seconds.`);
  }
  const electorate = electorateOf(change.coalition, content, row.community, row.informed);
  const act: TablingAct = {
    kind,
    at,
    purpose: content.purpose,
    digest: contentDigest(content),
    ...electorate,
    expiry,
    outage: await lastOutage(client),
  };
  const taken = take(row.decision, act);
  if ('refused' in taken) throw new Failure('conflict', taken.refused);
  await requireSound(change, content, row, electorate);
  await requirePossible(change, { ...row, content });
  return act;
}

/** The expiry, on a working day. @throws Failure `invalid` where it is more than a year ahead */
export async function settleExpiry({ client, at }: Change, asked: number): Promise<number> {
  if (asked > at + longest) throw new Failure('invalid', 'expiry: at most a year ahead.');
  return workingMoment(asked, await readCalendar(client));
}
