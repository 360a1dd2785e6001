/**
 * The names of each view, in an index of its own (docs/adr/0019): nothing that a reader may not see is ever in the one
 * that answers it. It is made when a view is first asked, and follows the reader's feed from there.
 */
import { screenedTypes as types } from '@entente/core/names/asked';
import { NameIndex } from '@entente/core/names/index';
import { typeOfId } from '@entente/core/stix/identifier';
import type { View } from '@entente/store/view/reader';
import type { Considered } from '@entente/store/feed/sequencer';
import type { Erasure } from '../../../told.ts';
import { Turns } from '../../../turns.ts';
import type { Presenter } from '../../present/present.ts';
import { namedIn } from './named.ts';

/** Rows that are read at once. */
const slice = 500;
/** Views whose names are kept: those that were asked last. */
const mostViews = 100;
/** Objects of a view that wait to be read again; with more of them it is read anew, whenever it is asked. */
const mostAgain = 20_000;

interface Kept {
  readonly index: NameIndex<string>;
  /** The moment of the reader's feed up to which it has everything; before the first row where it has nothing yet. */
  at: number;
  /** Objects that may be called otherwise than they were when they were read; to be read at that change or later. */
  readonly again: Map<string, number>;
}

export class ViewNames {
  private readonly presenter: Presenter;
  private readonly views = new Map<string, Kept>();
  /** One at a time brings the names of a reader up to date. */
  private readonly turns = new Turns();
  /** Of objects of which content was erased, the change that did it: no read from before it puts their names in. */
  private readonly erased = new Map<string, number>();
  /** The run of the feeds that all this is of. */
  private epoch: string | undefined;

  constructor(presenter: Presenter) {
    this.presenter = presenter;
  }

  /**
   * The names of a reader's view, with all that its feed has by now. They may be looked into for as long as one likes,
   * and follow what others ask meanwhile.
   * @param within reads the view; not before it is this one's turn, so that nobody waits with a connection
   */
  of(
    reader: string,
    within: (read: (view: View) => Promise<NameIndex<string>>) => Promise<NameIndex<string>>,
  ): Promise<NameIndex<string>> {
    return this.turns.take(reader, () =>
      within(async (view) => {
        if (view.epoch !== this.epoch) this.clear(view.epoch);
        const kept = this.keptOf(reader);
        await this.follow(kept, view);
        return kept.index;
      }),
    );
  }

  /** Takes the names of objects out of memory at once; those that are left of them are read again when they are wanted. */
  forget({ objects, change }: Erasure): void {
    for (const object of objects) this.erased.set(object, change);
    for (const { index, again } of this.views.values()) {
      const known = objects.filter((object) => index.namesOf(object).size > 0);
      index.remove(known);
      for (const object of known) again.set(object, change);
    }
  }

  /**
   * Has objects of the feed read again. What is withheld is gone at once, and leaves the feed a moment later: where it
   * is given back in between, the feed never moves.
   */
  doubt({ reader, objects, change }: Considered): void {
    const kept = this.views.get(reader);
    if (kept === undefined) return;
    for (const object of objects) if (types.includes(typeOfId(object))) kept.again.set(object, change);
    if (kept.again.size > mostAgain) this.views.delete(reader);
  }

  private clear(epoch: string): void {
    this.views.clear();
    this.erased.clear();
    this.epoch = epoch;
  }

  private keptOf(reader: string): Kept {
    const fresh = { index: new NameIndex<string>(), at: -1, again: new Map<string, number>() };
    const kept = this.views.get(reader) ?? fresh;
    this.views.delete(reader);
    this.views.set(reader, kept);
    const [longest] = this.views.keys();
    if (this.views.size > mostViews && longest !== undefined) this.views.delete(longest);
    return kept;
  }

  private async follow(kept: Kept, view: View): Promise<void> {
    const left = [...kept.again].flatMap(([id, change]) => (change <= view.change ? [id] : []));
    for (const id of left) kept.again.delete(id);
    for (let from = 0; from < left.length; from += slice)
      await this.read(kept, view, left.slice(from, from + slice));
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

  /** Has the index call these objects what the view calls them now. */
  private async read({ index, again }: Kept, view: View, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const names = new Map(ids.map((id) => [id, new Set<string>()]));
    for (const { seen, names: own } of await namedIn(view, ids, this.presenter)) {
      for (const name of own) names.get(seen.object)?.add(name);
    }
    const renamed = [...names].filter(([id, own]) => {
      // Asked behind the read: an erasure may have come while it went on.
      const erased = this.erased.get(id) ?? 0;
      if (erased > view.change) again.set(id, erased);
      return erased <= view.change && !isSame(index.namesOf(id), own);
    });
    index.remove(renamed.map(([id]) => id));
    for (const [id, own] of renamed) for (const name of own) index.add(id, name);
  }
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((name) => other.has(name));
