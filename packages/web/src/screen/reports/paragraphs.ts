/** Changes to the paragraphs of a draft. No text ever comes under a wider label than it had. */
import { newParagraph, type DraftParagraph } from './draft.ts';
import { paragraphsIn } from './report-text.ts';

/** Paragraphs after a change, and where the caret goes. */
export interface Changed {
  paragraphs: DraftParagraph[];
  focus: { key: string; caret: number };
}

const sameLabel = (one: DraftParagraph, other: DraftParagraph): boolean =>
  JSON.stringify(one.label) === JSON.stringify(other.label);

/** Ends a paragraph at the caret; what follows becomes a paragraph under the same label. */
export function splitAt(
  paragraphs: readonly DraftParagraph[],
  key: string,
  from: number,
  to: number,
): Changed {
  const place = paragraphs.findIndex((paragraph) => paragraph.key === key);
  const paragraph = paragraphs[place] as DraftParagraph;
  const next = newParagraph(paragraph.text.slice(to), paragraph.label);
  return {
    paragraphs: paragraphs.toSpliced(place, 1, { ...paragraph, text: paragraph.text.slice(0, from) }, next),
    focus: { key: next.key, caret: 0 },
  };
}

/** Joins a paragraph to the one before it; nothing where their labels differ, unless one of them has no text. */
export function joinedToPrevious(paragraphs: readonly DraftParagraph[], key: string): Changed | undefined {
  const place = paragraphs.findIndex((paragraph) => paragraph.key === key);
  const [previous, paragraph] = [paragraphs[place - 1], paragraphs[place]];
  if (previous === undefined || paragraph === undefined) return undefined;
  if (!sameLabel(previous, paragraph) && previous.text !== '' && paragraph.text !== '') return undefined;
  const { label } = previous.text === '' ? paragraph : previous;
  const whole = { key: previous.key, text: previous.text + paragraph.text, label };
  return {
    paragraphs: paragraphs.toSpliced(place - 1, 2, whole),
    focus: { key: previous.key, caret: previous.text.length },
  };
}

/** Puts a text of several paragraphs in at the caret; nothing where it has no blank line within. */
export function pastedAt(
  paragraphs: readonly DraftParagraph[],
  key: string,
  { from, to }: { from: number; to: number },
  pasted: string,
): Changed | undefined {
  const [first, ...others] = paragraphsIn(pasted);
  const last = others.pop();
  if (first === undefined || last === undefined) return undefined;
  const place = paragraphs.findIndex((paragraph) => paragraph.key === key);
  const paragraph = paragraphs[place] as DraftParagraph;
  const { text, label } = paragraph;
  const end = newParagraph(last + text.slice(to), label);
  const between = others.map((other) => newParagraph(other, label));
  const begin = { ...paragraph, text: text.slice(0, from) + first };
  return {
    paragraphs: paragraphs.toSpliced(place, 1, begin, ...between, end),
    focus: { key: end.key, caret: last.length },
  };
}

/** Takes a paragraph out; one is always left. */
export function without(paragraphs: readonly DraftParagraph[], key: string): DraftParagraph[] {
  const left = paragraphs.filter((paragraph) => paragraph.key !== key);
  return left.length === 0 ? [newParagraph('')] : left;
}

/** Moves a paragraph up or down by one. */
export function moved(paragraphs: readonly DraftParagraph[], key: string, by: -1 | 1): DraftParagraph[] {
  const place = paragraphs.findIndex((paragraph) => paragraph.key === key);
  const other = paragraphs[place + by];
  if (other === undefined) return [...paragraphs];
  return paragraphs.with(place + by, paragraphs[place] as DraftParagraph).with(place, other);
}
