/** What Belgium asks France and Jordan, and what France answers. */
import type { Question, Reply } from '@entente/server/request/acts';
import { karimOfFrance } from './france.ts';
import { nation } from './record.ts';

export const questionOfBelgium: Omit<Question, 'by'> = {
  title: 'Who met Karim Elkarnabi at the railway station?',
  text: 'He was seen on the platform with two others on 3 May 2017. Do you know who they were?',
  reason: 'The group in Antwerp may have been brought there by them.',
  records: [karimOfFrance],
  addressees: [nation('france'), nation('jordan')],
  isOpen: false,
};

export const answerOfFrance: Reply = {
  extent: 'partly-answered',
  text: 'One of the two is known to us, under another name; the judge is asked whether it may be told.',
  records: [karimOfFrance],
};
