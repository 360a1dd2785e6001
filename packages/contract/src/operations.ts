/** Every operation of the API, by name. */
import { batchOperations } from './batch.ts';
import { communityOperations, memberOperations, rightOperations } from './coalition.ts';
import { contributionOperations } from './contribution.ts';
import { feedOperations } from './feed.ts';
import { labelOperations } from './label.ts';
import { meOperations } from './me.ts';
import { objectOperations } from './object.ts';
import { searchOperations } from './search.ts';
import { validationOperations } from './validation.ts';

export const operations = {
  ...meOperations,
  ...memberOperations,
  ...communityOperations,
  ...rightOperations,
  ...labelOperations,
  ...contributionOperations,
  ...batchOperations,
  ...objectOperations,
  ...searchOperations,
  ...feedOperations,
  ...validationOperations,
};

export type Operations = typeof operations;
