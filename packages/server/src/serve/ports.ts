/**
 * What the routes are given: a bound view to read, acts to perform, and nothing of the database. The
 * composition root fills it in.
 */
import type { Considered } from '@entente/store/feed/sequencer';
import type { Question, View } from '@entente/store/view/reader';
import type { AccessActs } from '../acts/access.ts';
import type { AccountActs } from '../account/acts.ts';
import type { Authenticate, Caller } from '../caller.ts';
import type { Erasure } from '../told.ts';
import type { BatchActs } from '../acts/batches.ts';
import type { CoalitionActs } from '../acts/coalition.ts';
import type { ConstitutionActs } from '../acts/constitution.ts';
import type { ContributionActs } from '../acts/contributions.ts';
import type { DecisionActs } from '../acts/decisions.ts';
import type { ExplainActs } from '../acts/explain.ts';
import type { HealthActs } from '../acts/health.ts';
import type { ImportActs } from '../acts/imports.ts';
import type { LedgerActs } from '../acts/ledger.ts';
import type { RefusalActs } from '../acts/refusals.ts';
import type { RecallActs } from '../acts/recalls.ts';
import type { ReviewActs } from '../acts/reviews.ts';
import type { SavedSearches } from '../acts/saved-searches.ts';
import type { SubjectActs } from '../acts/subjects.ts';
import type { SupervisionActs } from '../acts/supervision.ts';
import type { TaxiiStatuses } from '../acts/taxii-status.ts';
import type { InboxActs } from '../message/inbox.ts';
import type { WebhookActs } from '../message/webhooks.ts';
import type { ConsentActs } from '../consent/acts.ts';
import type { MatchingActs } from '../matching/acts.ts';
import type { PolicyActs } from '../policy/acts.ts';
import type { RequestActs } from '../request/acts.ts';
import type { ReadPage } from '../read-log.ts';
import type { NameSearch } from './api/object/name-search.ts';
import type { CursorSeal } from './cursor.ts';
import type { Presenter } from './present/present.ts';

export interface Ports {
  readonly name: string;
  /** Path under which everything but TAXII discovery lies: '' or '/sub/path', without a slash at the end. */
  readonly basePath: string;
  /** Largest body of a request, in bytes. */
  readonly maxContentLength: number;
  readonly authenticate: Authenticate;
  readonly presenter: Presenter;
  readonly cursors: CursorSeal;
  /**
   * Reads the view of the caller's reader class, at this moment.
   * @param ahead what the read is known to ask first, which then costs no way of its own
   */
  view<Result>(caller: Caller, read: (view: View) => Promise<Result>, ahead?: Question): Promise<Result>;
  readonly contributions: ContributionActs;
  readonly batches: BatchActs;
  readonly imports: ImportActs;
  readonly coalition: CoalitionActs;
  readonly decisions: DecisionActs;
  readonly constitution: ConstitutionActs;
  readonly explain: ExplainActs;
  readonly access: AccessActs;
  readonly health: HealthActs;
  /** Whether a member hosts the cell. */
  isHost(member: string): Promise<boolean>;
  readonly ledger: LedgerActs;
  readonly recalls: RecallActs;
  readonly refusals: RefusalActs;
  readonly reviews: ReviewActs;
  readonly subjects: SubjectActs;
  readonly supervision: SupervisionActs;
  readonly taxiiStatus: TaxiiStatuses;
  readonly accounts: AccountActs;
  readonly policies: PolicyActs;
  readonly consents: ConsentActs;
  readonly searches: SavedSearches;
  readonly matching: MatchingActs;
  readonly requests: RequestActs;
  readonly inbox: InboxActs;
  readonly webhooks: WebhookActs;
  /** Turns what is typed into words of the index; folding to ASCII where it is absent. */
  readonly names?: NameSearch;
  /** Records that the caller is given these objects, page by page; called before they are sent. */
  recordRead(caller: Caller, page: ReadPage): void;
  /** Calls back after each change of the feeds and each act, until the returned function is called. */
  onFeed(listener: () => void): () => void;
  /** Calls back with each erasure once it is done, until the returned function is called. */
  onErasure(listener: (erasure: Erasure) => void): () => void;
  /** Calls back with what each step of the feeds looked at, until the returned function is called. */
  onConsidered(listener: (considered: Considered) => void): () => void;
  /** Waits until the caller's feed has what its own member did; a short while at most. */
  caughtUp(caller: Caller): Promise<void>;
  /** Microseconds since 1970. */
  now(): number;
  uuid(): string;
  /** Seals a text under a purpose: HMAC-SHA256, hexadecimal; for ETags and the like. */
  digest(purpose: string, text: string): string;
}
