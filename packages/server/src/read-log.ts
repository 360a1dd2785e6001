/**
 * The log of reads: which account was given which stretch of its view, when and to what purpose. A record is
 * taken before the page is sent and written in the background, many at a time, at most half a second later and
 * at a clean stop (docs/adr/0008). Where records cannot be written, nothing is read for long.
 */
import { createHash } from 'node:crypto';
import { Failure } from '@entente/core/failure';
import { canonical } from '@entente/core/stix/canonical';
import type { Database } from '@entente/store/database/open';
import { writeReads, type ReadRow } from '@entente/store/read/writer';
import type { Caller } from './caller.ts';

/** A version that was given. */
export interface GivenVersion {
  /** Internal id; never leaves the hub. */
  contribution: number;
  object: string;
  /** As the store keeps it, microseconds. */
  version: number;
  /** Whether the reader is told that version; if not, its date in the reader's feed, if it has one yet. */
  timed: boolean;
  added: number | undefined;
}

/** What one answer gave of the view. */
export interface ReadPage {
  /** Name of the operation, or of the endpoint of TAXII. */
  route: string;
  /** The moment at which the view was read, microseconds. */
  at: number;
  /** In the order in which they were given. */
  given: readonly GivenVersion[];
  /** Which part of a feed it was: dates in it, microseconds, both included. */
  stretch?: { collection?: string; from: number; to: number } | undefined;
  /** The record that was opened by its id, and the last change that the view had. */
  opened?: { object: string; change: number } | undefined;
}

interface Log {
  error(fields: object, message: string): void;
}

type Pending = Omit<ReadRow, 'body' | 'contributions' | 'objects'> & { page: ReadPage };

/** Milliseconds that a record waits for others. */
const delay = 500;
/** Versions in records that wait; only where the database does not take them are there more. */
const mostWaiting = 500_000;

export class ReadLog {
  private readonly pool: Database['writer'];
  private readonly random: (bytes: number) => Uint8Array;
  private readonly log: Log;
  private pending: Pending[] = [];
  private waiting = 0;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;

  /** @param random draws the salts */
  constructor(pool: Database['writer'], random: (bytes: number) => Uint8Array, log: Log) {
    this.pool = pool;
    this.random = random;
    this.log = log;
  }

  /**
   * Takes the record of a page that is about to be sent.
   * @throws Failure `unavailable` where so many records cannot be written that nothing more may be given
   */
  record({ member, account, reader, purpose, caseReference }: Caller, page: ReadPage): void {
    if (page.given.length === 0) return;
    if (this.waiting > mostWaiting) {
      throw new Failure('unavailable', 'Reads cannot be recorded now, so nothing can be read.');
    }
    const salt = Buffer.from(this.random(32)).toString('hex');
    const { at } = page;
    this.pending.push({ member, at, actor: account, reader, purpose, caseReference, salt, page });
    this.waiting += page.given.length;
    this.later();
  }

  /** Writes what waits. What cannot be written goes on waiting, and is tried again. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.writing;
    if (this.pending.length === 0) return;
    this.writing = this.write().finally(() => (this.writing = undefined));
    await this.writing;
  }

  private async write(): Promise<void> {
    const taken = this.pending;
    this.pending = [];
    try {
      await writeReads(this.pool, taken.map(rowOf));
      for (const { page } of taken) this.waiting -= page.given.length;
    } catch (error) {
      this.pending = [...taken, ...this.pending];
      this.log.error({ err: error }, 'records of reads cannot be written and will be tried again');
      this.later();
    }
  }

  private later(): void {
    this.timer ??= setTimeout(() => void this.flush(), delay).unref();
  }
}

function rowOf({ page, ...row }: Pending): ReadRow {
  const { route, given, stretch, opened } = page;
  const digest = createHash('sha256').update(given.map(lineOf).join('')).digest('hex');
  return {
    ...row,
    body: canonical({ route, ...stretch, count: given.length, digest }),
    contributions: given.map(({ contribution }) => contribution),
    objects: [...new Set(given.map(({ object }) => object))],
    opened,
  };
}

/** Id and version as the reader is told them, so that whoever kept a page can make the digest itself. */
const lineOf = ({ object, version, timed, added }: GivenVersion): string =>
  `${object} ${timed ? version : (added ?? '-')}\n`;
