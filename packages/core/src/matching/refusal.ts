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

export const isRefusal = (reason: string): reason is Refusal =>
  (refusals as readonly string[]).includes(reason);
