/** Fills in what the routes are given. */
import { createHmac } from 'node:crypto';
import type { Accounts } from './account/acts.ts';
import { hostReader } from './account/first-start.ts';
import { accessActs } from './acts/access.ts';
import { batchActs } from './acts/batches.ts';
import { coalitionActs } from './acts/coalition.ts';
import { contributionActs } from './acts/contributions.ts';
import { explainActs } from './acts/explain.ts';
import { importActs } from './acts/imports.ts';
import { recallActs } from './acts/recalls.ts';
import { reviewActs } from './acts/reviews.ts';
import { savedSearches } from './acts/saved-searches.ts';
import { subjectActs } from './acts/subjects.ts';
import { taxiiStatuses } from './acts/taxii-status.ts';
import type { Cell } from './cell.ts';
import type { Config } from './config.ts';
import { policyActs, policyReader } from './policy/acts.ts';
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
  { feedEpoch, onIncident }: { feedEpoch: string; onIncident: () => void },
): Ports {
  const { keys, world } = cell;
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
    coalition: coalitionActs(cell, hostReader(cell)),
    explain: explainActs(cell),
    access: accessActs(cell),
    recalls: recallActs(cell),
    reviews: reviewActs(cell, policyReader(cell)),
    subjects: subjectActs(cell),
    taxiiStatus: taxiiStatuses(cell),
    accounts: accounts.acts,
    policies: policyActs(cell),
    searches: savedSearches(cell),
    onFeed: (listener) => cell.onFeed(listener),
    caughtUp: (caller) => cell.caughtUp(caller),
    now: () => world.now(),
    uuid: () => world.uuid(),
    digest: (purpose, text) => createHmac('sha256', keys.cursor).update(`${purpose}\n${text}`).digest('hex'),
  };
}
