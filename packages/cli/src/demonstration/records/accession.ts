/** The text by which the 29th nation accedes, and what is first put in for all twenty-nine. */
import type { StixObject } from '@entente/core/stix/types';
import { memberOf } from '../members.ts';
import { record } from './record.ts';

export const accessionText = {
  title: {
    en: 'Accession of Montenegro to the nations of the Alliance',
    fr: 'Adhésion du Monténégro aux nations de l’Alliance',
  },
  text: {
    en:
      'The nations of the Alliance agree that Montenegro, the 29th nation, is one of them from the adoption of this text, ' +
      'and reads what is put in for them from then on.',
    fr:
      'Les nations de l’Alliance conviennent que le Monténégro, 29ᵉ nation, compte parmi elles dès l’adoption du présent texte, ' +
      'et lit ce qui leur est communiqué à partir de ce moment.',
  },
};

export const statementOnAccession =
  'Luxembourg understands that what was shared among twenty-eight nations stays with those it was shared with.';

export const firstForAll = (): StixObject[] => [
  record('belgium', 'note', 'to-twenty-nine', '2017-06-06', {
    abstract: 'To the twenty-nine nations',
    content: 'The desk in Brussels can be reached day and night; the next meeting is in Podgorica.',
    object_refs: [memberOf('belgium').identity],
  }),
];
