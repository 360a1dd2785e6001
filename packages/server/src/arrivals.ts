/** Files that are coming in, and how long the feeds wait for them. */

/** Milliseconds: longer where the feeds take long themselves, so that most of the machine is for the file. */
const breath = { least: 5000, most: 10_000, share: 4 };

export class Arrivals {
  private count = 0;
  private endBreath: (() => void) | undefined;

  /**
   * Takes a file in. Meanwhile the feeds follow by larger pieces, a short while behind, and leave the database to
   * the file in between.
   * @param linger milliseconds in which more of it may come
   */
  async during<Result>(work: () => Promise<Result>, linger = 0): Promise<Result> {
    this.count += 1;
    try {
      return await work();
    } finally {
      setTimeout(() => this.hasArrived(), linger).unref();
    }
  }

  /**
   * Waits a while, where something comes in, and at most until `hurry`.
   * @param lastDrain milliseconds that the feeds last took
   */
  async breathe(lastDrain: number): Promise<void> {
    if (this.count === 0) return;
    await new Promise<void>((resolve) => {
      const { least, most, share } = breath;
      const timer = setTimeout(resolve, Math.min(most, Math.max(least, share * lastDrain)));
      this.endBreath = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endBreath = undefined;
  }

  /** Ends the wait, if there is one. */
  hurry(): void {
    this.endBreath?.();
  }

  private hasArrived(): void {
    this.count -= 1;
    if (this.count === 0) this.hurry();
  }
}
