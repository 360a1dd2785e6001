import { propertyExtension } from './details.ts';
import { list, record, text, type ContentOf } from './shape.ts';

/** Content of the request extension: on the note by which a member asks others. */
export const requestShape = record(
  'Why a member asks others, on which ground and by when; what it asks stands in the note',
  {
    extension_type: propertyExtension,
    answer_by: text('By when an answer is wanted (STIX timestamp, UTC)', 'timestamp', 40),
  },
  {
    reason: text('Why it is asked'),
    purpose: text('What the answer will be used for'),
    legal_basis: text('Law or agreement under which it is asked'),
    addressees: list(text('`member:<id>` or `community:<id>`', 'text', 210), 200),
  },
);

export type RequestContent = ContentOf<typeof requestShape>;
