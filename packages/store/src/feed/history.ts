/**
 * How contributions stood towards a reader before and after each change that its feed has not come to: what is
 * stored says how they stand now, and each change has kept what it made another. So a change that a reader may
 * know nothing of does nothing in its feed.
 */
import { projectLabel } from '@entente/core/label/projection';
import type { Queryable } from '../database/queryable.ts';
import type { BoundReader } from '../view/group.ts';
import { labelOf } from '../view/release.ts';
import type { Labels } from './labels.ts';
import {
  readHanging,
  readHoldings,
  readOpenings,
  readPast,
  type Move,
  type Past,
  type State,
} from './past.ts';
import type { Scene } from './scene.ts';

/** A contribution that is stored, or that a feed has a row of. */
export interface Followed {
  id: number;
  object: string;
  contributor: string;
}

/** Gate or holding → place of a reader → its moves, the first change first. */
type Moves = Map<number, Map<number, Move[]>>;

const none: readonly never[] = [];

export class History {
  private readonly moves: Readonly<Record<Move['kind'], Moves>> = { gate: new Map(), holding: new Map() };
  private readonly labels: Labels;
  private scene: Scene | undefined;
  private past = new Map<number, Past[]>();
  private current = new Map<number, State>();
  /** Contribution → gates behind its references and portions that moved. */
  private hanging = new Map<number, number[]>();
  /** Holding → its label now. */
  private holdings = new Map<number, number>();

  /** @param moves of all readers by the changes that are looked at, the first change first */
  constructor(moves: readonly Move[], labels: Labels) {
    this.labels = labels;
    for (const move of moves) {
      const kind = this.moves[move.kind];
      const places = kind.get(move.key) ?? new Map<number, Move[]>();
      kind.set(move.key, places.set(move.place, [...(places.get(move.place) ?? none), move]));
    }
  }

  /** Reads what the changes from this one on did to the contributions of the scene's objects. */
  async load(client: Queryable, scene: Scene, from: number): Promise<void> {
    const { stored, rows, verdicts } = scene;
    const all = [...stored.values()].flat();
    this.scene = scene;
    this.past = await readPast(client, from, [...new Set([...stored.keys(), ...rows.keys()])]);
    const openings = await readOpenings(client, [...this.past.keys()]);
    this.current = new Map(
      all.map(({ id, gate, plain, holding, change }) => {
        return [id, { gate, plain, holding, put: change, openings: openings.get(id) ?? none }];
      }),
    );
    this.hanging = await readHanging(
      client,
      all.map(({ id }) => id),
      [...this.moves.gate.keys()],
    );
    for (const id of this.past.keys()) this.leaveReferences(id);
    const past = [...this.past.values()].flat();
    const touched = [...past, ...[...this.past.keys()].flatMap((id) => this.current.get(id) ?? none)];
    await verdicts.load([
      ...touched.flatMap((state) => [state.gate, state.plain, ...state.openings]),
      ...[...this.hanging.values()].flat(),
    ]);
    this.holdings = await readHoldings(
      client,
      past.map(({ holding }) => holding),
    );
    for (const { holding, label } of all) this.holdings.set(holding, label);
    const before = [...this.moves.holding.values()].flatMap((places) => [...places.values()].flat());
    await this.labels.load(client, [
      ...this.holdings.values(),
      ...before.flatMap(({ label }) => label ?? none),
    ]);
  }

  /** Of what changes touched, the references are known as they were before each: the portions are left. */
  private leaveReferences(id: number): void {
    const openings = this.current.get(id)?.openings ?? none;
    const hanging = this.hanging.get(id) ?? none;
    this.hanging.set(
      id,
      hanging.filter((gate) => !openings.includes(gate)),
    );
  }

  /** The last change after this one by which the contribution is another to the reader; 0 where there is none. */
  last(one: Followed, place: number, after: number): number {
    const changes = this.changesOf(one, place).filter((change) => change > after);
    for (const change of [...new Set(changes)].sort((a, b) => b - a)) {
      if (this.differs(one, place, change)) return change;
    }
    return 0;
  }

  /** Whether the reader had it until this change, and has it no more since. */
  isLost({ id }: Followed, place: number, change: number): boolean {
    return this.isSeen(id, place, change - 1) && !this.isSeen(id, place, change);
  }

