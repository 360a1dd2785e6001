/** Every operation of the API, by name. */
import { accessOperations } from './access.ts';
import { accountOperations } from './account.ts';
import { arrivalOperations } from './arrival.ts';
import { batchOperations } from './batch.ts';
import { communityOperations, memberOperations, rightOperations } from './coalition.ts';
import { contributionOperations } from './contribution.ts';
import { entranceOperations } from './entrance.ts';
import { feedOperations } from './feed.ts';
import { identityProviderOperations } from './identity-provider.ts';
import { importOperations } from './import.ts';
import { labelOperations } from './label.ts';
import { meOperations } from './me.ts';
import { memberPolicyOperations } from './member-policy.ts';
import { mentionOperations } from './mention.ts';
import { objectOperations } from './object.ts';
import { recallOperations } from './recall.ts';
import { reviewOperations } from './review.ts';
import { savedSearchOperations } from './saved-search.ts';
import { searchOperations } from './search.ts';
import { sessionOperations, tokenOperations } from './session.ts';
import { subjectOperations } from './subject.ts';
import { validationOperations } from './validation.ts';

export const operations = {
  ...meOperations,
  ...sessionOperations,
  ...tokenOperations,
  ...accountOperations,
  ...entranceOperations,
  ...identityProviderOperations,
  ...memberPolicyOperations,
  ...memberOperations,
  ...communityOperations,
  ...rightOperations,
  ...labelOperations,
  ...contributionOperations,
  ...batchOperations,
  ...importOperations,
  ...objectOperations,
  ...searchOperations,
  ...mentionOperations,
  ...savedSearchOperations,
  ...feedOperations,
  ...arrivalOperations,
  ...accessOperations,
  ...recallOperations,
  ...reviewOperations,
  ...subjectOperations,
  ...validationOperations,
};

export type Operations = typeof operations;
