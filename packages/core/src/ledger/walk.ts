/** One's own log, from leaf to leaf: that it is what the hub signed, that it grew, and what its leaves are of. */
import { toBase64 } from './base64.ts';
import { textLeaf } from './commitment.ts';
import { erasedBy, type ActInWalk, type ErasureClaim } from './erasures.ts';
import { finding, type LedgerFinding } from './findings.ts';
import { Follower } from './follow.ts';
import { emptyFrontier, type Frontier } from './frontier.ts';
import { isSameHash, type Hash } from './hash.ts';
import { readHash } from './slots.ts';

/** A leaf and what it is of, as the hub tells it. */
export interface OpenedLeaf {
  /** As it is told; checks count for themselves. */
  place: number;
  leaf: string;
  salt: string | null;
  content: string | null;
  erased: string | null;
}

export interface LogCounts {
  size: number;
  /** Of leaves that were opened. */
  acts: number;
  reads: number;
  erased: number;
  /** Whether leaves were opened: auditors may. */
  isOpened: boolean;
}

interface Leaves {
  leaves: (from: number) => Promise<readonly string[]>;
  openings?: ((from: number) => Promise<readonly OpenedLeaf[]>) | undefined;
}

interface Task {
  kept: Frontier;
  size: number;
  root: Hash;
  /** Whether what was kept is passed over. */
  isQuick: boolean;
}

/** What counts of the content of a leaf. */
interface Told {
  id?: string;
  kind: string;
  body?: { digest?: string; erased?: unknown };
}

type Ask = <Answer>(what: string, ask: () => Promise<Answer>) => Promise<Answer | undefined>;

export interface Walked {
  findings: LedgerFinding[];
  counts: LogCounts;
  edge: Frontier;
  /** Where leaves stand, by their hash in base 64. */
  places: Map<string, number>;
  /** Digests of the pages that were read. */
  digests: Set<string>;
  /** Leaves that are said to be erased. */
  claims: ErasureClaim[];
  /** Acts that were opened, by their ids. */
  acts: Map<string, ActInWalk>;
}

/** Walks a log of a size and root; what is wrong with it is among the findings. */
export async function walkLog(source: Leaves, task: Task, ask: Ask): Promise<Walked> {
  const { kept, size, root, isQuick } = task;
  const follower = new Follower(kept, isQuick ? kept : emptyFrontier);
  const walked = new Walk(source.openings !== undefined);
  while (follower.size < size) {
    const from = follower.size;
    const most = size - from;
    const hashes = await ask(`the leaves of your log from ${from} on`, () => walked.page(source, from, most));
    if (hashes === undefined || hashes.length === 0) break;
    follower.add(hashes);
  }
  if (follower.isRewritten) walked.findings.push(finding('log-rewritten', kept.size));
  else if (follower.size < size || !follower.makes(root)) walked.findings.push(finding('wrong-leaves', size));
  const { findings, places, digests, claims, acts, counts } = walked;
  return { findings, places, digests, claims, acts, counts: { ...counts, size }, edge: follower.edge };
}

class Walk {
  readonly findings: LedgerFinding[] = [];
  readonly places = new Map<string, number>();
  readonly digests = new Set<string>();
  readonly claims: ErasureClaim[] = [];
  readonly acts = new Map<string, ActInWalk>();
  readonly counts: LogCounts;

  constructor(isOpened: boolean) {
    this.counts = { size: 0, acts: 0, reads: 0, erased: 0, isOpened };
  }

  /**
   * The leaves from a place on; what is no hash ends them. What goes beyond those that make the root proves nothing.
   */
  async page({ leaves, openings }: Leaves, from: number, most: number): Promise<Hash[]> {
    if (openings === undefined) return this.hashes((await leaves(from)).slice(0, most), from);
    const opened = (await openings(from)).slice(0, most);
    const hashes = this.hashes(
      opened.map(({ leaf }) => leaf),
      from,
    );
    // Where a leaf stands is counted here: the hub could tell another place at each check.
    hashes.forEach((_hash, index) => this.open(from + index, opened[index] as OpenedLeaf));
    return hashes;
  }

  private hashes(leaves: readonly string[], from: number): Hash[] {
    const hashes: Hash[] = [];
    for (const leaf of leaves) {
      const hash = readHash(leaf);
      if (hash === undefined) break;
      this.places.set(toBase64(hash), from + hashes.length);
      hashes.push(hash);
    }
    return hashes;
  }

  private open(place: number, { leaf, salt, content, erased }: OpenedLeaf): void {
    if (erased !== null) {
      this.counts.erased += 1;
      this.claims.push({ place, leaf, act: erased });
    } else if (salt === null || content === null) this.findings.push(finding('lost-opening', place));
    else if (!isOf(leaf, salt, content)) this.findings.push(finding('wrong-opening', place));
    else this.count(place, content);
  }

  private count(place: number, content: string): void {
    const told = JSON.parse(content) as Told;
    if (told.kind === 'read') {
      this.counts.reads += 1;
      if (told.body?.digest !== undefined) this.digests.add(told.body.digest);
      return;
    }
    this.counts.acts += 1;
    // What comes again under the id of an act is not that act.
    if (told.id !== undefined && !this.acts.has(told.id)) {
      this.acts.set(told.id, { place, erased: erasedBy(told) });
    }
  }
}

function isOf(leaf: string, salt: string, content: string): boolean {
  const hash = readHash(leaf);
  return hash !== undefined && /^[0-9a-f]{64}$/.test(salt) && isSameHash(hash, textLeaf(salt, content));
}
