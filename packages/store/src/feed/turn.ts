/**
 * A turn: readers whose feeds stand at the same change take it in together. What the change put in comes first,
 * in its order; then what else moved, by the objects' ids; then the removals. A change that is too large for
 * one transaction is taken in by several, in the same order: as every slice writes what differs from the feed,
 * a turn that is lost with its process is begun again.
 */
import type { PoolClient } from 'pg';
import { noteLosses, type Loss } from '../notice/writer.ts';
import type { BoundReader } from '../view/group.ts';
import { readAgenda, readConcerned, readHolders, readObjects, type Agenda } from './agenda.ts';
import { readHeads, saveHeads, type ChangeRow } from './heads.ts';
import { compareObject, order, withoutRows, type Compared, type Placed } from './compare.ts';
import { readLater, type Later } from './later.ts';
import { postpone, readPostponed, takePostponed, type Postponed } from './postponed.ts';
import type { Memory } from './memory.ts';
import { appendRows, keepRows, removeRows, type Dated, type Removed } from './rows.ts';
import { concernedBy, loadScene, namedBy, type Stage } from './scene.ts';
import { Verdicts } from './verdicts.ts';

export interface Bounds {
  /** Objects that are compared at a time. */
  slice: number;
  /** After so many objects, or rows written, the other turns come first. */
  objects: number;
  rows: number;
}

/** Objects of a reader's feed that were compared with what there is, whether or not anything moved by that. */
export interface Considered {
  /** Id of the reader. */
  readonly reader: string;
  readonly objects: readonly string[];
  /** The number of the change that the feed came to. */
  readonly change: number;
}

/** What one transaction of a turn works with; readers are named by their places. */
interface Step extends Stage {
  client: PoolClient;
  change: ChangeRow;
  /** The last date of each reader's feed. */
  last: number[];
  later: Later;
  /** For each reader. */
  considered: (Considered & { objects: string[] })[];
  objects: number;
  rows: number;
}

/** What a slice gives one reader. */
type Slice = Compared[];

export class Turn {
  /** Ids of the readers. */
  readers: readonly string[];
  /** Of the last step. */
  considered: readonly Considered[] = [];
  private readonly bounds: Bounds;
  private agenda: Agenda | undefined;
  /** How many of the agenda have been taken in. */
  private puts = 0;
  private others = 0;
  /** Objects of which more moves than was put in, or that waited for this change; in the order of their ids. */
  private leftover: string[] = [];
  /** For each reader, dates of the rows that leave its feed, the earliest last. */
  private leaving: number[][] = [];

  /** @param readers whose feeds are at the same change */
  constructor(readers: readonly string[], bounds: Bounds) {
    this.readers = readers;
    this.bounds = bounds;
  }

  /**
   * Goes on with the change that these readers come to, in a transaction of the caller's.
   * @returns whether they are past it
   */
  async step(client: PoolClient, memory: Memory): Promise<boolean> {
    this.considered = [];
    const { change, heads } = await readHeads(client, this.readers);
    this.agenda ??= await this.begin(client, change);
    if (this.readers.length === 0) return true;
    const readers = await memory.read(client, this.readers, change.at);
    const step: Step = {
      client,
      change,
      readers,
      last: this.readers.map((id) => heads.get(id) as number),
      verdicts: new Verdicts(client, readers),
      labels: memory.labels,
      later: await readLater(client, change, readers, memory.labels),
      considered: readers.map(({ id }) => ({ reader: id, objects: [], change: change.no })),
      objects: 0,
      rows: 0,
    };
    const isDone = await this.work(step, this.agenda);
    await saveHeads(client, change, this.readers, step.last, isDone);
    this.considered = step.considered.filter(({ objects }) => objects.length > 0);
    return isDone;
  }

  /** Lets those pass at once whom the change does not concern. */
  private async begin(client: PoolClient, change: ChangeRow): Promise<Agenda> {
    let concerned = await readConcerned(client, change.no, this.readers);
    const agenda = await readAgenda(client, change, concerned);
    if (agenda.puts.length + agenda.others.length > this.bounds.objects)
      concerned = await readHolders(client, change, concerned);
    const passing = this.readers.filter((reader) => !concerned.includes(reader));
    await client.query('update reader set drained = $1 where id = any($2::text[])', [change.no, passing]);
    this.readers = concerned;
    this.leaving = concerned.map(() => []);
    this.leftover = await readPostponed(client, change.no, concerned);
    return agenda;
  }

  /** Whether everything is done; if not, the other turns come first. */
  private async work(step: Step, agenda: Agenda): Promise<boolean> {
    while (step.objects < this.bounds.objects && step.rows < this.bounds.rows) {
      if (this.puts < agenda.puts.length) await this.takePuts(step, agenda.puts);
      else if (this.others < agenda.others.length || this.leftover.length > 0)
        await this.takeOthers(step, agenda.others);
      else if (this.leaving.some((dates) => dates.length > 0)) await this.takeLeaving(step);
      else return true;
    }
    return false;
  }

