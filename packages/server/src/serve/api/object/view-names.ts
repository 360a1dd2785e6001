/**
 * The names of each view, in an index of its own (docs/adr/0019): nothing that a reader may not see is ever in the one
 * that answers it. It is made when a view is first asked, and follows the reader's feed from there.
 */
import { NameIndex } from '@entente/core/names/index';
import { typeOfId } from '@entente/core/stix/identifier';
import type { View } from '@entente/store/view/reader';
import type { Erasure } from '../../../erasures.ts';
import type { Presenter } from '../../present/present.ts';
import { namedIn } from './named.ts';

/** Types of objects whose names are screened. */
const types = ['identity', 'threat-actor'];
/** Rows that are read at once. */
const slice = 500;
/** Views whose names are kept: those that were asked last. */
const mostViews = 100;

interface Kept {
  readonly index: NameIndex<string>;
  /** The moment of the reader's feed up to which it has everything; before the first row where it has nothing yet. */
  at: number;
  /** Objects of which names went with an erasure, and others may be left. */
  readonly again: Set<string>;
  /** Ends when nobody changes it. */
  turn: Promise<unknown>;
}

export class ViewNames {
  private readonly presenter: Presenter;
  private readonly views = new Map<string, Kept>();
  /** Of objects of which content was erased, the change that did it: no read from before it puts their names in. */
  private readonly erased = new Map<string, number>();
  /** The run of the feeds that all this is of. */
  private epoch: string | undefined;

  constructor(presenter: Presenter) {
    this.presenter = presenter;
  }

  /** The names of a view, with all that its feed has by now. */
  async of(view: View): Promise<NameIndex<string>> {
    if (view.epoch !== this.epoch) this.clear(view.epoch);
    const kept = this.keptOf(view.reader.id);
    const turn = kept.turn.then(() => this.follow(kept, view));
    // Whoever comes next has its turn, whatever this one came to.
    kept.turn = turn.catch(() => undefined);
    await turn;
    return kept.index;
  }

  /** Takes the names of objects out of memory at once; those that are left of them are read again when they are wanted. */
  forget({ objects, change }: Erasure): void {
    for (const object of objects) {
      this.erased.set(object, change);
      for (const { index, again } of this.views.values()) {
        if (index.namesOf(object).size === 0) continue;
        index.remove(object);
        again.add(object);
      }
    }
  }

  private clear(epoch: string): void {
    this.views.clear();
    this.erased.clear();
    this.epoch = epoch;
  }

  private keptOf(reader: string): Kept {
    const fresh = {
      index: new NameIndex<string>(),
      at: -1,
      again: new Set<string>(),
      turn: Promise.resolve(),
    };
    const kept = this.views.get(reader) ?? fresh;
    this.views.delete(reader);
    this.views.set(reader, kept);
    const [longest] = this.views.keys();
    if (this.views.size > mostViews && longest !== undefined) this.views.delete(longest);
    return kept;
  }

  private async follow(kept: Kept, view: View): Promise<void> {
    const left = [...kept.again].filter((id) => this.isRead(id, view));
    for (const id of left) kept.again.delete(id);
    await this.read(kept, view, left);
    const last = await view.lastEvent();
    if (last <= kept.at) return;
    if (kept.at === -1) await this.fill(kept, view);
    else await this.change(kept, view, last);
    kept.at = last;
  }

  private async fill(kept: Kept, view: View): Promise<void> {
    for (let after: number | undefined; ;) {
      const page = await view.browse({ types, after, limit: slice });
      const ids = page.map(({ object }) => object);
      await this.read(kept, view, ids);
      after = page.at(-1)?.added;
      if (page.length < slice) return;
    }
  }

  private async change(kept: Kept, view: View, last: number): Promise<void> {
    for (let after = kept.at; after < last;) {
      const events = await view.events(after, slice);
      const objects = new Set(events.map(({ object }) => object));
      const ids = [...objects].filter((id) => types.includes(typeOfId(id)));
      await this.read(kept, view, ids);
      after = events.length < slice ? last : (events.at(-1)?.at ?? last);
    }
  }

  /** Whether a view is not from before an erasure of the object. */
  private isRead(object: string, view: View): boolean {
    return (this.erased.get(object) ?? 0) <= view.change;
  }

  /** Has the index call these objects what the view calls them now. */
  private async read({ index, again }: Kept, view: View, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const names = new Map(ids.map((id) => [id, new Set<string>()]));
    for (const { seen, names: own } of await namedIn(view, ids, this.presenter)) {
      for (const name of own) names.get(seen.object)?.add(name);
    }
    for (const [id, own] of names) {
      // Asked behind the read: an erasure may have come while it went on.
      if (!this.isRead(id, view)) again.add(id);
      else if (!isSame(index.namesOf(id), own)) rename(index, id, own);
    }
  }
}

function rename(index: NameIndex<string>, id: string, names: ReadonlySet<string>): void {
  index.remove(id);
  for (const name of names) index.add(id, name);
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((name) => other.has(name));
