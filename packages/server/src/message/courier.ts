/**
 * The duty that sends what has to be sent: it claims and hands over, and never waits for anybody's server. What fails
 * is tried again after a minute, then after twice as long each time up to an hour, for three days; then what takes
 * nothing is stopped.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isMessageKind } from '@entente/core/message/say';
import type { MessageKind } from '@entente/core/message/kinds';
import {
  claimDeliveries,
  endDelivery,
  putOffDelivery,
  stopDeliveries,
  type Claimed,
} from '@entente/store/delivery/writer';
import { inTransaction } from '@entente/store/database/transaction';
import { readRecipient, type RecipientRow } from '@entente/store/mail/reader';
import { notify } from '@entente/store/message/writer';
import { hasTakenSince, readCall } from '@entente/store/webhook/reader';
import { noteTaken } from '@entente/store/webhook/writer';
import { rolesIn } from '../account/rights.ts';
import type { Cell } from '../cell.ts';
import type { Duty } from '../duties.ts';
import { callBody } from './call.ts';
import { unseal } from '../account/proof/secret.ts';
import { countInbox, isObject, visible } from './inbox.ts';
import { languageOf, letterText } from './letter.ts';
import type { Post } from './post.ts';

const second = 1_000_000;
const minute = 60 * second;
const hour = 60 * minute;
/** After so long without success, it is given up. */
const mostPatience = 72 * hour;
/** Longer than any sending takes: a process that died in between has its work done again after that. */
const claim = 5 * minute;
/** What is under way has so long when the process stops, in milliseconds. */
const farewell = 5000;
/** So many at once; what one member has beyond its share waits for the others, so that slow receivers delay their own. */
const usualHands = 8;
const share = 3;

/** How long the next attempt waits after so many that failed. */
export const backOff = (attempts: number): number => Math.min(hour, minute * 2 ** (attempts - 1));

export class Courier implements Duty {
  readonly name = 'deliveries';
  readonly isLast = true;
  private readonly cell: Cell;
  private readonly post: Post;
  private readonly url: string;
  private readonly hands: number;
  private readonly underWay = new Set<Promise<void>>();
  private isClosed = false;

  /**
   * @param url how the cell is reached from outside, without a slash at the end
   * @param hands how much is under way at once; with one, the order is that in which it is due
   */
  constructor(cell: Cell, post: Post, url: string, hands = usualHands) {
    this.cell = cell;
    this.post = post;
    this.url = url;
    this.hands = hands;
  }

  async run(now: number): Promise<boolean> {
    const most = this.hands - this.underWay.size;
    if (this.isClosed || most <= 0) return false;
    const claimed = await claimDeliveries(this.cell.database.writer, {
      at: now,
      until: now + claim,
      most,
      share,
    });
    for (const one of claimed) this.handOver(one);
    return claimed.length > 0;
  }

  /**
   * Waits until everything that was handed over has been sent, or has failed, and what waited for a hand as well.
   * @returns whether there was anything
   */
  async rest(): Promise<boolean> {
    const isBusy = this.underWay.size > 0;
    while (this.underWay.size > 0) {
      await Promise.all(this.underWay);
      if (!this.isClosed) await this.cell.settle();
    }
    return isBusy;
  }

  /** Takes no more, and waits a moment for what is under way: what it leaves is sent again at the next start. */
  async close(): Promise<void> {
    this.isClosed = true;
    const enough = new AbortController();
    const waited = sleep(farewell, undefined, { ref: false, signal: enough.signal }).catch(() => undefined);
    await Promise.race([this.rest(), waited]);
    enough.abort();
  }

  private handOver(one: Claimed): void {
    const sending = this.deliver(one)
      .catch((error: unknown) => {
        this.cell.log.error({ err: error, delivery: one.id }, 'a delivery could not be noted');
      })
      .finally(() => {
        this.underWay.delete(sending);
        this.cell.wake();
      });
    this.underWay.add(sending);
  }

