/**
 * The check that a member makes for itself: it trusts the hub's public key and what it kept, and nothing that the hub
 * answers. Where the answers come from (a hub, files) is the caller's; so are the clock and what is kept between checks.
 */
import { Failure } from '../failure.ts';
import { openCheckpoint, type Checkpoint } from './checkpoint.ts';
import { checkErasures, type KeptErasure } from './erasures.ts';
import { finding, type LedgerFinding } from './findings.ts';
import { readLog, writeLog, type KeptLog } from './follow.ts';
import type { Hash } from './hash.ts';
import { readKey, type NoteKey } from './note.ts';
import { checkReceipts, type KeptReceipt, type ReceiptCounts } from './receipts.ts';
import { readHash, readPath } from './slots.ts';
import { isInCheckpoint, type Standing } from './standing.ts';
import { verifyConsistency } from './verify.ts';
import { walkLog, type LogCounts, type OpenedLeaf } from './walk.ts';
import { formatTimestamp } from '../stix/timestamp.ts';

/** Answers the questions of a check. */
export interface Evidence {
  key(): Promise<string>;
  standing(): Promise<Standing>;
  /** Of the top log. */
  consistency(first: number, second: number): Promise<readonly string[]>;
  /** Leaves of one's own log from a place on; as many as come at once. */
  leaves: (from: number) => Promise<readonly string[]>;
  /** The same with what they are of; absent where one is not entitled. */
  openings?: ((from: number) => Promise<readonly OpenedLeaf[]>) | undefined;
}

/** What a member keeps between two checks. */
export interface Kept {
  /** The hub's key, from the first check or by hand. */
  key: string | null;
  /** The last checkpoint that it found good. */
  checkpoint: string | null;
  log: KeptLog;
  receipts: KeptReceipt[];
  /** Leaves that are said to be erased by acts that were not in the log yet. */
  erasures?: KeptErasure[];
}

export const nothingKept: Kept = { key: null, checkpoint: null, log: { size: 0, peaks: [] }, receipts: [] };

export interface AuditOptions {
  /** Microseconds since 1970; where it is absent it is not asked whether the hub goes on. */
  now?: number | undefined;
  /** Checkpoints that other members were given. */
  others?: readonly string[] | undefined;
  /** Whether leaves that were checked before are passed over. */
  isQuick?: boolean | undefined;
  /** Pages that were kept, by name, with their digests as records of reads have them. */
  pages?: ReadonlyMap<string, string> | undefined;
}

export interface Audit {
  findings: LedgerFinding[];
  /** What to keep from now on: what was kept, where something is wrong. */
  kept: Kept;
  member: string | undefined;
  /** Leaves of the top log. */
  topSize: number;
  /** When the hub made the last one, microseconds. */
  at: number;
  log: LogCounts;
  receipts: ReceiptCounts;
}

/** Microseconds after which a hub without a new checkpoint has stopped. */
const longestSilence = 2 * 3600 * 1_000_000;

/**
 * Checks the ledger.
 * @throws Failure where the hub cannot be reached, refuses the account, or has nothing yet to show to a new member; not
 * where what it answers is wrong
 */
export async function audit(evidence: Evidence, kept: Kept, options: AuditOptions = {}): Promise<Audit> {
  const run = new Run(evidence, kept, options);
  await run.check();
  return run.result();
}

class Run {
  private readonly evidence: Evidence;
  private readonly kept: Kept;
  private readonly options: AuditOptions;
  private readonly findings: LedgerFinding[] = [];
  private next: Kept;
  private member: string | undefined;
  private topSize = 0;
  private at = 0;
  private log: LogCounts = { size: 0, acts: 0, reads: 0, erased: 0, isOpened: false };
  private receipts: ReceiptCounts = { held: 0, waiting: 0 };

  constructor(evidence: Evidence, kept: Kept, options: AuditOptions) {
    this.evidence = evidence;
    this.kept = kept;
    this.options = options;
    this.next = kept;
  }

  result(): Audit {
    const { findings, member, topSize, at, log, receipts } = this;
    return {
      findings,
      kept: findings.length === 0 ? this.next : this.kept,
      member,
      topSize,
      at,
      log,
      receipts,
    };
  }

  async check(): Promise<void> {
    const key = await this.trustedKey();
    const standing = key && (await this.asked('the standing of your log', () => this.evidence.standing()));
    if (key === undefined || standing === undefined) return;
    const checkpoint = openCheckpoint(standing.checkpoint, key);
    if (checkpoint === undefined) return this.found(finding('unsigned-checkpoint'));
    this.member = standing.member;
    this.topSize = checkpoint.size;
    this.at = standing.tick.at;
    this.next = { ...this.next, checkpoint: standing.checkpoint };
    await this.followTop(checkpoint, key);
    for (const other of this.options.others ?? []) await this.compare(checkpoint, other, key);
    this.checkSilence(standing);
    const root = readHash(standing.root);
    if (root === undefined || !isInCheckpoint(standing, root, checkpoint)) {
      return this.found(finding('not-in-checkpoint'));
    }
    await this.checkLog(standing, root, key);
  }

