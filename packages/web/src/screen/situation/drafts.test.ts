import { expect, test } from 'vitest';
import { keptDrafts } from './drafts.ts';

const tool = 'tool--22222221-0000-4000-8000-000000000000';

/** A storage with these texts. */
function storageOf(texts: Record<string, string>): Storage {
  const keys = Object.keys(texts);
  return {
    length: keys.length,
    key: (place: number) => keys[place] ?? null,
    getItem: (key: string) => texts[key] ?? null,
  } as Storage;
}

test('The drafts of this account are found, the last first, and of no other account', () => {
  const storage = storageOf({
    'entente.language': 'fr',
    'entente.report.ann.new': '{"draft":{},"at":"2017-05-25T10:00:00Z"}',
    [`entente.draft.ann.link.${tool}`]: '{"at":"2017-05-26T10:00:00Z","value":{}}',
    'entente.draft.bo.new': '{"at":"2017-05-27T10:00:00Z","value":{}}',
  });
  expect(keptDrafts('ann', storage)).toEqual([
    { key: `entente.draft.ann.link.${tool}`, kind: 'record', about: tool, at: '2017-05-26T10:00:00Z' },
    { key: 'entente.report.ann.new', kind: 'report', about: undefined, at: '2017-05-25T10:00:00Z' },
  ]);
});

test('What one began to ask or to answer is told from drafts of records', () => {
  const kept = storageOf({
    [`entente.draft.ann.request.${tool}`]: '{"at":"2017-05-26T10:00:00Z","value":{}}',
    'entente.draft.ann.answer.note--22222221-0000-4000-8000-000000000000': '{"value":{}}',
  });
  expect(keptDrafts('ann', kept).map(({ kind, about }) => [kind, about])).toEqual([
    ['request', tool],
    ['answer', 'note--22222221-0000-4000-8000-000000000000'],
  ]);
});

test('A draft that cannot be read is there all the same', () => {
  const [draft] = keptDrafts('ann', storageOf({ 'entente.draft.ann.new': 'torn' }));
  expect(draft).toMatchObject({ kind: 'record', at: undefined });
});
