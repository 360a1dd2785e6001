/** A generator for every route of the server. */
import type { Generator } from '../generator.ts';
import { accountRoutes } from './accounts.ts';
import { coalitionRoutes } from './coalition.ts';
import { consentRoutes } from './consents.ts';
import { contributionRoutes } from './contributions.ts';
import { healthRoutes } from './health.ts';
import { ledgerRoutes } from './ledger.ts';
import { matchingRoutes } from './matching.ts';
import { messageRoutes } from './messages.ts';
import { decisionRoutes } from './decisions.ts';
import { objectRoutes } from './objects.ts';
import { requestRoutes } from './requests.ts';
import { recallRoutes } from './recalls.ts';
import { reviewRoutes } from './reviews.ts';
import { screeningRoutes } from './screenings.ts';
import { siteRoutes } from './site.ts';
import { situationRoutes } from './situation.ts';
import { taxiiRoutes } from './taxii.ts';

export const generators: readonly Generator[] = [
  ...objectRoutes,
  ...contributionRoutes,
  ...consentRoutes,
  ...coalitionRoutes,
  ...decisionRoutes,
  ...accountRoutes,
  ...healthRoutes,
  ...ledgerRoutes,
  ...siteRoutes,
  ...situationRoutes,
  ...matchingRoutes,
  ...messageRoutes,
  ...recallRoutes,
  ...reviewRoutes,
  ...screeningRoutes,
  ...taxiiRoutes,
  ...requestRoutes,
];
