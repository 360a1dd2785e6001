/** Names on the drawing: harmless, short, and in the direction in which they are read. */
import { shortened } from '../../../record/object.ts';
import { safeText } from '../../../record/safe-text.ts';

const most = 48;

/** One line of a text of others. */
export const labelOf = (text: string): string =>
  shortened(safeText(text).text.replaceAll(/\s+/g, ' ').trim(), most);

/** Scripts that are written from the right (Unicode, bidirectional class R and AL). */
const fromRight = /^[^\p{L}]*[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

export const directionOf = (text: string): 'ltr' | 'rtl' => (fromRight.test(text) ? 'rtl' : 'ltr');
