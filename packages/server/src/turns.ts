/** Work that is done one after another for each key, such as an account: whoever comes later waits. */
import { Failure } from '@entente/core/failure';

interface Line {
  count: number;
  /** Ends when the work does that came last, whatever came of it. */
  last: Promise<unknown>;
}

export class Turns {
  private readonly lines = new Map<string, Line>();
  private readonly most: number;

  /** @param most works for one key at once, with the one that is done */
  constructor(most = Infinity) {
    this.most = most;
  }

  /** @throws Failure `too-many` where as many are waiting as may */
  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const line = this.lines.get(key) ?? { count: 0, last: Promise.resolve() };
    if (line.count >= this.most)
      throw new Failure('too-many', 'This account asks for too much at once: wait until it is answered.');
    this.lines.set(key, line);
    line.count += 1;
    const turn = line.last.then(work);
    line.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      line.count -= 1;
      if (line.count === 0) this.lines.delete(key);
    }
  }
}
