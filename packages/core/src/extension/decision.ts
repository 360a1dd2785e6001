import { propertyExtension } from './details.ts';
import { choice, list, record, text, type ContentOf } from './shape.ts';

const words = (about: string) => text(about, 'text', 50_000);

/** Content of the decision extension: what was adopted, with what members attached to it for good. */
export const decisionShape = record(
  'A decision of the cell as it was issued',
  {
    extension_type: propertyExtension,
    decision: text('Id of the decision in the cell'),
    digest: text('SHA-256 of the canonical form (RFC 8785) of purpose, title, text and effect, hexadecimal'),
    adopted: text('When it was adopted, as STIX writes times'),
    kind: choice('What it is about', [
      'admission',
      'departure',
      'suspension',
      'reinstatement',
      'supervision',
      'end-of-supervision',
      'roster',
      'handling',
      'mandate',
      'release',
      'communique',
    ]),
    title_en: words('Its title in English'),
    title_fr: words('Its title in French'),
    text_en: words('Its text in English'),
    text_fr: words('Its text in French'),
  },
  {
    statements: list(
      record(
        'What a member attached without breaking silence',
        {
          member: text('Name of the member'),
          kind: choice('What it is', ['reservation', 'interpretative-statement']),
          text: words('Its words'),
        },
        {},
      ),
    ),
  },
);

export type DecisionContent = ContentOf<typeof decisionShape>;
