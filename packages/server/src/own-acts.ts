/**
 * Who posts and then reads finds what was posted: a read of a feed waits until the feed has what the reader's own
 * member did. Where the feeds are far behind it gives up: they come in by themselves.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds after which a read waits no longer, and between two looks. */
const patience = 2000;
const pause = 25;

export class OwnActs {
  /** Member → number of the last change that it made. */
  private readonly last = new Map<string, number>();
  /** Reader → number of the change up to which its feed was found to be. */
  private readonly found = new Map<string, number>();
  private newest = 0;

  note(member: string, change: number): void {
    // Changes are numbered upwards: a lower one is of a cell that was emptied or restored since.
    if (change <= this.newest) {
      this.last.clear();
      this.found.clear();
    }
    this.newest = change;
    this.last.set(member, change);
  }

  /**
   * Waits for the feed of one reader. Accounts narrower than their member do nothing that they could read, and would
   * tell by the time when their member does something above them: their reads do not wait.
   * @param drained asks how far the feed is
   * @param hurry has the feeds go on at once
   */
  async wait(
    { member, reader }: { member: string; reader: string },
    drained: () => Promise<number>,
    hurry: () => void,
  ): Promise<void> {
    if (reader !== member) return;
    const last = this.last.get(member) ?? 0;
    const until = performance.now() + patience;
    while ((this.found.get(reader) ?? 0) < last && performance.now() < until) {
      const found = await drained();
      this.found.set(reader, found);
      if (found >= last) return;
      hurry();
      await sleep(pause);
    }
  }
}
