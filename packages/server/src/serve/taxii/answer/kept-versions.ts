import type { FeedRecord, View } from '@entente/store/view/reader';
import type { PutReport } from '../../../acts/contributions.ts';
import type { Caller } from '../../../caller.ts';
import type { Ports } from '../../ports.ts';
import type { SubmittedObject } from '../request/envelope-objects.ts';
import { versionOfRecord } from '../request/page.ts';

/** One object of a submission, and what became of it. */
export interface Submitted {
  value: SubmittedObject['value'];
  answer: PutReport['answers'][number] | undefined;
}

/** At most this many objects are asked for at a time, and of them as many records. */
const slice = 500;
/** So many times as long as a read waits for the feed, an answer that tells dates in it does. */
const patience = 3;

/**
 * The versions of what has neither `modified` nor `created`, as the caller will find them (TAXII 2.1 §5.3.1):
 * `id@version` as the store knows it → microseconds. They are dates in the caller's feed, which is waited for a while;
 * what it has not come to by then is left out, since any other date would be another version than the one to be found.
 */
export async function keptVersions(
  ports: Ports,
  caller: Caller,
  submitted: readonly Submitted[],
): Promise<ReadonlyMap<string, number>> {
  const ids = submitted
    .filter(({ value }) => !isTimed(value))
    .filter(({ answer }) => answer !== undefined && answer.outcome !== 'rejected')
    .map(({ value }) => value.id);
  const kept = new Map<string, number>();
  if (ids.length > 0) await feedHasCome(ports, caller);
  for (let start = 0; start < ids.length; start += slice) {
    const asked = ids.slice(start, start + slice);
    const records = await ports.view(caller, (view) => everyVersion(view, asked));
    for (const record of records) kept.set(`${record.object}@${record.version}`, versionOfRecord(record));
  }
  return kept;
}

/** Whether an object has a version of its own. */
export const isTimed = (value: SubmittedObject['value']): boolean =>
  value['modified'] !== undefined || value['created'] !== undefined;

/** Resolves once the caller's feed has come to what is done now, or after a while. */
async function feedHasCome(ports: Ports, caller: Caller): Promise<void> {
  const progress = () => ports.view(caller, (view) => view.progress());
  const { drained, last } = await progress();
  let come = drained;
  for (let waits = 0; come < last && waits < patience; waits += 1) {
    await ports.caughtUp(caller);
    come = (await progress()).drained;
  }
}

async function everyVersion(view: View, ids: readonly string[]): Promise<FeedRecord[]> {
  const versions = { all: true, first: false, last: false, exact: [] };
  const found: FeedRecord[] = [];
  for (let after = -1, more = true; more;) {
    const page = await view.feedRecords({ ids, own: true, versions, limit: slice, after });
    found.push(...page.records);
    more = page.more;
    after = page.records.at(-1)?.added ?? after;
  }
  return found;
}
