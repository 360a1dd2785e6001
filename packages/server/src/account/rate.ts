/** How fast one account may call: a bucket that fills steadily. Counts per account, so nobody feels another. */
import { Failure } from '@entente/core/failure';

export interface RateLimit {
  /** Calls that an account may make at once. */
  burst: number;
  /** Calls a second that it gets back. */
  perSecond: number;
}

const most = 10_000;

/** @param limit `undefined`: no limit */
export class RateLimiter {
  private readonly buckets = new Map<string, { left: number; at: number }>();
  private readonly limit: RateLimit | undefined;

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
    if (this.buckets.size >= most) this.buckets.clear();
    this.buckets.set(account, { left, at });
    return true;
  }
}
