/**
 * The sequencer: brings each reader's feed up to the last change, in the order of commits (ADR 5,
 * rule 9). Readers whose feeds stand at the same change move on together, a bounded slice at a time, so that
 * a change of a million objects holds up none but those whom it concerns.
 */
import type { Pool } from 'pg';
import { inTransaction } from '../database/transaction.ts';
import { Memory } from './memory.ts';
import { Turn, type Bounds, type Considered } from './turn.ts';

export type { Bounds, Considered } from './turn.ts';

export const usualBounds: Bounds = { slice: 2000, objects: 10_000, rows: 40_000 };

export class Sequencer {
  private readonly pool: Pool;
  private readonly bounds: Bounds;
  private readonly onConsidered: (considered: Considered) => void;
  private readonly memory = new Memory();
  /** Turns that go on over several rounds; what a lost process had begun is begun again, and finds its rows. */
  private turns: Turn[] = [];

  /** @param onConsidered told, once it is done, what was considered of readers' feeds */
  constructor(pool: Pool, bounds: Bounds, onConsidered: (considered: Considered) => void = () => undefined) {
    this.pool = pool;
    this.bounds = bounds;
    this.onConsidered = onConsidered;
  }

  /**
   * Takes every feed that is behind one slice further.
   * @returns whether any was behind
   */
  async round(): Promise<boolean> {
    const waiting = await this.readWaiting();
    const begun = waiting.map((readers) => new Turn(readers, this.bounds));
    const turns = [...this.turns, ...begun];
    this.turns = [];
    for (const turn of turns) {
      const isDone = await inTransaction(this.pool, (client) => turn.step(client, this.memory), {
        // One snapshot: what a later change does to an object is seen together with the change that does it.
        isolation: 'repeatable read',
      });
      for (const one of turn.considered) this.onConsidered(one);
      if (!isDone) this.turns.push(turn);
    }
    return turns.length > 0;
  }

  /** Readers that are behind and in no turn, together where they stand at the same change; the last first. */
  private async readWaiting(): Promise<string[][]> {
    const { rows } = await this.pool.query<{ readers: string[] }>(
      `select array_agg(r.id order by r.id) as readers from reader r, cell
       where r.drained < cell.last_change and r.id <> all ($1::text[]) group by r.drained order by r.drained`,
      [this.turns.flatMap(({ readers }) => readers)],
    );
    return rows.map(({ readers }) => readers);
  }
}
