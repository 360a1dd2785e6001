import { propertyExtension } from './details.ts';
import { choice, list, record, text, type ContentOf } from './shape.ts';

/** Content of the assessment extension: how good a piece of information is, and why it may be handled. */
export const assessmentShape = record(
  'Grading of an object by its contributor, and the ground on which it is handled',
  { extension_type: propertyExtension },
  {
    source_reliability: choice(
      'Admiralty grade of the source: A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged',
      ['A', 'B', 'C', 'D', 'E', 'F'],
    ),
    information_credibility: choice(
      'Admiralty grade of the information: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged',
      ['1', '2', '3', '4', '5', '6'],
    ),
    basis: choice('Whether the object states facts or somebody’s assessment of them', ['fact', 'assessment']),
    assessed_on: text('Day of the grading', 'date'),
    purposes: list(text('What the information may be used for')),
    legal_basis: text('Law or agreement under which it is handled'),
    note: text('What else the contributor says of its worth'),
  },
);

export type AssessmentContent = ContentOf<typeof assessmentShape>;
