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

/** At most this many objects are asked for at a time. */
const slice = 500;

/**
 * The versions of what has neither `modified` nor `created`, as the caller will find them (TAXII 2.1 §5.3.1):
 * `id@version` as the store knows it → microseconds.
 */
export async function keptVersions(
  ports: Ports,
  caller: Caller,
  submitted: readonly Submitted[],
): Promise<ReadonlyMap<string, number>> {
  const ids = submitted
    .filter(({ value }) => value['modified'] === undefined && value['created'] === undefined)
    .filter(({ answer }) => answer !== undefined && answer.outcome !== 'rejected')
    .map(({ value }) => value.id);
  const kept = new Map<string, number>();
  if (ids.length === 0) return kept;
  await ports.caughtUp(caller);
  const versions = { all: true, first: false, last: false, exact: [] };
  for (let start = 0; start < ids.length; start += slice) {
    const asked = ids.slice(start, start + slice);
    const { records } = await ports.view(caller, (view) =>
      view.feedRecords({ ids: asked, own: true, versions, limit: 2 * slice }),
    );
    for (const record of records) kept.set(`${record.object}@${record.version}`, versionOfRecord(record));
  }
  return kept;
}
