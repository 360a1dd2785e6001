/** Every operation of the API, by name. */
import { accessOperations } from './access.ts';
import { accountOperations } from './account.ts';
import { arrivalOperations } from './arrival.ts';
import { batchOperations } from './batch.ts';
import { communityOperations, memberOperations, rightOperations } from './coalition.ts';
import { consentOperations } from './consent.ts';
import { cellOperations } from './constitution.ts';
import { contributionOperations } from './contribution.ts';
import { decisionOperations } from './decision.ts';
import { entranceOperations } from './entrance.ts';
import { feedOperations } from './feed.ts';
import { healthOperations } from './health.ts';
import { identityProviderOperations } from './identity-provider.ts';
import { importOperations } from './import.ts';
import { labelOperations } from './label.ts';
import { ledgerOperations } from './ledger.ts';
import { matchingOperations } from './matching.ts';
import { meOperations } from './me.ts';
import { memberPolicyOperations } from './member-policy.ts';
import { mentionOperations } from './mention.ts';
import { inboxOperations } from './message.ts';
import { mailOperations } from './mail.ts';
import { webhookOperations } from './webhook.ts';
import { objectOperations } from './object.ts';
import { requestOperations } from './request.ts';
import { recallOperations } from './recall.ts';
import { reviewOperations } from './review.ts';
import { savedSearchOperations } from './saved-search.ts';
import { screeningOperations } from './screening.ts';
import { searchOperations } from './search.ts';
import { sessionOperations, tokenOperations } from './session.ts';
import { subjectOperations } from './subject.ts';
import { supervisionOperations } from './supervision.ts';
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
  ...decisionOperations,
  ...cellOperations,
  ...labelOperations,
  ...contributionOperations,
  ...consentOperations,
  ...batchOperations,
  ...importOperations,
  ...objectOperations,
  ...searchOperations,
  ...screeningOperations,
  ...mentionOperations,
  ...savedSearchOperations,
  ...feedOperations,
  ...arrivalOperations,
  ...accessOperations,
  ...healthOperations,
  ...ledgerOperations,
  ...matchingOperations,
  ...requestOperations,
  ...recallOperations,
  ...reviewOperations,
  ...subjectOperations,
  ...supervisionOperations,
  ...validationOperations,
  ...inboxOperations,
  ...mailOperations,
  ...webhookOperations,
};

export type Operations = typeof operations;
