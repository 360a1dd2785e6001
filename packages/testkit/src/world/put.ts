import type { Change } from '@entente/store/change/change';
import type { Contributor, Incoming, PutAnswer } from '@entente/server/ingest/examine';
import type { PutRequest } from '@entente/server/ingest/put';
import { examineSubmission, putSlices } from '@entente/server/ingest/submit';

/** Examines objects and puts them in, within a change. */
export const put = (
  change: Change,
  contributor: Contributor,
  incoming: readonly Incoming[],
  request: PutRequest,
): Promise<PutAnswer[]> => putSlices(change, examineSubmission(incoming, contributor), request);
