import type { FeedRecord, View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import { givenVersion, recordStretch, type GivenRecord } from '../../given.ts';
import type { Ports } from '../../ports.ts';
import type { TaxiiAnswer } from '../request/call.ts';
import { readRecords, sealCursor, type Question } from '../request/page.ts';
import { answerList } from './envelope.ts';

/** A page ends early where its objects pass this many characters, as the reader gets them. */
const mostCharacters = 32 * 1024 * 1024;

/** One page of objects, each in the form of the reader. */
export async function answerObjects(
  view: View,
  ports: Ports,
  caller: Caller,
  question: Question,
): Promise<TaxiiAnswer> {
  const { records, more } = await readRecords(view, ports.cursors, question);
  const texts: string[] = [];
  const given: GivenRecord[] = [];
  let characters = 0;
  let last: number | undefined;
  for await (const item of view.feedItems(records)) {
    const text = ports.presenter.text(item, view.reader);
    if (text === undefined) continue;
    texts.push(text);
    given.push(givenVersion(item));
    last = item.added;
    characters += text.length;
    if (characters > mostCharacters) break;
  }
  recordStretch(ports, caller, view, { route: question.endpoint, collection: question.collection.id }, given);
  const isCut = characters > mostCharacters && last !== records.at(-1)?.added;
  const end = isCut ? last : records.at(-1)?.added;
  const next =
    end !== undefined && (more || isCut) ? sealCursor(view, ports.cursors, question, end) : undefined;
  return answerList({ name: 'objects', texts, first: firstOf(texts, records), last, next });
}

/** The walls withhold an item only where something is wrong; then the date of the first is not told either. */
const firstOf = (texts: readonly string[], records: readonly FeedRecord[]): number | undefined =>
  texts.length === 0 ? undefined : records[0]?.added;