  /** The key that was kept, whatever the hub says now; the hub's at the first check. */
  private async trustedKey(): Promise<NoteKey | undefined> {
    const given = await this.asked('its public key', () => this.evidence.key());
    const text = this.kept.key ?? given;
    if (given !== undefined && given !== text) this.found(finding('key-changed', text ?? '', given));
    this.next = { ...this.next, key: text ?? null };
    const key = text === undefined ? undefined : readKey(text);
    if (key === undefined) this.found(finding('no-proof', 'a public key that can be read'));
    return key;
  }

  private async followTop(checkpoint: Checkpoint, key: NoteKey): Promise<void> {
    const { checkpoint: note } = this.kept;
    const kept = note === null ? undefined : openCheckpoint(note, key);
    if (kept === undefined) return;
    if (kept.size > checkpoint.size) return this.found(finding('shrunk', kept.size, checkpoint.size));
    if (await this.grewOutOf(kept, checkpoint)) return;
    const kind = kept.size === checkpoint.size ? 'two-histories' : 'rewritten';
    this.found(finding(kind, kept.size, checkpoint.size));
  }

  private async compare(own: Checkpoint, note: string, key: NoteKey): Promise<void> {
    const other = openCheckpoint(note, key);
    if (other === undefined) return this.found(finding('unsigned-other'));
    const [first, second] = own.size <= other.size ? [own, other] : [other, own];
    if (!(await this.grewOutOf(first, second))) {
      this.found(finding('two-histories', first.size, second.size));
    }
  }

  private async grewOutOf(first: Checkpoint, second: Checkpoint): Promise<boolean> {
    if (first.size === second.size || first.size === 0) return verifyConsistency(first, second, []);
    const path = await this.asked('that the top log only grew', () =>
      this.evidence.consistency(first.size, second.size),
    );
    const proof = path && readPath(path);
    // Where no proof is given, that is what was found.
    return path === undefined || (proof !== undefined && verifyConsistency(first, second, proof));
  }

  private checkSilence({ tick }: Standing): void {
    const { now } = this.options;
    if (now === undefined || now - tick.at < longestSilence) return;
    this.found(finding('stale', formatTimestamp(tick.at)));
  }

  private async checkLog(standing: Standing, root: Hash, key: NoteKey): Promise<void> {
    const kept = readLog(this.kept.log);
    if (kept.size > standing.size) return this.found(finding('log-shrunk', kept.size, standing.size));
    const { receipts, erasures = [] } = this.kept;
    const isAllFound = erasures.length === 0 && receipts.every(({ place }) => place !== null);
    const isQuick = this.options.isQuick === true && isAllFound;
    const walked = await walkLog(this.evidence, { kept, size: standing.size, root, isQuick }, (what, ask) =>
      this.asked(what, ask),
    );
    this.found(...walked.findings);
    this.log = walked.counts;
    const checked = checkReceipts(receipts, key, {
      member: standing.member,
      at: standing.tick.at,
      placeOf: (leaf) => walked.places.get(leaf),
      size: walked.edge.size,
    });
    this.found(...checked.findings);
    this.receipts = checked.counts;
    this.checkPages(walked.digests);
    const erased = checkErasures(erasures, { at: standing.tick.at, size: walked.edge.size, ...walked });
    this.found(...erased.findings);
    this.next = {
      ...this.next,
      log: writeLog(walked.edge),
      receipts: checked.receipts,
      erasures: erased.waiting,
    };
  }

  /** Pages are looked for only by those who may open the records of reads. */
  private checkPages(digests: ReadonlySet<string>): void {
    if (!this.log.isOpened) return;
    for (const [page, digest] of this.options.pages ?? []) {
      if (!digests.has(digest)) this.found(finding('unrecorded-page', page));
    }
  }

  /** An answer; that the hub has none to give is a finding, that it cannot be asked is not. */
  private async asked<Answer>(what: string, ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await ask();
    } catch (error) {
      const isSilent = error instanceof Failure && silences.has(error.code) && !this.isEarly(error);
      if (!isSilent) throw error;
      this.found(finding('no-proof', `${what} (${error.message})`));
      return undefined;
    }
  }

  /** A member that has just entered, and was shown nothing before, is asked to wait for the next tick. */
  private isEarly({ code }: Failure): boolean {
    return code === 'not-found' && this.kept.checkpoint === null;
  }

  private found(...findings: readonly LedgerFinding[]): void {
    this.findings.push(...findings);
  }
}

const silences: ReadonlySet<string> = new Set(['incident', 'internal', 'invalid', 'not-found', 'conflict']);
