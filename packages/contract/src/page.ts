/** Lists come in pages; a cursor is sealed and is good for the same caller and the same question alone. */
import { z } from 'zod';

export const mostPerPage = 1000;

const limit = z.coerce
  .number<number>()
  .int()
  .min(1)
  .max(mostPerPage)
  .default(100)
  .describe('How many items at most; 100 by default.');

/** The query of every list. */
export const pageQuery = z.object({
  cursor: z.string().max(4096).optional().describe('`next` of the page before.'),
  limit,
});

/** A page of items; `next` is absent on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().optional().describe('Cursor of the next page; absent on the last one.'),
  });

export interface Page<Item> {
  items: Item[];
  next?: string | undefined;
}
