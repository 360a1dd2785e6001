import { expect, it } from 'vitest';
import { agreementState, type AgreementTimes } from './agreement.ts';

const open: AgreementTimes = {
  proposer: 'a',
  inForceAt: null,
  endedAt: null,
  endedBy: null,
};

it('is proposed, then in force, until either ends it or leaves the cell', () => {
  expect(agreementState(open)).toBe('proposed');
  expect(agreementState({ ...open, inForceAt: 1 })).toBe('in-force');
  expect(agreementState({ ...open, inForceAt: 1, endedAt: 2, endedBy: 'b' })).toBe('ended');
  expect(agreementState({ ...open, endedAt: 2 })).toBe('ended');
});

it('is declined by the other member alone; whoever proposed it takes it back', () => {
  expect(agreementState({ ...open, endedAt: 2, endedBy: 'b' })).toBe('declined');
  expect(agreementState({ ...open, endedAt: 2, endedBy: 'a' })).toBe('ended');
});
