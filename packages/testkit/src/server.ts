/**
 * A server in the test's own process, over a cell of its own. The Bearer token `token-of-<member id>` is a
 * caller with every right of that member; other credentials are those of accounts.
 */
import { createHmac } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { makeAccounts } from '@entente/server/account/acts';
import { accessActs } from '@entente/server/acts/access';
import { batchActs } from '@entente/server/acts/batches';
import { coalitionActs } from '@entente/server/acts/coalition';
import { contributionActs } from '@entente/server/acts/contributions';
import { consentActs } from '@entente/server/consent/acts';
import { consentDuty } from '@entente/server/consent/duty';
import type { HostReader } from '@entente/server/account/first-start';
import { policyActs, policyReader } from '@entente/server/policy/acts';
import { explainActs } from '@entente/server/acts/explain';
import { healthActs } from '@entente/server/acts/health';
import { importActs } from '@entente/server/acts/imports';
import { ledgerActs } from '@entente/server/acts/ledger';
import { matchingActs } from '@entente/server/matching/acts';
import { requestActs } from '@entente/server/request/acts';
import { requestDuty } from '@entente/server/request/duty';
import { openDecisionDesk } from '@entente/server/decision/desk';
import { recallActs } from '@entente/server/acts/recalls';
import { refusalActs } from '@entente/server/acts/refusals';
import { reviewActs } from '@entente/server/acts/reviews';
import { savedSearches } from '@entente/server/acts/saved-searches';
import { subjectActs } from '@entente/server/acts/subjects';
import { supervisionActs } from '@entente/server/acts/supervision';
import { taxiiStatuses } from '@entente/server/acts/taxii-status';
import { buildApp } from '@entente/server/app';
import { readConfig } from '@entente/server/config';
import type { Caller } from '@entente/server/caller';
import { makeCursorSeal } from '@entente/server/serve/cursor';
import type { Ports } from '@entente/server/serve/ports';
import { siteFolder } from '@entente/server/serve/site/register';
import { makePresenter } from '@entente/server/serve/present/present';
import { Courier } from '@entente/server/message/courier';
import { inboxActs } from '@entente/server/message/inbox';
import { webhookActs } from '@entente/server/message/webhooks';
import { KeptPost } from './kept-post.ts';
import { startTestCell, testKeys, type TestCell } from './cell.ts';
import { playAct, callerOf } from './world/play.ts';
import type { Act } from './world/acts.ts';

export interface TestServer extends TestCell {
  app: FastifyInstance;
  ports: Ports;
  /** What left the cell. */
  sent: KeptPost;
  /** Waits until the feeds are up to date, and what has to be sent was. */
  rest(): Promise<void>;
  /** Plays an act of a world at its time, and waits until the feeds have it. */
  play(act: Act): ReturnType<typeof playAct>;
  /** One request as a caller of a member; waits until the feeds are up to date before and after. */
  call(member: string, request: InjectOptions): Promise<LightMyRequestResponse>;
  get(member: string, url: string): Promise<LightMyRequestResponse>;
  post(member: string, url: string, body: object): Promise<LightMyRequestResponse>;
}

export interface TestServerOptions {
  seed?: string;
  basePath?: string;
  maxContentLength?: number;
  /** The member that hosts the cell; `*` where each may act as its secretary. */
  host?: string;
  /** How much the courier sends at once; one at a time where it is left out, in the order in which it is due. */
  hands?: number;
  /** Other callers than those of the members, by their token. */
  callers?: ReadonlyMap<string, Caller>;
}

const prefix = 'Bearer token-of-';

/** Starts a server that listens nowhere: requests are injected. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const test = await startTestCell(options.seed);
  const post = new KeptPost();
  const courier = new Courier(test.cell, post, 'https://cell.example', options.hands ?? 1);
  test.cell.duty(courier);
  const rest = async (): Promise<void> => {
    do await test.cell.settle();
    while (await courier.rest());
  };
  const ports = portsOf(test, post, options);
  const app = await buildApp(ports, {
    trustedProxies: [],
    site: { folder: siteFolder, disputedBorders: 'dashed' },
  });
  const { cell, world } = test;
  const call = async (member: string, request: InjectOptions): Promise<LightMyRequestResponse> => {
    await rest();
    const headers = { authorization: `${prefix}${member}`, ...request.headers };
    const answer = await app.inject({ ...request, headers });
    await rest();
    return answer;
  };
  return {
    ...test,
    app,
    ports,
    sent: post,
    rest,
    play: async (act) => {
      world.at = act.at;
      await rest();
      return playAct(cell, act);
    },
    call,
    get: (member, url) => call(member, { method: 'GET', url }),
    post: (member, url, body) => call(member, { method: 'POST', url, payload: body }),
    close: async () => {
      await app.close();
      await courier.close();
      await test.close();
    },
  };
}

function portsOf({ cell, world }: TestCell, post: KeptPost, options: TestServerOptions): Ports {
  cell.duty(consentDuty(cell));
  cell.duty(requestDuty(cell));
  const isHost: HostReader = async (member, client = cell.database.writer) => {
    // The realms of these members are nowhere; a connection it takes all the same.
    await client.query('select');
    return options.host === '*' || member === options.host;
  };
  const accounts = makeAccounts(cell, {
    publicUrl: 'https://cell.example',
    post,
    pause: () => Promise.resolve(),
  });
  return {
    name: 'Test cell',
    basePath: options.basePath ?? '',
    maxContentLength: options.maxContentLength ?? 16 * 1024 * 1024,
    authenticate: (credentials) => {
      const { authorization = '' } = credentials;
      const member = authorization.startsWith(prefix) ? authorization.slice(prefix.length) : '';
      if (member !== '') return Promise.resolve(callerOf(member));
      const other = options.callers?.get(authorization.replace(/^Bearer /, ''));
      return other === undefined ? accounts.authenticate(credentials) : Promise.resolve(other);
    },
    presenter: makePresenter(testKeys.standIn, (seen, reader) => {
      throw new Error(`the walls disagree on ${seen.object} for ${reader.id}`);
    }),
    cursors: makeCursorSeal(testKeys.cursor),
    recordRead: (caller, page) => cell.reads.record(caller, page),
    view: (caller, read) => cell.view(caller.reader, read),
    contributions: contributionActs(cell, policyReader(cell)),
    batches: batchActs(cell),
    imports: importActs(cell, policyReader(cell)),
    coalition: coalitionActs(cell, isHost),
    ...openDecisionDesk(cell, isHost),
    explain: explainActs(cell),
    access: accessActs(cell),
    health: healthActs(cell, isHost, readConfig({})),
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
    webhooks: webhookActs(cell, post, { allowed: [], proxy: undefined }),
    onFeed: (listener) => cell.onFeed(listener),
    onErasure: (listener) => cell.erasures.listen(listener),
    onConsidered: (listener) => cell.considered.listen(listener),
    caughtUp: (caller) => cell.caughtUp(caller),
    now: () => world.now(),
    uuid: () => world.uuid(),
    digest: (purpose, text) =>
      createHmac('sha256', testKeys.cursor).update(`${purpose}\n${text}`).digest('hex'),
  };
}
