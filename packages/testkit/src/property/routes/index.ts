/** A generator for every route of the server. */
import type { Generator } from '../generator.ts';
import { accountRoutes } from './accounts.ts';
import { coalitionRoutes } from './coalition.ts';
import { contributionRoutes } from './contributions.ts';
import { objectRoutes } from './objects.ts';
import { recallRoutes } from './recalls.ts';
import { reviewRoutes } from './reviews.ts';
import { siteRoutes } from './site.ts';
import { situationRoutes } from './situation.ts';
import { taxiiRoutes } from './taxii.ts';

export const generators: readonly Generator[] = [
  ...objectRoutes,
  ...contributionRoutes,
  ...coalitionRoutes,
  ...accountRoutes,
  ...siteRoutes,
  ...situationRoutes,
  ...recallRoutes,
  ...reviewRoutes,
  ...taxiiRoutes,
];