  private async takePuts(step: Step, puts: readonly number[]): Promise<void> {
    const ids = puts.slice(this.puts, this.puts + this.bounds.slice);
    this.puts += ids.length;
    const last = ids.at(-1) as number;
    const isPut = ({ seen }: Placed): boolean => seen.change === step.change.no;
    const slices = await compareAll(step, await readObjects(step.client, step.change.no, ids));
    const leftover = new Set(this.leftover);
    for (const one of slices.flat()) {
      const isMore = one.removed.length > 0 || one.moved.some((placed) => !isPut(placed));
      if (isMore) leftover.add(one.object);
    }
    this.leftover = [...leftover].sort();
    const fresh = slices.map((slice) =>
      slice.flatMap(({ moved }) => moved.filter((placed) => isPut(placed) && placed.seen.id <= last)),
    );
    await write(step, slices, fresh);
  }

  private async takeOthers(step: Step, others: readonly number[]): Promise<void> {
    const ids = others.slice(this.others, this.others + this.bounds.slice);
    this.others += ids.length;
    const objects = await readObjects(step.client, step.change.no, ids);
    const last = this.others < others.length ? objects.at(-1) : undefined;
    const isHere = (object: string): boolean => last === undefined || object <= last;
    const behind = this.leftover.findIndex((object) => !isHere(object));
    const here = this.leftover.splice(0, behind < 0 ? this.leftover.length : behind);
    await takePostponed(step.client, step.change.no, this.readers, here);
    const slices = await compareAll(step, [...new Set([...objects, ...here])]);
    await write(
      step,
      slices,
      slices.map((slice) => slice.flatMap(({ moved }) => moved)),
    );
    for (const [place, slice] of slices.entries()) {
      this.leaving[place]?.push(...slice.flatMap(({ removed }) => removed.map(({ at }) => at)));
      await note(
        step,
        place,
        slice.flatMap(({ losses }) => losses),
      );
    }
    if (last === undefined) for (const dates of this.leaving) dates.sort((a, b) => b - a);
  }

  private async takeLeaving(step: Step): Promise<void> {
    const removed: Removed[] = [];
    for (const [place, dates] of this.leaving.entries()) {
      while (dates.length > 0 && removed.length < this.bounds.slice) {
        const at = dates.pop() as number;
        removed.push({ reader: idAt(step, place), at, removedAt: nextDate(step, place) });
      }
    }
    step.rows += removed.length;
    await removeRows(step.client, removed);
  }
}

const idAt = ({ readers }: Step, place: number): string => (readers[place] as BoundReader).id;

/** The date of the next row: the time of the act, or just after the last row (ADR 5, rule 9). */
function nextDate({ change, last }: Step, place: number): number {
  const date = Math.max(change.at, (last[place] as number) + 1);
  last[place] = date;
  return date;
}

/** For each reader, what of these objects differs from its feed. */
async function compareAll(step: Step, objects: readonly string[]): Promise<Slice[]> {
  const { client, change, readers, later, considered } = step;
  const scene = await loadScene(client, step, objects);
  await later.load(scene);
  const slices: Slice[] = readers.map(() => []);
  const postponed: Postponed[] = [];
  for (const object of objects) {
    for (const place of concernedBy(scene, object)) {
      if (scene.rows.get(object)?.some((row) => row.place === place) === true)
        considered[place]?.objects.push(object);
      const counted = [object, ...namedBy(scene, object, place)];
      const last = Math.max(...counted.map((one) => later.last(scene, one, place)));
      if (last === 0) slices[place]?.push(compareObject(scene, object, place, change.no));
      else {
        postponed.push({ reader: idAt(step, place), object, change: last });
        const taken = later.taken(scene, object, place);
        if (taken.length > 0) slices[place]?.push(withoutRows(scene, object, place, taken));
      }
    }
  }
  await postpone(client, postponed);
  step.objects += objects.length;
  return slices;
}

/** Writes what moved to the ends of the feeds, in its order, and what changed where it stands. */
async function write(step: Step, slices: readonly Slice[], moved: readonly Placed[][]): Promise<void> {
  const { client, change } = step;
  const appended: Dated[] = [];
  const kept: Dated[] = [];
  for (const [place, slice] of slices.entries()) {
    const reader = idAt(step, place);
    const sorted = (moved[place] ?? []).sort((a, b) => order(a.seen, b.seen, change.no));
    for (const one of sorted) appended.push({ ...one, reader, at: nextDate(step, place) });
    for (const one of slice.flatMap((compared) => compared.kept))
      kept.push({ ...one, reader, at: one.row.at });
  }
  step.rows += appended.length + kept.length;
  await keepRows(client, kept);
  await appendRows(client, appended);
}

/** Notes what was lost by its contributor's act. A notice goes to the member, not to each narrower class of its accounts. */
async function note(
  { client, change, readers }: Step,
  place: number,
  losses: readonly Loss[],
): Promise<void> {
  const { id, rights } = readers[place] as BoundReader;
  if (!rights.full || rights.member === change.member) return;
  await noteLosses(
    client,
    id,
    change,
    losses.filter(({ contributor }) => contributor === change.member),
  );
}
