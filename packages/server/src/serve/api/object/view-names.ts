/**
 * The names of each view, in an index of its own (docs/adr/0019): nothing that a reader may not see is ever in the one
 * that answers it. It is made when a view is first asked, and follows the reader's feed from there.
 */
import { NameIndex } from '@entente/core/names/index';
import { typeOfId } from '@entente/core/stix/identifier';
import type { View } from '@entente/store/view/reader';
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
  /** Ends when nobody changes it. */
  turn: Promise<unknown>;
}

export class ViewNames {
  private readonly presenter: Presenter;
  private readonly views = new Map<string, Kept>();

  constructor(presenter: Presenter) {
    this.presenter = presenter;
  }

  /** The names of a view, with all that its feed has by now. */
  async of(view: View): Promise<NameIndex<string>> {
    const kept = this.keptOf(view.reader.id);
    const turn = kept.turn.then(() => this.follow(kept, view));
    // Whoever comes next has its turn, whatever this one came to.
    kept.turn = turn.catch(() => undefined);
    await turn;
    return kept.index;
  }

  private keptOf(reader: string): Kept {
    const kept = this.views.get(reader) ?? { index: new NameIndex(), at: -1, turn: Promise.resolve() };
    this.views.delete(reader);
    this.views.set(reader, kept);
    const [longest] = this.views.keys();
    if (this.views.size > mostViews && longest !== undefined) this.views.delete(longest);
    return kept;
  }

  private async follow(kept: Kept, view: View): Promise<void> {
    const last = await view.lastEvent();
    if (last <= kept.at) return;
    if (kept.at === -1) await this.fill(kept.index, view);
    else await this.change(kept, view, last);
    kept.at = last;
  }

  private async fill(index: NameIndex<string>, view: View): Promise<void> {
    for (let after: number | undefined; ;) {
      const page = await view.browse({ types, after, limit: slice });
      await this.read(
        index,
        view,
        page.map(({ object }) => object),
      );
      after = page.at(-1)?.added;
      if (page.length < slice) return;
    }
  }

  private async change({ index, at }: Kept, view: View, last: number): Promise<void> {
    for (let after = at; after < last;) {
      const events = await view.events(after, slice);
      const objects = new Set(events.map(({ object }) => object));
      await this.read(
        index,
        view,
        [...objects].filter((id) => types.includes(typeOfId(id))),
      );
      after = events.length < slice ? last : (events.at(-1)?.at ?? last);
    }
  }

  /** Puts in what the view calls these objects now. */
  private async read(index: NameIndex<string>, view: View, ids: readonly string[]): Promise<void> {
    const names = new Map(ids.map((id) => [id, new Set<string>()]));
    for (const { seen, names: own } of await namedIn(view, ids, this.presenter)) {
      for (const name of own) names.get(seen.object)?.add(name);
    }
    for (const [id, own] of names) {
      index.remove(id);
      for (const name of own) index.add(id, name);
    }
  }
}
