import { propertyExtension } from './details.ts';
import { choice, record, text, type ContentOf } from './shape.ts';

/** Content of the answer extension: on the note by which a member answers a request. */
export const answerShape = record(
  'That a note answers a request; what it gives stands in the note and in its `object_refs`',
  {
    extension_type: propertyExtension,
    extent: choice('Whether more is to come, or held back', ['answered', 'partly-answered']),
  },
  { request: text('Id of the note that asks; absent where its reader may not see that one') },
);

export type AnswerContent = ContentOf<typeof answerShape>;
