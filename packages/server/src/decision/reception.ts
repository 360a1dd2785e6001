/**
 * Acts upon decisions that the hub has received and not ended yet. What was received before an expiry counts also
 * where it is committed after: so the hub waits for it before it lets a time run out.
 */
export class Reception {
  private readonly underWay = new Set<{ decision: string; at: number }>();
  /** Decision → the latest moment at which it was looked whether its time is over: nothing is received before it. */
  private readonly looked = new Map<string, number>();

  /**
   * Runs an act from the moment of its receipt. Called when the request has come whole, before anything is waited for.
   * @param now microseconds
   */
  async during<Result>(
    decision: string,
    now: number,
    work: (at: number) => Promise<Result>,
  ): Promise<Result> {
    const received = { decision, at: Math.max(now, this.looked.get(decision) ?? 0) };
    this.underWay.add(received);
    try {
      return await work(received.at);
    } finally {
      this.underWay.delete(received);
    }
  }

  /** Whether an act that was received before a moment is still under way; from now on none is received before `now`. */
  isAwaited(decision: string, before: number, now: number): boolean {
    this.looked.set(decision, now);
    return [...this.underWay].some((one) => one.decision === decision && one.at < before);
  }

  /** Its clock runs no more. */
  forget(decision: string): void {
    this.looked.delete(decision);
  }
}
