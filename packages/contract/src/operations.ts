/** Every operation of the API, by name. */
import { contributionOperations } from './contribution.ts';
import { labelOperations } from './label.ts';
import { meOperations } from './me.ts';
import { objectOperations } from './object.ts';
import { searchOperations } from './search.ts';

export const operations = {
  ...meOperations,
  ...labelOperations,
  ...contributionOperations,
  ...objectOperations,
  ...searchOperations,
};

export type Operations = typeof operations;
