/**
 * What waits for a later change. What such a change did to what a reader has of an object shows already, and so
 * belongs to it: a release would else be dated with an act that its reader may know nothing of, and a loss laid
 * at another's door. What it did to what the reader does not have, delays nothing.
 */
import type { Queryable } from '../database/queryable.ts';
import { groupOf, type BoundReader } from '../view/group.ts';
import type { ChangeRow } from './heads.ts';
import { History, type Followed } from './history.ts';
import type { Labels } from './labels.ts';
import { readMoves } from './past.ts';
import { seenBy, type Scene, type SceneRow } from './scene.ts';

export interface Later {
  /** Has the scene's objects looked at. */
  load(scene: Scene): Promise<void>;
  /** The last later change by which what the reader has of an object of the scene is another; 0 where none is. */
  last(scene: Scene, object: string, place: number): number;
  /**
   * Rows of an object that waits whose contribution the reader lost by this change. These do not wait: a date that
   * withdrew them would pass for a recall, and a recall for another's act.
   */
  taken(scene: Scene, object: string, place: number): SceneRow[];
}

const nothing: Later = { load: () => Promise.resolve(), last: () => 0, taken: () => [] };

/** Finds out whether there are later changes at all; most often there are none. */
export async function readLater(
  client: Queryable,
  { no }: ChangeRow,
  readers: readonly BoundReader[],
  labels: Labels,
): Promise<Later> {
  const { rows } = await client.query('select from cell where last_change > $1', [no]);
  if (rows.length === 0) return nothing;
  const history = new History(await readMoves(client, no, readers), labels);
  return {
    load: (scene) => history.load(client, scene, no),
    last: (scene, object, place) => {
      const followed = [...viewOf(scene, object, place), ...rowsOf(scene, object, place)];
      return Math.max(0, ...followed.map((one) => history.last(one, place, no)));
    },
    taken: (scene, object, place) => {
      const open = new Set(seenOf(scene, object, place).map(({ id }) => id));
      return rowsOf(scene, object, place).filter(
        (row) => !open.has(row.id) && history.isLost(row, place, no),
      );
    },
  };
}

/** Of these, those that are in its view: a version that says nothing that the one before did not is not (rule 6). */
const viewOf = (scene: Scene, object: string, place: number): readonly Followed[] =>
  groupOf(seenBy(scene, object, place), scene.readers[place] as BoundReader, () => 0);

/** The contributions of an object that are open to a reader now. */
const seenOf = ({ stored, verdicts }: Scene, object: string, place: number): readonly Followed[] =>
  (stored.get(object) ?? []).filter(({ gate }) => verdicts.of(gate).has(place));

/** What the feed of a reader has of an object. */
const rowsOf = ({ rows }: Scene, object: string, place: number): (SceneRow & Followed)[] =>
  (rows.get(object) ?? []).flatMap((row) => (row.place === place ? [{ ...row, id: row.contribution }] : []));
