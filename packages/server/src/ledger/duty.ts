import { wishedSlot } from '@entente/store/ledger/slot';
import { appendTicks } from '@entente/store/ledger/tick';
import { appendToLogs } from '@entente/store/ledger/writer';
import type { Cell } from '../cell.ts';
import type { Duty } from '../duties.ts';
import { ledgerKeysOf } from './keys.ts';

/**
 * Brings the ledger after what happened.
 * @param seconds between two ticks of the top log
 */
export function ledgerDuty({ database, keys }: Pick<Cell, 'database' | 'keys'>, seconds: number): Duty {
  const { slots: key } = ledgerKeysOf(keys);
  return {
    name: 'ledger',
    async run(now) {
      const isMore = await appendToLogs(database.writer, (log) => wishedSlot(key, log));
      const isLate = await appendTicks(database.writer, now, { key, every: seconds * 1_000_000 });
      return isMore || isLate;
    },
  };
}
