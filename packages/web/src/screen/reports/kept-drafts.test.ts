import { expect, test } from 'vitest';
import { emptyDraft } from './draft.ts';
import { forgetDraft, keepDraft, keptDraft, keptDrafts, type Shelf } from './kept-drafts.ts';

/** What a browser keeps, in memory; full from so many characters on. */
class Memory implements Shelf {
  private readonly kept = new Map<string, string>();
  private readonly room: number;
  constructor(room = 100_000) {
    this.room = room;
  }
  get length(): number {
    return this.kept.size;
  }
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  key = (index: number): string | null => [...this.kept.keys()][index] ?? null;
  removeItem = (key: string): void => void this.kept.delete(key);
  setItem = (key: string, value: string): void => {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  };
}

const draft = { ...emptyDraft('2026-01-01'), title: 'The mill' };
const place = { account: 'a1', report: 'new' };

test('a draft is offered again to the account that wrote it, and to no other', () => {
  const storage = new Memory();
  expect(keepDraft(place, draft, '2026-01-02T00:00:00Z', storage)).toBe(true);
  keepDraft({ account: 'a1', report: 'report--1' }, draft, '2026-01-03T00:00:00Z', storage);
  keepDraft({ account: 'a2', report: 'new' }, draft, '2026-01-04T00:00:00Z', storage);
  expect(keptDraft(place, storage)?.draft).toEqual(draft);
  expect(keptDrafts('a1', storage).map(({ report }) => report)).toEqual(['report--1', 'new']);
  expect(keptDrafts('a3', storage)).toEqual([]);
  forgetDraft(place, storage);
  expect(keptDraft(place, storage)).toBeUndefined();
});

test('a device without room says so', () => {
  expect(keepDraft(place, draft, '2026-01-02T00:00:00Z', new Memory(10))).toBe(false);
});

test('what is no draft is not offered', () => {
  const storage = new Memory();
  for (const text of ['{', 'null', '7', '{"draft":{"title":"x"}}']) {
    storage.setItem('entente.report.a1.new', text);
    expect(keptDraft(place, storage)).toBeUndefined();
    expect(keptDrafts('a1', storage)).toEqual([]);
  }
});
