import { recordsAhead, type FeedRecord, type FeedRecords, type View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import { recordStretch } from '../../given.ts';
import type { Ports } from '../../ports.ts';
import type { TaxiiAnswer } from '../request/call.ts';
import { assertThere, feedFilter, sealCursor, type Question } from '../request/page.ts';
import { answerList } from './envelope.ts';

/**
 * One page of a list that is made of the records alone: manifest or versions.
 * @throws Failure as `feedFilter` and `assertThere`
 */
export async function answerRecords(
  ports: Ports,
  caller: Caller,
  question: Question,
  name: 'objects' | 'versions',
  present: (record: FeedRecord) => object | string,
): Promise<TaxiiAnswer> {
  const { reader, records, more } = await readRecords(ports, caller, question);
  const place = { route: question.endpoint, collection: question.collection.id };
  recordStretch(ports, caller, { reader }, place, records);
  const [first, last] = [records[0]?.added, records.at(-1)?.added];
  return answerList({
    name,
    texts: records.map((record) => JSON.stringify(present(record))),
    first,
    last,
    next: more && last !== undefined ? sealCursor(ports.cursors, question, last) : undefined,
  });
}

/** @throws Failure as `feedFilter` and `assertThere` */
export async function readRecords(
  ports: Ports,
  caller: Caller,
  question: Question,
): Promise<FeedRecords & Pick<View, 'reader'>> {
  const filter = feedFilter(ports.cursors, question);
  return ports.view(
    caller,
    async (view) => {
      const page = filter === undefined ? { records: [], more: false } : await view.feedRecords(filter);
      if (page.records.length === 0) await assertThere(view, question);
      return { reader: view.reader, ...page };
    },
    filter && recordsAhead(filter),
  );
}
