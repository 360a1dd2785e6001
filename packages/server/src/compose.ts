/** Fills in what the routes are given. */
import { createHmac } from 'node:crypto';
import type { Accounts } from './account/acts.ts';
import { hostReader } from './account/first-start.ts';
import { accessActs } from './acts/access.ts';
import { batchActs } from './acts/batches.ts';
import { coalitionActs } from './acts/coalition.ts';
import { contributionActs } from './acts/contributions.ts';
import { explainActs } from './acts/explain.ts';
import { healthActs } from './acts/health.ts';
import { importActs } from './acts/imports.ts';
import { ledgerActs } from './acts/ledger.ts';
import { recallActs } from './acts/recalls.ts';
import { refusalActs } from './acts/refusals.ts';
import { reviewActs } from './acts/reviews.ts';
import { savedSearches } from './acts/saved-searches.ts';
import { subjectActs } from './acts/subjects.ts';
import { supervisionActs } from './acts/supervision.ts';
import { taxiiStatuses } from './acts/taxii-status.ts';
import type { Cell } from './cell.ts';
import type { Config } from './config.ts';
import { inboxActs } from './message/inbox.ts';
import type { Post } from './message/post.ts';
import { webhookActs } from './message/webhooks.ts';
import { openDecisionDesk } from './decision/desk.ts';
import { consentActs } from './consent/acts.ts';
import { consentDuty } from './consent/duty.ts';
import { matchingActs } from './matching/acts.ts';
import { policyActs, policyReader } from './policy/acts.ts';
import { requestActs } from './request/acts.ts';
import { requestDuty } from './request/duty.ts';
import { makeCursorSeal } from './serve/cursor.ts';
import type { Ports } from './serve/ports.ts';
import { makePresenter } from './serve/present/present.ts';

/** The path of a public address, as routes want it: '' or '/sub/path'. */
export const basePathOf = (publicUrl: URL | undefined): string =>
  publicUrl === undefined ? '' : publicUrl.pathname.replace(/\/+$/, '');

/**
 * @param feedEpoch which run of the feeds it is: cursors of another one are refused
 * @param onIncident called when the two walls of release disagree
 */
export function makePorts(
  cell: Cell,
  accounts: Accounts,
  config: Config,
  { feedEpoch, onIncident, post }: { feedEpoch: string; onIncident: () => void; post: Post },
): Ports {
  const { keys, world } = cell;
  const isHost = hostReader(cell);
  cell.duty(consentDuty(cell));
  cell.duty(requestDuty(cell));
  return {
    name: config.name,
    basePath: basePathOf(config.publicUrl),
    maxContentLength: config.maxContentLength,
    authenticate: accounts.authenticate,
    presenter: makePresenter(keys.standIn, onIncident),
    cursors: makeCursorSeal(createHmac('sha256', keys.cursor).update(`cursors\n${feedEpoch}`).digest()),
    recordRead: (caller, page) => cell.reads.record(caller, page),
    view: (caller, read, ahead) => cell.view(caller.reader, read, ahead),
    contributions: contributionActs(cell, policyReader(cell)),
    batches: batchActs(cell),
    imports: importActs(cell, policyReader(cell)),
    coalition: coalitionActs(cell, isHost),
    ...openDecisionDesk(cell, isHost),
    explain: explainActs(cell),
    access: accessActs(cell),
    health: healthActs(cell, isHost, config),
    isHost,
    ledger: ledgerActs(cell),
    recalls: recallActs(cell),
    refusals: refusalActs(cell),
    reviews: reviewActs(cell, policyReader(cell)),
    subjects: subjectActs(cell),
    supervision: supervisionActs(cell),
    taxiiStatus: taxiiStatuses(cell),
    accounts: accounts.acts,
    policies: policyActs(cell),
    consents: consentActs(cell, policyReader(cell)),
    searches: savedSearches(cell),
    matching: matchingActs(cell),
    requests: requestActs(cell, policyReader(cell)),
    inbox: inboxActs(cell),
    webhooks: webhookActs(cell, post, config.post.calls),
    onFeed: (listener) => cell.onFeed(listener),
    onErasure: (listener) => cell.erasures.listen(listener),
    onConsidered: (listener) => cell.considered.listen(listener),
    caughtUp: (caller) => cell.caughtUp(caller),
    now: () => world.now(),
    uuid: () => world.uuid(),
    digest: (purpose, text) => createHmac('sha256', keys.cursor).update(`${purpose}\n${text}`).digest('hex'),
  };
}
