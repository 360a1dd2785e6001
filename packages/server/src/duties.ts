/** What the hub does by itself as time passes: deadlines, reminders, what has to be sent. */
import type { CellLog } from './cell.ts';

export interface Duty {
  /** For the log. */
  name: string;
  /**
   * Whether it is asked only when the others have nothing due. What tells of their work, as a letter that counts what
   * waits does, else hangs on how much else the hub had to do at that moment, and for whom.
   */
  isLast?: boolean;
  /**
   * Does one piece of what is due by `now` (microseconds), in a transaction of its own, so that what crashes is done
   * again and what is done is done once. It is dated with the moment that was due, not with the one at which it is
   * done: that hangs on who else has the hub look.
   * @returns whether there was anything: then it is asked again
   */
  run(now: number): Promise<boolean>;
}

export class Duties {
  private readonly duties: Duty[] = [];
  private readonly log: CellLog;

  constructor(log: CellLog) {
    this.log = log;
  }

  add(duty: Duty): void {
    this.duties.push(duty);
  }

  /** Has each duty do a piece. One that fails is logged, keeps nobody else from theirs, and is tried again later. */
  async run(now: number): Promise<boolean> {
    const isBusy = await this.runEach(now, false);
    return isBusy || this.runEach(now, true);
  }

  private async runEach(now: number, isLast: boolean): Promise<boolean> {
    let isBusy = false;
    for (const duty of this.duties) {
      if ((duty.isLast ?? false) !== isLast) continue;
      try {
        if (await duty.run(now)) isBusy = true;
      } catch (error) {
        this.log.error({ err: error, duty: duty.name }, 'a duty of the hub failed and will be tried again');
      }
    }
    return isBusy;
  }
}
