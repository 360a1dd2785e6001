import { pageAhead, type FeedPage, type View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import { givenVersion, recordStretch, type GivenRecord } from '../../given.ts';
import type { Ports } from '../../ports.ts';
import type { TaxiiAnswer } from '../request/call.ts';
import { assertThere, feedFilter, sealCursor, type Question } from '../request/page.ts';
import { answerList } from './envelope.ts';

/** A page ends early where its objects pass this many characters, as the reader gets them. */
const mostCharacters = 32 * 1024 * 1024;

/**
 * One page of objects, each in the form of the reader.
 * @throws Failure as `feedFilter` and `assertThere`
 */
export async function answerObjects(ports: Ports, caller: Caller, question: Question): Promise<TaxiiAnswer> {
  const filter = feedFilter(ports.cursors, question);
  return ports.view(
    caller,
    async (view) => {
      const page = filter && (await view.feedPage(filter));
      if (page?.last === undefined) await assertThere(view, question);
      return page === undefined ? answerList(nothing) : answerPage(view, ports, caller, question, page);
    },
    filter && pageAhead(filter),
  );
}

const nothing = { name: 'objects', texts: [], first: undefined, last: undefined, next: undefined } as const;

async function answerPage(
  view: View,
  ports: Ports,
  caller: Caller,
  question: Question,
  page: FeedPage,
): Promise<TaxiiAnswer> {
  const { texts, given, last, isCut } = await textsOf(view, ports, page);
  const place = { route: question.endpoint, collection: question.collection.id };
  recordStretch(ports, caller, view, place, given);
  const end = isCut ? last : page.last;
  const next =
    end !== undefined && (page.more || isCut) ? sealCursor(ports.cursors, question, end) : undefined;
  // The walls withhold an item only where something is wrong; then the date of the first is not told either.
  return answerList({
    name: 'objects',
    texts,
    first: texts.length === 0 ? undefined : page.first,
    last,
    next,
  });
}

interface Texts {
  texts: string[];
  given: GivenRecord[];
  /** date_added of the last of them. */
  last: number | undefined;
  /** Whether the page has more than may be in one answer. */
  isCut: boolean;
}

async function textsOf(view: View, ports: Ports, page: FeedPage): Promise<Texts> {
  const texts: string[] = [];
  const given: GivenRecord[] = [];
  let characters = 0;
  let last: number | undefined;
  for await (const items of page.slices()) {
    for (const item of items) {
      const text = ports.presenter.text(item, view.reader);
      if (text === undefined) continue;
      texts.push(text);
      given.push(givenVersion(item));
      last = item.added;
      characters += text.length;
      if (characters > mostCharacters) return { texts, given, last, isCut: last !== page.last };
    }
  }
  return { texts, given, last, isCut: false };
}
