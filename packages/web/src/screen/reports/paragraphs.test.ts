import { describe, expect, it } from 'vitest';
import { newParagraph } from './draft.ts';
import { joinedToPrevious, moved, pastedAt, splitAt, without, type Changed } from './paragraphs.ts';

const red = { any: [['member:m2']] };
const [one, two, three] = [newParagraph('one'), newParagraph('two words', red), newParagraph('')];
const all = [one, two, three];
const told = (changed: Changed | undefined) => changed?.paragraphs.map(({ text, label }) => [text, label]);

describe('paragraphs of a draft', () => {
  it('are split at the caret, both parts under the same label', () => {
    const changed = splitAt(all, two.key, 3, 4);
    expect(told(changed)).toEqual([
      ['one', undefined],
      ['two', red],
      ['words', red],
      ['', undefined],
    ]);
    expect(changed.focus).toEqual({ key: changed.paragraphs[2]?.key, caret: 0 });
  });

  it('are not joined where a text would come under a wider label', () => {
    expect(joinedToPrevious(all, one.key)).toBeUndefined();
    expect(joinedToPrevious(all, two.key)).toBeUndefined();
    expect(told(joinedToPrevious(all, three.key))?.[1]).toEqual(['two words', red]);
    const afterEmpty = joinedToPrevious([newParagraph(''), two], two.key);
    expect(told(afterEmpty)).toEqual([['two words', red]]);
  });

  it('take a pasted text in by its blank lines', () => {
    const changed = pastedAt(all, two.key, { from: 4, to: 9 }, 'A\nB\r\n\r\nC\n \nD');
    expect(told(changed)?.slice(1, 4)).toEqual([
      ['two A\nB', red],
      ['C', red],
      ['D', red],
    ]);
    expect(changed?.focus.caret).toBe(1);
    expect(pastedAt(all, two.key, { from: 0, to: 0 }, 'A\nB')).toBeUndefined();
  });

  it('are moved and taken out; one is always left', () => {
    expect(moved(all, two.key, -1)).toEqual([two, one, three]);
    expect(moved(all, one.key, -1)).toEqual(all);
    expect(without(all, two.key)).toEqual([one, three]);
    expect(without([one], one.key).map(({ text }) => text)).toEqual(['']);
  });
});
