/** Faults of the kind that leak. The tests of the property must find every one of them. */
import { accessFaults } from './access.ts';
import { bodyFaults } from './bodies.ts';
import { coalitionFaults } from './coalition.ts';
import { consultationFaults } from './consultation.ts';
import { countFaults } from './counts.ts';
import { inboxFaults } from './inbox.ts';
import { ledgerFaults } from './ledger.ts';
import type { Fault } from './plant.ts';
import { putFaults } from './puts.ts';
import { referenceFaults } from './references.ts';

export const faults: readonly Fault[] = [
  ...referenceFaults,
  ...bodyFaults,
  ...countFaults,
  ...putFaults,
  ...coalitionFaults,
  ...accessFaults,
  ...consultationFaults,
  ...inboxFaults,
  ...ledgerFaults,
];
