/**
 * When a listener does something: after changes of the feeds, whosever they are, and on a clock of its own connection,
 * which nothing that anybody does moves.
 */
export class Pulse {
  private isChanged = true;
  private due: number;
  private readonly interval: number;
  private readonly signal: AbortSignal;
  private readonly forget: () => void;
  private wake = (): void => undefined;

  /**
   * @param interval milliseconds between beats; the first is one interval from now
   * @param onFeed calls back after changes, until the returned function is called
   */
  constructor(interval: number, onFeed: (listener: () => void) => () => void, signal: AbortSignal) {
    this.interval = interval;
    this.signal = signal;
    this.due = performance.now() + interval;
    this.forget = onFeed(() => this.note());
    signal.addEventListener('abort', () => this.wake(), { once: true });
  }

  /** Says that there may be something to read. */
  note(): void {
    this.isChanged = true;
    this.wake();
  }

  /** Whether there may be something to read since this was asked before. */
  takeChange(): boolean {
    const isChanged = this.isChanged;
    this.isChanged = false;
    return isChanged;
  }

  /** Whether a beat is due; those that were missed are skipped, and the clock goes on as it was. */
  takeBeat(): boolean {
    const late = performance.now() - this.due;
    if (late < 0) return false;
    this.due += this.interval * (1 + Math.floor(late / this.interval));
    return true;
  }

  /** Resolves when there may be something to read, a beat is due, or the signal ends it. */
  async next(): Promise<void> {
    if (this.isChanged || this.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, this.due - performance.now()));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => undefined;
  }

  /** Listens for changes no longer. */
  end(): void {
    this.forget();
  }
}