  private async deliver(one: Claimed): Promise<void> {
    try {
      await this.send(one);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.cell.log.info({ delivery: one.id, attempts: one.attempts, reason }, 'not delivered');
      await this.failed(one);
      return;
    }
    await inTransaction(this.cell.database.writer, (client) => endDelivery(client, one));
  }

  /** Sends it, or finds that it need not be sent; throws where it could not. */
  private async send({ id, account, webhook, message, always }: Claimed): Promise<void> {
    const { writer } = this.cell.database;
    if (account !== null) {
      const recipient = await readRecipient(writer, account);
      if (recipient !== undefined) await this.write(id, recipient, always);
    } else if (webhook !== null && message !== null) {
      await this.call(id, webhook, message);
    }
  }

  private async write(id: string, recipient: RecipientRow, always: boolean): Promise<void> {
    const { cell, post, url } = this;
    const { address, language: spoken, sentences, roles } = recipient;
    const { rows, ...count } = await countInbox(cell, { ...recipient, roles: new Set(rolesIn(roles)) });
    if (count.unread === 0 && !always) return;
    const language = languageOf(spoken);
    const kinds = sentences ? sayable(rows.filter(({ isRead }) => !isRead)) : [];
    const told = { ...count, unread: Math.max(1, count.unread), kinds };
    await post.send({ id, to: address, language, at: cell.world.now(), ...letterText(language, told, url) });
  }

  private async call(id: string, webhook: string, message: string): Promise<void> {
    const { cell, post } = this;
    const found = await readCall(cell.database.writer, webhook, message);
    const [row] = found === undefined ? [] : await visible(cell, found.member, [found]);
    if (row === undefined) return;
    const secret = unseal(cell.keys, row.secret, row.id);
    const body = callBody({ id: row.message, kind: row.kind, waits: row.waits, at: row.at });
    const status = await post.call({ id, url: row.url, secret, body, at: cell.world.now() });
    if (status < 200 || status > 299) throw new Error(`It answered ${status}.`);
    await noteTaken(cell.database.writer, webhook, cell.world.now());
  }

  private async failed(one: Claimed): Promise<void> {
    const { cell } = this;
    const now = cell.world.now();
    if (now - one.begunAt < mostPatience) {
      await putOffDelivery(cell.database.writer, one.id, now + backOff(one.attempts));
      return;
    }
    await this.giveUp(one);
  }

  /** Of a webhook that took others meanwhile, this call alone is given up. */
  private async giveUp(one: Claimed): Promise<void> {
    const { writer } = this.cell.database;
    if (one.webhook === null || !(await hasTakenSince(writer, one.webhook, one.begunAt)))
      return this.stop(one);
    this.cell.log.info({ delivery: one.id, webhook: one.webhook }, 'a call was given up');
    await inTransaction(writer, (client) => endDelivery(client, one));
  }

  /** Nothing is sent there any more, and the member's administrators are told so. */
  private async stop({ id, account, webhook }: Claimed): Promise<void> {
    const to = account !== null ? { account } : { webhook: webhook ?? '' };
    await this.cell.actAsHub('delivery-stop', to, async (change) => {
      const member = await stopDeliveries(change.client, to, change.at);
      if (member === undefined) return;
      const kind = account !== null ? 'mail-stopped' : 'webhook-stopped';
      const about = account ?? webhook ?? '';
      await notify(change, [
        { member, roles: ['administrator'], kind, about, params: {}, waits: false, step: id },
      ]);
    });
  }
}

/** Kinds of what a letter tells of, each once, in their order; never of what is about an object. */
const sayable = (rows: readonly { kind: string; about: string }[]): MessageKind[] => [
  ...new Set(
    rows
      .filter(({ about }) => !isObject(about))
      .map(({ kind }) => kind)
      .filter(isMessageKind),
  ),
];
