import type { Migration } from '../database/migrate.ts';
import { cell } from './001-cell.ts';
import { walls } from './002-walls.ts';
import { taxiiStatus } from './003-taxii-status.ts';
import { accounts } from './004-accounts.ts';
import { memberPolicy } from './005-member-policy.ts';
import { notices } from './006-notices.ts';
import { reads } from './007-reads.ts';
import { searches } from './008-searches.ts';
import { readings } from './009-readings.ts';
import { rosterPast } from './010-roster-past.ts';
import { identityProviders } from './012-identity-providers.ts';
import { messages } from './013-messages.ts';
import { decisions } from './014-decisions.ts';
import { consents } from './015-consents.ts';
import { requests } from './016-requests.ts';
import { deliveries } from './017-deliveries.ts';
import { recallStates } from './018-recall-states.ts';
import { review } from './019-review.ts';
import { ledger } from './020-ledger.ts';
import { chosenLanguage } from './021-chosen-language.ts';
import { restrictions } from './022-restrictions.ts';
import { webhookAnswers } from './023-webhook-answers.ts';
import { matching } from './024-matching.ts';
import { standingVersion } from './025-standing-version.ts';
import { markings } from './026-markings.ts';
import { supervision } from './027-supervision.ts';
import { decisionRows } from './028-decision-rows.ts';
import { decisionOrder } from './029-decision-order.ts';
import { plainWords } from './030-plain-words.ts';
import { shortReadings } from './031-short-readings.ts';
import { plainReadings } from './032-plain-readings.ts';

const statements = (name: string, sql: string): Migration => ({
  name,
  up: async (client) => {
    await client.query(sql);
  },
});

/** Every migration, in order. A released one never changes. */
export const migrations: readonly Migration[] = [
  statements('001-cell', cell),
  statements('002-walls', walls),
  statements('003-taxii-status', taxiiStatus),
  statements('004-accounts', accounts),
  statements('005-member-policy', memberPolicy),
  statements('006-notices', notices),
  statements('007-reads', reads),
  statements('008-searches', searches),
  statements('009-readings', readings),
  statements('010-roster-past', rosterPast),
  statements('012-identity-providers', identityProviders),
  statements('013-messages', messages),
  statements('014-decisions', decisions),
  statements('015-consents', consents),
  statements('016-requests', requests),
  statements('017-deliveries', deliveries),
  statements('018-recall-states', recallStates),
  statements('019-review', review),
  statements('020-ledger', ledger),
  statements('021-chosen-language', chosenLanguage),
  statements('022-restrictions', restrictions),
  statements('023-webhook-answers', webhookAnswers),
  statements('024-matching', matching),
  statements('025-standing-version', standingVersion),
  { name: '026-markings', up: markings },
  statements('027-supervision', supervision),
  { name: '028-decision-rows', up: decisionRows },
  statements('029-decision-order', decisionOrder),
  statements('030-plain-words', plainWords),
  statements('031-short-readings', shortReadings),
  statements('032-plain-readings', plainReadings),
];
