import { propertyExtension } from './details.ts';
import { list, record, text, type ContentOf } from './shape.ts';

/** Content of the report text extension: each paragraph can be a portion (ADR 5, rule 5). */
export const reportTextShape = record(
  'The text of a report, grouping or note, paragraph by paragraph',
  { extension_type: propertyExtension },
  { paragraphs: list(text('A paragraph, in its own direction; a line break within it is kept')) },
);

export type ReportTextContent = ContentOf<typeof reportTextShape>;
