/** One cell: the database, the keys, the clock, and the sequencer that keeps the feeds. */
import { createHmac } from 'node:crypto';
import type { Database } from '@entente/store/database/open';
import type { Queryable } from '@entente/store/database/queryable';
import type { ActOrigin } from '@entente/store/change/act';
import { commitChange, type Change } from '@entente/store/change/change';
import { expireNext } from '@entente/store/change/expiry';
import { readStatements } from '@entente/store/contribution/markings';
import { Sequencer, usualBounds, type Bounds, type Considered } from '@entente/store/feed/sequencer';
import { hub } from '@entente/store/contribution/contributor';
import { issueNotices } from '@entente/store/notice/writer';
import { withView, type Question, type View } from '@entente/store/view/reader';
import type { Json } from '@entente/core/stix/types';
import { Arrivals } from './arrivals.ts';
import type { Caller } from './caller.ts';
import { Duties, type Duty } from './duties.ts';
import { digestOf } from './ingest/digest.ts';
import type { Contributor } from './ingest/examine.ts';
import type { Keys } from './keys.ts';
import { noticeIds } from './notice-id.ts';
import { OwnActs } from './own-acts.ts';
import { ReadLog } from './read-log.ts';
import { Told, type Erasure } from './told.ts';

/** Time and chance, given from outside so that a run can be repeated. */
export interface World {
  /** Microseconds since 1970. */
  now(): number;
  random(bytes: number): Uint8Array;
  uuid(): string;
}

export interface CellLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

interface ActOptions {
  at?: number;
  id?: string;
  isSmall?: boolean;
  isPiece?: boolean;
}

export class Cell {
  readonly database: Database;
  readonly keys: Keys;
  readonly world: World;
  readonly log: CellLog;
  /** What was read, by whom; written behind the reads. */
  readonly reads: ReadLog;
  readonly erasures = new Told<Erasure>();
  readonly considered = new Told<Considered>();
  readonly arrivals = new Arrivals();
  private readonly sequencer: Sequencer;
  private readonly idKey: Uint8Array;
  private readonly listeners = new Set<() => void>();
  private draining: Promise<void> | undefined;
  private isStale = false;
  /** Set where the feeds go on at once, whatever comes in. */
  private isUrgent = false;
  /** Milliseconds that the feeds last took. */
  private lastDrain = 0;
  private isClosed = false;
  /** Whether there was an act of which nobody who listens has been told. */
  private hasActed = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly ownActs = new OwnActs();
  private readonly duties: Duties;
  /** What callers of single requests did, for receipts. */
  private readonly followed = new WeakMap<Caller, Set<string>>();

  constructor(database: Database, keys: Keys, world: World, log: CellLog, bounds: Bounds = usualBounds) {
    this.database = database;
    this.sequencer = new Sequencer(database.writer, bounds, (one) => this.considered.tell(one));
    this.keys = keys;
    this.idKey = createHmac('sha256', keys.standIn).update('ids of messages').digest();
    this.world = world;
    this.log = log;
    this.duties = new Duties(log);
    this.reads = new ReadLog(database.writer, (bytes) => world.random(bytes), log);
  }

  /** Drains what an earlier process left, and looks for passing dates every second. */
  start(): void {
    this.wake();
    this.timer = setInterval(() => this.wake(), 1000);
    this.timer.unref();
  }

  /** Ends the sequencer after the slice that it is at, and writes what was read until then. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.timer);
    this.arrivals.hurry();
    await this.draining;
    await this.reads.flush();
  }

  /**
   * One act of a caller: everything in one transaction with its record.
   * @param body what was done, as the ledger will hold it
   * @param at taken before the first byte of the act, where that was earlier than now
   * @param isSmall set where it only ends what was let in before, so that the last room on the disk is for it
   * @param isPiece set where it is part of what arrives (`arrivals`): all else goes on to the feeds at once, or
   *   its delay would tell others that a file comes in
   */
  async act<Result>(
    caller: Caller,
    kind: string,
    body: Json,
    work: (change: Change) => Promise<Result>,
    { at = this.world.now(), id = this.world.uuid(), isPiece = false }: ActOptions = {},
  ): Promise<Result> {
    const salt = Buffer.from(this.world.random(32)).toString('hex');
    const { member, account, purpose, caseReference } = caller;
    const origin = {
      id,
      member,
      at,
      kind,
      actor: account,
      purpose,
      caseReference,
      body,
      salt,
      idKey: this.idKey,
    };
    const { no, result } = await commitChange(this.database.writer, origin, this.expiry, async (change) => ({
      no: change.no,
      result: await work(change),
    }));
    this.ownActs.note(member, no);
    this.followed.get(caller)?.add(id);
    this.hasActed = true;
    if (isPiece) this.wake();
    else this.hurry();
    return result;
  }

