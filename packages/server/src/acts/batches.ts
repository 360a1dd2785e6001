/** Batches: what one import put in, listed, inspected and undone. */
import { Failure } from '@entente/core/failure';
import {
  findBatch,
  listBatches,
  readBatchPage,
  type BatchItem,
  type BatchRow,
} from '@entente/store/batch/reader';
import { closeUndone } from '@entente/store/batch/writer';
import { recallBatch } from '@entente/store/contribution/recall';
import { requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';

export type { BatchItem, BatchRow } from '@entente/store/batch/reader';

/** A batch with its report, as JSON text. */
export type BatchDetail = BatchRow & { report: string | null };

export interface BatchActs {
  /** The member's batches, newest first, before a moment (microseconds). */
  list(caller: Caller, before: number, limit: number): Promise<BatchRow[]>;
  /** @throws Failure `not-found` */
  find(caller: Caller, id: string): Promise<BatchDetail>;
  /** What of a batch is still there, in the order of the input, behind one of it. */
  contributions(
    caller: Caller,
    id: string,
    after: BatchItem | undefined,
    limit: number,
  ): Promise<BatchItem[]>;
  /** Recalls what a batch put in; how many contributions that were. */
  undo(caller: Caller, id: string): Promise<number>;
}

export function batchActs(cell: Cell): BatchActs {
  const { writer: client } = cell.database;
  const find = async (caller: Caller, id: string): Promise<BatchDetail> => {
    requireWhole(caller);
    const batch = await findBatch(client, caller.member, id);
    if (batch === undefined) throw noSuch();
    return batch;
  };
  return {
    list: async (caller, before, limit) => {
      requireWhole(caller);
      return listBatches(client, caller.member, before, limit);
    },
    find,
    contributions: async (caller, id, after, limit) => {
      await find(caller, id);
      return readBatchPage(client, caller.member, id, after, limit);
    },
    undo: async (caller, id) => {
      requireWhole(caller);
      return cell.act(caller, 'undo', { batch: id }, async (change) => {
        const batch = await findBatch(change.client, caller.member, id);
        if (batch === undefined) throw noSuch();
        if (batch.state === 'running') throw new Failure('conflict', 'This batch is still being put in.');
        if (batch.state === 'undone') throw new Failure('conflict', 'This batch was undone before.');
        const recalled = await recallBatch(change, caller.member, id);
        await closeUndone(change, id);
        return recalled;
      });
    },
  };
}

const noSuch = (): Failure => new Failure('not-found', 'There is no such batch.');
