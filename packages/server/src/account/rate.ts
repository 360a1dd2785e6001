/** How fast one account may call: a bucket that fills steadily. Counts per account, so nobody feels another. */
import { Failure } from '@entente/core/failure';

export interface RateLimit {
  /** Calls that an account may make at once. */
  burst: number;
  /** Calls a second that it gets back. */
  perSecond: number;
}

/** How many buckets are kept before those that are full again are let go: a full one is as one that is not kept. */
const many = 10_000;

/** @param limit `undefined`: no limit */
export class RateLimiter {
  private readonly buckets = new Map<string, { left: number; at: number }>();
  private readonly limit: RateLimit | undefined;
  private sweepAt = many;

  constructor(limit: RateLimit | undefined) {
    this.limit = limit;
  }

  /**
   * Counts one call.
   * @param at microseconds
   * @throws Failure `too-many`
   */
  count(account: string, at: number): void {
    if (this.allows(account, at)) return;
    throw new Failure('too-many', 'This account calls too often: wait a moment.');
  }

  /** Counts one call; whether it is within the limit. @param at microseconds */
  allows(account: string, at: number): boolean {
    if (this.limit === undefined) return true;
    const { burst, perSecond } = this.limit;
    const bucket = this.buckets.get(account) ?? { left: burst, at };
    const passed = Math.max(0, at - bucket.at) / 1_000_000;
    const left = Math.min(burst, bucket.left + passed * perSecond) - 1;
    if (left < 0) return false;
    if (this.buckets.size >= this.sweepAt) this.sweep(this.limit, at);
    this.buckets.set(account, { left, at });
    return true;
  }

  /** Buckets that are not full stay, however many: what one account has used is not given back by others that call. */
  private sweep({ burst, perSecond }: RateLimit, now: number): void {
    for (const [account, { left, at }] of this.buckets)
      if (left + ((now - at) / 1_000_000) * perSecond >= burst) this.buckets.delete(account);
    this.sweepAt = Math.max(many, 2 * this.buckets.size);
  }
}
