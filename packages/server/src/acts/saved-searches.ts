/**
 * Searches that an account keeps. They are its own bookmarks: no act of its member, which is told nothing of them, and
 * no data that anybody else reads.
 */
import { Failure } from '@entente/core/failure';
import { readSavedSearches, type SavedSearchRow } from '@entente/store/saved-search/reader';
import { addSavedSearch, lookedAt, removeSavedSearch } from '@entente/store/saved-search/writer';
import { requireText } from '../account/text.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';

/** Each is counted whenever the list is read. */
const mostKept = 50;

export interface SavedSearches {
  /** By name. */
  list(caller: Caller): Promise<SavedSearchRow[]>;
  /**
   * @param query as JSON
   * @returns its id
   * @throws Failure `conflict` where the account keeps fifty
   */
  save(caller: Caller, search: { name: string; query: string }): Promise<string>;
  /** @throws Failure `not-found` */
  open(caller: Caller, id: string): Promise<void>;
  /** @throws Failure `not-found` */
  remove(caller: Caller, id: string): Promise<void>;
}

export function savedSearches(cell: Cell): SavedSearches {
  const { writer } = cell.database;
  const lastOf = ({ reader }: Caller): Promise<number> => cell.view(reader, (view) => view.lastEvent());
  return {
    list: ({ account }) => readSavedSearches(writer, account),

    async save(caller, { name, query }) {
      const id = cell.world.uuid();
      const seen = await lastOf(caller);
      const row = { id, account: caller.account, name: requireText(name, 'name', 100), query, seen };
      if (!(await addSavedSearch(writer, { ...row, at: cell.world.now() }, mostKept))) {
        throw new Failure('conflict', 'An account keeps fifty searches: remove one first.');
      }
      return id;
    },

    async open(caller, id) {
      requireFound(await lookedAt(writer, caller.account, id, await lastOf(caller)));
    },

    async remove({ account }, id) {
      requireFound(await removeSavedSearch(writer, account, id));
    },
  };
}

function requireFound(isFound: boolean): void {
  if (!isFound) throw new Failure('not-found', 'There is no such search.');
}