  /** One act of the hub by itself, as `act`; whoever may see what comes of it finds it in the feeds. */
  async actAsHub<Result>(
    kind: string,
    body: Json,
    work: (change: Change) => Promise<Result>,
    at = this.world.now(),
  ): Promise<Result> {
    const origin = { ...this.hubAct(at), kind, body };
    const result = await commitChange(this.database.writer, origin, this.expiry, work);
    this.hasActed = true;
    this.hurry();
    return result;
  }

  /** Adds what the hub does by itself as time passes: looked for after each change, and every second. */
  duty(duty: Duty): void {
    this.duties.add(duty);
  }

  /** The caller of one request, of whose acts it is noted which they were. */
  follow(caller: Caller): Caller {
    const own = { ...caller };
    this.followed.set(own, new Set());
    return own;
  }

  /** Ids of the acts of a followed caller, in their order. */
  actsOf(caller: Caller): string[] {
    return [...(this.followed.get(caller) ?? [])];
  }

  /** What examining asks about a member. @param client the act's own, where it is done within one */
  examining(member: string, client: Queryable = this.database.writer): Contributor {
    const lookUp: Contributor['lookUp'] = (ids) => readStatements(client, member, ids);
    const secret = createHmac('sha256', this.keys.standIn).update(`made ids\n${member}`).digest();
    return { lookUp, secret };
  }

  /** Reads the caller's view, and nothing else. */
  async view<Result>(
    reader: string,
    read: (view: View) => Promise<Result>,
    ahead?: Question,
  ): Promise<Result> {
    return withView(this.database.reader, { id: reader, at: this.world.now() }, read, ahead);
  }

  /** Waits until the feed of the caller has what its own member did; a short while at most. */
  async caughtUp({ member, reader }: Pick<Caller, 'member' | 'reader'>): Promise<void> {
    const drained = (): Promise<number> => this.view(reader, async (view) => (await view.progress()).drained);
    await this.ownActs.wait({ member, reader }, drained, () => this.hurry());
  }

  /** Calls back after each change of the feeds and each act, until the returned function is called. */
  onFeed(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Has the sequencer look; returns at once. */
  wake(): void {
    this.isStale = true;
    if (this.isClosed || this.draining !== undefined) return;
    this.draining = this.drain().finally(() => {
      this.draining = undefined;
      if (this.isStale) this.wake();
    });
  }

  /**
   * Has whoever listens look now; also after what changes without an act: found with the next act of another, it would
   * tell of that.
   */
  tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** Waits until every feed is up to date, and what was read is written. */
  async settle(): Promise<void> {
    this.hurry();
    // While reads are written, what was sent meanwhile may have had the hub look again.
    do {
      while (this.draining !== undefined) await this.draining;
      await this.reads.flush();
    } while (this.draining !== undefined);
  }

  /** Has the sequencer look, without waiting for what comes in. */
  private hurry(): void {
    this.isUrgent = true;
    this.wake();
    this.arrivals.hurry();
  }

  private async drain(): Promise<void> {
    if (!this.isUrgent && !this.isClosed) await this.arrivals.breathe(this.lastDrain);
    this.isStale = false;
    this.isUrgent = false;
    const hasActed = this.hasActed;
    this.hasActed = false;
    const began = performance.now();
    try {
      const at = this.world.now();
      // One date after another: a feed that finds two of them at once dates both with the later.
      do {
        while (await this.step()) this.tell();
      } while (
        (await expireNext(this.database.writer, at, this.expiry)) ||
        (!this.isClosed && (await this.duties.run(at)))
      );
      if (hasActed) this.tell();
    } catch (error) {
      this.log.error({ err: error }, 'the sequencer stopped and will try again');
      await new Promise((resolve) => setTimeout(resolve, 1000).unref());
      this.isStale = !this.isClosed;
    }
    this.lastDrain = performance.now() - began;
  }

  /** One round of the sequencer; whether there was anything to do. */
  private async step(): Promise<boolean> {
    if (this.isClosed) return false;
    const { writer } = this.database;
    if (await this.sequencer.round()) return true;
    const origin = (at: number): ActOrigin => ({ ...this.hubAct(at), kind: 'notice' });
    return (await issueNotices(writer, origin, this.expiry, noticeIds(this.keys.standIn), digestOf)) > 0;
  }

  private readonly expiry = (until: number): Omit<ActOrigin, 'kind'> => this.hubAct(until);

  private hubAct(at: number): Omit<ActOrigin, 'kind'> {
    const salt = Buffer.from(this.world.random(32)).toString('hex');
    return { id: this.world.uuid(), member: hub, at, actor: hub, body: {}, salt, idKey: this.idKey };
  }
}
