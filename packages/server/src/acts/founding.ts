/**
 * A coalition that is founded as a whole, with ids that are known before: for the demonstration. In a cell at
 * work the secretary and the members do this (acts/coalition.ts), and the cell draws the ids.
 */
import { createAttribute, createCommunity, createPolicy } from '@entente/store/coalition/writer';
import { admitMember, type NewMember } from '@entente/store/coalition/writer';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';

export interface FoundingActs {
  admitMember(caller: Caller, member: NewMember): Promise<void>;
  createCommunity(caller: Caller, id: string, name: string): Promise<void>;
  /** Owned by the caller's member. */
  createPolicy(caller: Caller, id: string, name: string): Promise<void>;
  /** Owned by the caller's member. */
  createAttribute(caller: Caller, id: string, name: string): Promise<void>;
}

export function foundingActs(cell: Cell): FoundingActs {
  return {
    admitMember: (caller, member) =>
      cell.act(caller, 'member-admit', { ...member, member: member.id }, (change) =>
        admitMember(change, member),
      ),
    createCommunity: (caller, id, name) =>
      cell.act(caller, 'community-create', { community: id, name }, (change) =>
        createCommunity(change, id, name),
      ),
    createPolicy: (caller, id, name) =>
      cell.act(caller, 'policy-create', { policy: id, name }, (change) =>
        createPolicy(change, id, caller.member, name),
      ),
    createAttribute: (caller, id, name) =>
      cell.act(caller, 'attribute-create', { attribute: id, name }, (change) =>
        createAttribute(change, id, caller.member, name),
      ),
  };
}