  /** Changes by which it may be another. */
  private changesOf({ id }: Followed, place: number): number[] {
    const past = this.past.get(id) ?? none;
    const current = this.current.get(id);
    const states: readonly State[] = current === undefined ? past : [...past, current];
    const gates = states.flatMap(({ gate, plain, openings }) => [gate, plain, ...openings]);
    const moves = [
      ...[...gates, ...(this.hanging.get(id) ?? none)].flatMap((gate) => this.movesOf('gate', gate, place)),
      ...states.flatMap(({ holding }) => this.movesOf('holding', holding, place)),
    ];
    return [
      ...states.map(({ put }) => put),
      ...past.map(({ change }) => change),
      ...moves.map(({ change }) => change),
    ];
  }

  private differs(one: Followed, place: number, change: number): boolean {
    const isSeen = this.isSeen(one.id, place, change);
    if (isSeen !== this.isSeen(one.id, place, change - 1)) return true;
    if (!isSeen || this.isOwn(one, place)) return false;
    const [before, after] = [this.stateAt(one.id, change - 1), this.stateAt(one.id, change)] as [
      State,
      State,
    ];
    return (
      this.isServedElse(one, place, [before, after], change) ||
      this.isCutElse(one.id, place, [before, after], change)
    );
  }

  private isServedElse(
    { object }: Followed,
    place: number,
    [before, after]: readonly [State, State],
    change: number,
  ): boolean {
    const moves = this.movesOf('holding', after.holding, place);
    // The rights of the reader are others, which may show in what it is served.
    if (moves.some((move) => move.change === change && move.label === null)) return true;
    const labels = [
      this.labelAt(before.holding, place, change - 1),
      this.labelAt(after.holding, place, change),
    ];
    if (labels[0] === labels[1]) return false;
    const [old, young] = labels.map((label) => this.served(label, object, place));
    return old !== young;
  }

  private served(label: number | undefined, object: string, place: number): string | undefined {
    const { stored, verdicts, readers } = this.scene as Scene;
    if (label === undefined) return undefined;
    const seen = (stored.get(object) ?? none).filter(({ gate }) => verdicts.of(gate).has(place));
    const contributors = new Set(seen.map(({ contributor }) => contributor));
    const { rights } = readers[place] as BoundReader;
    return JSON.stringify(
      projectLabel(labelOf(this.labels.of(label)), rights, (owner) => contributors.has(owner)),
    );
  }

  private isCutElse(
    id: number,
    place: number,
    [before, after]: readonly [State, State],
    change: number,
  ): boolean {
    const isWhole = this.isOpen(before.plain, place, change - 1) && this.isOpen(after.plain, place, change);
    if (isWhole) return false;
    const movedAt = (gate: number): boolean =>
      this.movesOf('gate', gate, place).some((move) => move.change === change);
    if ((this.hanging.get(id) ?? none).some(movedAt)) return true;
    return before.openings.some(
      (gate, index) =>
        this.isOpen(gate, place, change - 1) !== this.isOpen(after.openings[index] as number, place, change),
    );
  }

  private isSeen(id: number, place: number, at: number): boolean {
    const state = this.stateAt(id, at);
    return state !== undefined && this.isOpen(state.gate, place, at);
  }

  /** How it was once this change was done; `undefined` where it was not there. */
  private stateAt(id: number, at: number): State | undefined {
    const past = this.past.get(id)?.find(({ change }) => change > at);
    if (past !== undefined) return past.put > at ? undefined : past;
    const current = this.current.get(id);
    return current === undefined || current.put > at ? undefined : current;
  }

  /** Whether the gate was open once this change was done: each move since then has turned it. */
  private isOpen(gate: number, place: number, at: number): boolean {
    const isOpenNow = (this.scene as Scene).verdicts.of(gate).has(place);
    const turns = this.movesOf('gate', gate, place).filter(({ change }) => change > at).length;
    return turns % 2 === 0 ? isOpenNow : !isOpenNow;
  }

  private labelAt(holding: number, place: number, at: number): number | undefined {
    const next = this.movesOf('holding', holding, place).find(
      ({ change, label }) => change > at && label !== null,
    );
    return next?.label ?? this.holdings.get(holding);
  }

  private movesOf(kind: Move['kind'], key: number, place: number): readonly Move[] {
    return this.moves[kind].get(key)?.get(place) ?? none;
  }

  private isOwn({ contributor }: Followed, place: number): boolean {
    const { rights } = (this.scene as Scene).readers[place] as BoundReader;
    return rights.full && rights.member === contributor;
  }
}
