/**
 * What waits for a later change. What such a change did to what a reader has of an object shows already, and so
 * belongs to it: a release would else be dated with an act that its reader may know nothing of, and a loss laid
 * at another's door. What it did to what the reader does not have, delays nothing.
 */
import type { Queryable } from '../database/queryable.ts';
import type { BoundReader } from '../view/group.ts';
import type { ChangeRow } from './heads.ts';
import type { Scene, SceneRow, Stored } from './scene.ts';

export interface Later {
  /** Has the scene's objects looked at. */
  load(scene: Scene): Promise<void>;
  /** The last later change that touched what the reader has of an object of the scene; 0 where none did. */
  last(scene: Scene, object: string, place: number): number;
  /**
   * Rows of an object that waits whose gate this change closed, or whose contribution its contributor took or
   * narrowed by it. These do not wait: a date that withdrew them would pass for a recall, and a recall for
   * another's act.
   */
  taken(scene: Scene, object: string, place: number): SceneRow[];
}

const nothing: Later = { load: () => Promise.resolve(), last: () => 0, taken: () => [] };

/** Finds out whether there are later changes at all; most often there are none. */
export async function readLater(
  client: Queryable,
  change: ChangeRow,
  readers: readonly BoundReader[],
): Promise<Later> {
  const { rows } = await client.query('select from cell where last_change > $1', [change.no]);
  if (rows.length === 0) return nothing;
  const moved = await client.query<Moved>(
    `select kind, key, reader, max(change) as change from backlog
     where change >= $1 and reader = any($2::text[]) group by kind, key, reader, change > $1`,
    [change.no, readers.map(({ id }) => id)],
  );
  const later = new LaterChanges(client, change);
  const places = new Map(readers.map(({ id }, place) => [id, place]));
  for (const row of moved.rows) later.move(row, places.get(row.reader) as number);
  return later;
}

interface Moved {
  kind: 'gate' | 'holding';
  key: number;
  reader: string;
  change: number;
}

/** Gate or holding → place of a reader → the last change that moved it for this reader. */
type Moves = Map<number, Map<number, number>>;

class LaterChanges implements Later {
  private readonly gates: Moves = new Map();
  private readonly holdings: Moves = new Map();
  /** Contribution → the last change that touched it. */
  private touched = new Map<number, number>();
  /** Contribution → gates behind its references and portions that moved. */
  private hanging = new Map<number, number[]>();
  /** Gates that this change moved, and contributions that it touched. */
  private readonly movedNow: Moves = new Map();
  private touchedNow = new Set<number>();
  private readonly client: Queryable;
  private readonly change: ChangeRow;

  constructor(client: Queryable, change: ChangeRow) {
    this.client = client;
    this.change = change;
  }

  move({ kind, key, change }: Moved, place: number): void {
    const gates = change === this.change.no ? this.movedNow : this.gates;
    const moves = kind === 'gate' ? gates : this.holdings;
    if (kind === 'holding' && change === this.change.no) return;
    moves.set(key, (moves.get(key) ?? new Map<number, number>()).set(place, change));
  }

  async load({ stored, rows }: Scene): Promise<void> {
    const { no } = this.change;
    const touched = await this.client.query<{ contribution: number; first: number; last: number }>(
      `select contribution, min(change) as first, max(change) as last from touched
       where change >= $1 and object = any($2::text[]) group by contribution`,
      [no, [...new Set([...stored.keys(), ...rows.keys()])]],
    );
    this.touchedNow = new Set(touched.rows.filter(({ first }) => first === no).map(contributionOf));
    this.touched = new Map(
      touched.rows.filter(({ last }) => last > no).map(({ contribution, last }) => [contribution, last]),
    );
    this.hanging = new Map();
    if (this.gates.size === 0) return;
    const hanging = await this.client.query<{ contribution: number; gate: number }>(
      `with moved as materialized (select unnest($2::bigint[]) as gate)
       select c.id, r.gate from contribution c cross join lateral references_of(c.targets, c.openings) r
       join moved m on m.gate = r.gate where c.id = any($1::bigint[])
       union
       select p.contribution, p.gate from portion p join moved m on m.gate = p.gate
       where p.contribution = any($1::bigint[])`,
      [[...stored.values()].flat().map(({ id }) => id), [...this.gates.keys()]],
    );
    for (const { contribution, gate } of hanging.rows) {
      this.hanging.set(contribution, [...(this.hanging.get(contribution) ?? []), gate]);
    }
  }

  last({ stored, rows, verdicts }: Scene, object: string, place: number): number {
    const had = new Set((rows.get(object) ?? []).filter((row) => row.place === place).map(contributionOf));
    const seen = (stored.get(object) ?? []).filter(({ id, gate }) => {
      return had.has(id) || verdicts.of(gate).has(place);
    });
    return Math.max(
      0,
      ...seen.map((one) => this.lastOf(one, place)),
      ...[...had].map((id) => this.touched.get(id) ?? 0),
    );
  }

  taken({ stored, rows, verdicts }: Scene, object: string, place: number): SceneRow[] {
    const open = new Set(
      (stored.get(object) ?? []).filter(({ gate }) => verdicts.of(gate).has(place)).map(({ id }) => id),
    );
    return (rows.get(object) ?? []).filter(({ contribution, contributor, gate, ...row }) => {
      if (row.place !== place || open.has(contribution)) return false;
      const isByContributor = contributor === this.change.member && this.touchedNow.has(contribution);
      return isByContributor || this.movedNow.get(gate)?.has(place) === true;
    });
  }

  private lastOf({ id, change, gate, holding }: Stored, place: number): number {
    const moved = (gates: Moves, key: number): number => gates.get(key)?.get(place) ?? 0;
    return Math.max(
      change > this.change.no ? change : 0,
      this.touched.get(id) ?? 0,
      moved(this.gates, gate),
      moved(this.holdings, holding),
      ...(this.hanging.get(id) ?? []).map((key) => moved(this.gates, key)),
    );
  }
}

const contributionOf = ({ contribution }: { contribution: number }): number => contribution;
