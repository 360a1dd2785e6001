import { wishedSlot } from '@entente/store/ledger/slot';
import { appendTicks } from '@entente/store/ledger/tick';
import { appendToLogs } from '@entente/store/ledger/writer';
import type { Cell } from '../cell.ts';
import type { Duty } from '../duties.ts';
import { ledgerKeysOf } from './keys.ts';

/**
 * Brings the ledger after what happened.
 * @param seconds between two ticks of the top log
 * @param pause milliseconds between two looks: after each act would be too often
 */
export function ledgerDuty(
  { database, keys }: Pick<Cell, 'database' | 'keys'>,
  seconds: number,
  pause = 0,
): Duty {
  const { slots: key } = ledgerKeysOf(keys);
  let next = -Infinity;
  return {
    name: 'ledger',
    async run(now) {
      if (performance.now() < next) return false;
      const isMore = await appendToLogs(database.writer, (log) => wishedSlot(key, log));
      const isLate = await appendTicks(database.writer, now, { key, every: seconds * 1_000_000 });
      const isBusy = isMore || isLate;
      if (!isBusy) next = performance.now() + pause;
      return isBusy;
    },
  };
}
