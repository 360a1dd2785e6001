/** Imports as members make them: with the member's default label for the source, and its ceiling. */
import { requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { Waiting } from '../policy/waiting.ts';
import { importFile, type ImportCommand } from '../ingest/import.ts';
import type { ImportReport } from '../ingest/import-report.ts';
import type { PolicyReader } from '../policy/member-policy.ts';

export type { ImportFormat } from '../ingest/format.ts';
export type { ImportReport } from '../ingest/import-report.ts';

export type ImportOrder = Omit<ImportCommand, 'default' | 'date' | 'refuse' | 'waiting'>;

export interface ImportActs {
  bringIn(caller: Caller, order: ImportOrder): Promise<ImportReport>;
}

/** @param policyOf reads what the caller's member laid down */
export function importActs(cell: Cell, policyOf: PolicyReader): ImportActs {
  return {
    async bringIn(caller, order) {
      requireWhole(caller);
      const policy = await policyOf(caller.member);
      return importFile(cell, caller, {
        ...order,
        default: policy.defaultFor(order.name),
        date: policy.date,
        refuse: (label) => policy.refuse(caller, label),
        waiting: (batch) => new Waiting(cell, caller, policy, batch),
      });
    },
  };
}
