/** Why an owner's gateway does not answer a run: the closed list. */
export const refusals = [
  'epoch', // it is of an epoch that is over, or of none
  'purpose', // the purpose was not agreed on
  'case', // no case reference
  'smallest-batch', // too few keys: a question about somebody
  'quota', // what is left of the day is less
  'replayed', // the run was answered or refused before
  'elements', // what was sent are no elements
] as const;
export type Refusal = (typeof refusals)[number];

/** The same for people, of a run. */
export const refusalWords: Readonly<Record<Refusal, string>> = {
  epoch: 'it is not of the latest epoch; fetch that one, and begin the run anew',
  purpose: 'this purpose was not agreed on',
  case: 'it has no case reference',
  'smallest-batch': 'it has fewer keys than a run must have',
  quota: 'it has more keys than are left of the day, which ends at midnight UTC',
  replayed: 'a run of this number was sent before',
  elements: 'what it holds are no elements',
};

export const isRefusal = (reason: string): reason is Refusal =>
  (refusals as readonly string[]).includes(reason);
