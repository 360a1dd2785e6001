/** Mentions: which objects of the caller's view a text names. */
import { z } from 'zod';
import { operation } from './operation.ts';

/** Characters of a text at most; that of a paragraph of a report. */
export const mostMentionText = 10_000;

export const mention = z
  .object({
    from: z.number().int().describe('Where it begins, in UTF-16 code units.'),
    to: z.number().int().describe('Behind its end.'),
    objects: z.array(z.string()).describe('Ids of the objects that are called so, in order.'),
  })
  .meta({ title: 'Mention' });

export type Mention = z.output<typeof mention>;

export const mentionOperations = {
  mentions: operation({
    method: 'POST',
    path: '/mentions',
    tag: 'search',
    summary: 'Find the objects of your view that a text names',
    description:
      'Names, aliases and values, as your view has them now, in whole words of any script, folded as search folds. ' +
      'Of names that begin at one place the longest counts. A name of nothing but words that every text has, or of ' +
      'one word of fewer than three letters, is not looked for; of the objects in which one word or two words side ' +
      'by side stand, the newest fifty are.',
    kind: 'member-data',
    scope: 'read',
    body: z.strictObject({ text: z.string().max(mostMentionText) }),
    answer: z.object({ mentions: z.array(mention) }),
  }),
};
