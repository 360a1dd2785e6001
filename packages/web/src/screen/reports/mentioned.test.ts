import { describe, expect, it } from 'vitest';
import { carried, mentionToLink, stretchesOf } from './mentioned.ts';

const text = 'The mill and the quay.';
const mill = { from: 4, to: 8, objects: ['a'] };
const quay = { from: 17, to: 21, objects: ['b', 'c'] };

describe('mentions in a text', () => {
  it('divide it, and nothing of it is lost', () => {
    const stretches = stretchesOf(text, [mill, quay]);
    expect(stretches.map((one) => one.text)).toEqual(['The ', 'mill', ' and the ', 'quay', '.']);
    expect(stretches.map((one) => one.objects.length)).toEqual([0, 1, 0, 2, 0]);
    expect(stretchesOf('', [])).toEqual([]);
  });

  it('go with the text while one writes, but for what is written over', () => {
    const shown = (now: string): string[] =>
      carried([mill, quay], text, now).map(({ from, to }) => now.slice(from, to));
    expect(shown(text)).toEqual(['mill', 'quay']);
    expect(shown('The old mill and the quay.')).toEqual(['mill', 'quay']);
    expect(shown('The mill and at the quay.')).toEqual(['mill', 'quay']);
    expect(shown('The mall and the quay.')).toEqual(['quay']);
    expect(shown('The quay.')).toEqual(['quay']);
    expect(shown('')).toEqual([]);
  });

  it('are linked at the caret, else the first that is not linked', () => {
    expect(mentionToLink([mill, quay], 18, new Set())).toBe(quay);
    expect(mentionToLink([mill, quay], 12, new Set())).toBe(mill);
    expect(mentionToLink([mill, quay], 4, new Set(['a']))).toBe(quay);
    expect(mentionToLink([mill, quay], 4, new Set(['a', 'c']))).toBeUndefined();
  });
});
