/** A generator for every route of the server. */
import type { Generator } from '../generator.ts';
import { accountRoutes } from './accounts.ts';
import { coalitionRoutes } from './coalition.ts';
import { consentRoutes } from './consents.ts';
import { contributionRoutes } from './contributions.ts';
import { objectRoutes } from './objects.ts';
import { siteRoutes } from './site.ts';
import { situationRoutes } from './situation.ts';
import { taxiiRoutes } from './taxii.ts';

export const generators: readonly Generator[] = [
  ...objectRoutes,
  ...contributionRoutes,
  ...consentRoutes,
  ...coalitionRoutes,
  ...accountRoutes,
  ...siteRoutes,
  ...situationRoutes,
  ...taxiiRoutes,
];
