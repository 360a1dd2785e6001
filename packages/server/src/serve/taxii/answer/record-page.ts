import type { FeedRecord, View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import { recordStretch } from '../../given.ts';
import type { Ports } from '../../ports.ts';
import type { TaxiiAnswer } from '../request/call.ts';
import { readRecords, sealCursor, type Question } from '../request/page.ts';
import { answerList } from './envelope.ts';

/** One page of a list that is made of the records alone: manifest or versions. */
export async function answerRecords(
  view: View,
  ports: Ports,
  caller: Caller,
  question: Question,
  name: 'objects' | 'versions',
  present: (record: FeedRecord) => object | string,
): Promise<TaxiiAnswer> {
  const { records, more } = await readRecords(view, ports.cursors, question);
  recordStretch(
    ports,
    caller,
    view,
    { route: question.endpoint, collection: question.collection.id },
    records,
  );
  const [first, last] = [records[0]?.added, records.at(-1)?.added];
  return answerList({
    name,
    texts: records.map((record) => JSON.stringify(present(record))),
    first,
    last,
    next: more && last !== undefined ? sealCursor(view, ports.cursors, question, last) : undefined,
  });
}
