/** Faults of the ledger. */
import { count, type Fault } from './plant.ts';

export const ledgerFaults: readonly Fault[] = [
  {
    name: 'a top log that grows with what others do',
    routes: /ledger\/checkpoint$/,
    isOfCompanions: true,
    plant: (ports, { cell }) => ({
      ...ports,
      ledger: {
        ...ports.ledger,
        checkpoint: async () => {
          const told = await ports.ledger.checkpoint();
          const leaves = await count(
            cell.database.writer,
            "select coalesce(sum(size), 0)::bigint as count from ledger_log where log <> 'top'",
            [],
          );
          return { ...told, size: told.size + leaves };
        },
      },
    }),
  },
];
