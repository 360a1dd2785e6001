/** Why a member sees something or not, in words, from what the cell itself explains to the contributor. */
import type { Explanation, ExplainReason } from '@entente/contract/label';

const words: Readonly<Record<ExplainReason, (subject: string, sees: boolean) => string>> = {
  own: () => 'its own',
  public: () => 'for every member',
  named: () => 'named in the label',
  community: (subject) => `within “${subject}”`,
  'not-named': (subject) => (subject === '' ? 'not among those named' : `not within “${subject}” since then`),
  clearance: (subject, sees) => `${sees ? 'cleared' : 'not cleared'} in “${subject}”`,
  attribute: (subject, sees) => `${sees ? 'holds' : 'does not hold'} “${subject}”`,
  expired: () => 'the label has run out',
  'end-closed': () => 'what it links to is not open to it',
  'part-closed': () => 'a part that it needs is not open to it',
  'others-roster': (subject) => `depends on the roster of “${subject}”`,
  'others-clearance': (subject) => `depends on the clearance in “${subject}”`,
  'others-attribute': (subject) => `depends on who holds “${subject}”`,
  'others-ground': () => 'depends on what others share',
};

/**
 * The reasons of a verdict as one phrase.
 * @param nameOf what is called by an audience, a policy, an attribute or an object
 */
export function reasonText(
  { verdict, reasons, parts = [] }: Explanation,
  nameOf: (subject: string) => string,
): string {
  const all = reasons.map(({ code, subject = '' }) =>
    words[code](subject === '' ? '' : nameOf(subject), verdict === 'yes'),
  );
  const cut = parts.filter(({ open }) => open === 'no').length;
  const beside = cut === 0 ? [] : [`${cut} ${cut === 1 ? 'part' : 'parts'} not open to it`];
  return [...new Set(all), ...beside].join(', ');
}
