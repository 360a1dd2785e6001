/** Agreements on hit/no-hit: proposed by an administrator of one member, accepted or declined by one of the other. */
import { Failure } from '@entente/core/failure';
import { agreementState, type AgreementSide } from '@entente/core/matching/agreement';
import type { Terms } from '@entente/core/matching/answer';
import type { Json } from '@entente/core/stix/types';
import { assertPresent } from '@entente/store/coalition/rights';
import { listAgreements } from '@entente/store/matching/reader';
import type { AgreementRow } from '@entente/store/matching/types';
import { acceptAgreement, addAgreement, endAgreement } from '@entente/store/matching/writer';
import { settleMessages } from '@entente/store/message/writer';
import { requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { dayOf, otherMember, requireAgreement, requireKey, requireSpeaker, sideOf } from './party.ts';
import { tellOfAgreement } from './tell.ts';

export interface Proposal extends Terms {
  /** The other one. */
  member: string;
  /** What the caller's member is. */
  side: AgreementSide;
  learnsFirst: AgreementSide;
  /** Of the caller's gateway. */
  key: string;
}

/** Each throws Failure `not-found` alike for what is others’ and what there never was. */
export interface AgreementActs {
  list(caller: Caller): Promise<AgreementRow[]>;
  find(caller: Caller, id: string): Promise<AgreementRow>;
  /** @throws Failure `invalid` naming the place */
  propose(caller: Caller, proposal: Proposal): Promise<AgreementRow>;
  /** By the member that did not propose it. @throws Failure `conflict` where it does not wait for that */
  accept(caller: Caller, id: string, key: string): Promise<AgreementRow>;
  /** By either. @throws Failure `conflict` where it is over */
  end(caller: Caller, id: string): Promise<void>;
}

export function agreementActs(cell: Cell): AgreementActs {
  const { writer } = cell.database;
  const find = (member: string, id: string): Promise<AgreementRow> =>
    requireAgreement(writer, member, id, cell.world.now());
  return {
    async list(caller) {
      requireWhole(caller);
      return listAgreements(writer, caller.member, dayOf(cell.world.now()));
    },
    async find(caller, id) {
      requireWhole(caller);
      return find(caller.member, id);
    },
    async propose(caller, proposal) {
      requireSpeaker(caller);
      const id = cell.world.uuid();
      await propose(cell, caller, id, proposal);
      return find(caller.member, id);
    },
    async accept(caller, id, key) {
      requireSpeaker(caller);
      await accept(cell, caller, await find(caller.member, id), key);
      return find(caller.member, id);
    },
    async end(caller, id) {
      requireSpeaker(caller);
      await find(caller.member, id);
      await cell.act(caller, 'matching-end', { agreement: id }, async (change) => {
        const { member } = caller;
        assertPresent(change.coalition, member);
        const row = await requireAgreement(change.client, member, id, change.at);
        if (row.endedAt !== null) throw new Failure('conflict', 'This agreement has ended already.');
        await endAgreement(change, id, member);
        await tellOfAgreement(change, 'matching-ended', id, { from: member, to: otherMember(row, member) });
      });
    },
  };
}

async function propose(cell: Cell, caller: Caller, id: string, proposal: Proposal): Promise<void> {
  const { member: other, side, key, purposes, keysADay, smallestBatch, learnsFirst } = proposal;
  requireKey(key);
  if (smallestBatch > keysADay) {
    throw new Failure('invalid', 'smallestBatch: is more than may be sent in a day.');
  }
  const body = { agreement: id, with: other, side, key, ...written(proposal) };
  await cell.act(caller, 'matching-propose', body, async (change) => {
    const { member } = caller;
    assertPresent(change.coalition, member);
    if (other === member || change.coalition.members.get(other)?.departed !== false) {
      throw new Failure('invalid', 'member: names no other member of this cell.');
    }
    const [asker, owner] = side === 'asker' ? [member, other] : [other, member];
    const keys = side === 'asker' ? { askerKey: key, ownerKey: null } : { askerKey: null, ownerKey: key };
    const terms = { purposes, keysADay, smallestBatch, learnsFirst };
    await addAgreement(change, { id, proposer: member, asker, owner, ...terms, ...keys });
    await tellOfAgreement(change, 'matching-proposed', id, { from: member, to: other });
  });
}

async function accept(cell: Cell, caller: Caller, found: AgreementRow, key: string): Promise<void> {
  requireKey(key);
  if (key === found.askerKey || key === found.ownerKey) {
    throw new Failure('invalid', 'key: is the key of the other gateway.');
  }
  const { id } = found;
  const { member } = caller;
  const side = sideOf(found, member);
  const keys = side === 'asker' ? { askerKey: key } : { ownerKey: key };
  const both = { askerKey: found.askerKey, ownerKey: found.ownerKey, ...keys };
  const body = { agreement: id, with: otherMember(found, member), side, ...both, ...written(found) };
  await cell.act(caller, 'matching-accept', body, async (change) => {
    assertPresent(change.coalition, member);
    const row = await requireAgreement(change.client, member, id, change.at);
    if (row.proposer === member) throw new Failure('forbidden', 'The other member accepts this.');
    if (agreementState(row) !== 'proposed') {
      throw new Failure('conflict', 'This agreement does not wait to be accepted.');
    }
    await acceptAgreement(change, id, side, key);
    await settleMessages(change, id);
    await tellOfAgreement(change, 'matching-accepted', id, { from: member, to: row.proposer });
  });
}

/** Terms as they stand in the ledgers of both. */
const written = ({
  purposes,
  keysADay,
  smallestBatch,
  learnsFirst,
}: Terms & { learnsFirst: AgreementSide }): Record<string, Json> => ({
  purposes: [...purposes],
  keysADay,
  smallestBatch,
  learnsFirst,
});
