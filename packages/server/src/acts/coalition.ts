/**
 * Who belongs to the coalition and with what rights. The secretary of the host tables members and rosters;
 * clearances and attributes are granted by their owner, never by secretary or host.
 */
import { Failure } from '@entente/core/failure';
import { isStixId, typeOfId } from '@entente/core/stix/identifier';
import type { Json } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import * as writer from '@entente/store/coalition/writer';
import { actsAs, requireSecretary, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { departMember } from '../matching/partners.ts';
import { requireFounding } from './constitution.ts';

/** From when an entry of a roster reads: what is put in from now on, or all that the community ever got. */
export type ReadsFrom = 'now' | 'start';

export interface CoalitionActs {
  /** A member enters; `identity` is the STIX identity that makes it the creator of objects. */
  admitMember(
    caller: Caller,
    member: {
      name: string;
      kind: string;
      identity?: string | undefined;
      standing?: 'full' | 'observer';
    },
  ): Promise<{ id: string }>;
  /** A member leaves and loses everything at once. */
  departMember(caller: Caller, member: string): Promise<void>;
  createCommunity(caller: Caller, name: string): Promise<{ id: string }>;
  /** Puts a member or a community on a roster. */
  enterRoster(caller: Caller, community: string, entry: string, from: ReadsFrom): Promise<void>;
  leaveRoster(caller: Caller, community: string, entry: string): Promise<void>;
  /** A policy of levels, owned by the caller's member. */
  createPolicy(caller: Caller, name: string): Promise<{ id: string }>;
  grantClearance(caller: Caller, policy: string, member: string, rank: number): Promise<void>;
  /** An attribute, owned by the caller's member. */
  createAttribute(caller: Caller, name: string): Promise<{ id: string }>;
  grantAttribute(caller: Caller, attribute: string, member: string, held: boolean): Promise<void>;
}

/** @param isHost whether a member hosts the cell */
export function coalitionActs(cell: Cell, isHost: (member: string) => Promise<boolean>): CoalitionActs {
  const asSecretary = async <Result>(
    caller: Caller,
    kind: string,
    body: Json,
    work: (change: Change) => Promise<Result>,
  ): Promise<Result> => {
    await requireSecretary(caller, isHost);
    return cell.act(caller, kind, body, work);
  };
  return { ...memberActs(cell, asSecretary), ...rosterActs(cell, asSecretary), ...grantActs(cell) };
}

type AsSecretary = <Result>(
  caller: Caller,
  kind: string,
  body: Json,
  work: (change: Change) => Promise<Result>,
) => Promise<Result>;

function memberActs(
  cell: Cell,
  asSecretary: AsSecretary,
): Pick<CoalitionActs, 'admitMember' | 'departMember'> {
  return {
    admitMember(caller, { name, kind, identity: given, standing = 'full' }) {
      const id = cell.world.uuid();
      const identity = given ?? `identity--${id}`;
      if (!isStixId(identity) || typeOfId(identity) !== 'identity') {
        throw new Failure('invalid', 'identity: must be the id of a STIX identity.');
      }
      return asSecretary(
        caller,
        'member-admit',
        { member: id, name, kind, identity, standing },
        async (change) => {
          await requireFounding(change);
          if ([...change.coalition.members.values()].some((member) => member.identity === identity)) {
            throw new Failure('conflict', 'Another member has this identity.');
          }
          await writer.admitMember(change, { id, name, kind, identity, standing });
          return { id };
        },
      );
    },
    departMember: (caller, member) =>
      asSecretary(caller, 'member-depart', { member }, async (change) => {
        await requireFounding(change);
        requireMember(change, member);
        if (member === caller.member) throw new Failure('conflict', 'The host of the cell cannot leave it.');
        await departMember(change, member);
      }),
  };
}

function rosterActs(
  cell: Cell,
  asSecretary: AsSecretary,
): Pick<CoalitionActs, 'createCommunity' | 'enterRoster' | 'leaveRoster'> {
  return {
    createCommunity(caller, name) {
      const id = cell.world.uuid();
      return asSecretary(caller, 'community-create', { community: id, name }, async (change) => {
        await writer.createCommunity(change, id, name);
        return { id };
      });
    },
    enterRoster: (caller, community, entry, from) =>
      asSecretary(caller, 'roster-enter', { community, entry, from }, async (change) => {
        await requireFounding(change);
        await writer.enterRoster(change, community, entry, from === 'start' ? 0 : undefined);
      }),
    leaveRoster: (caller, community, entry) =>
      asSecretary(caller, 'roster-leave', { community, entry }, async (change) => {
        await requireFounding(change);
        const stands = change.coalition.rosters.entries.some(
          (line) => line.community === community && line.entry === entry,
        );
        if (!stands) throw new Failure('not-found', 'There is no such entry on this roster.');
        await writer.leaveRoster(change, community, entry);
      }),
  };
}

function grantActs(
  cell: Cell,
): Pick<CoalitionActs, 'createPolicy' | 'grantClearance' | 'createAttribute' | 'grantAttribute'> {
  return {
    createPolicy(caller, name) {
      requireOfficer(caller);
      const id = cell.world.uuid();
      return cell.act(caller, 'policy-create', { policy: id, name }, async (change) => {
        await writer.createPolicy(change, id, caller.member, name);
        return { id };
      });
    },
    grantClearance(caller, policy, member, rank) {
      requireOfficer(caller);
      return cell.act(caller, 'clearance-grant', { policy, member, rank }, async (change) => {
        requireOwner(caller, change.coalition.policies.get(policy));
        requireMember(change, member);
        await writer.grantClearance(change, policy, member, rank);
      });
    },
    createAttribute(caller, name) {
      requireOfficer(caller);
      const id = cell.world.uuid();
      return cell.act(caller, 'attribute-create', { attribute: id, name }, async (change) => {
        await writer.createAttribute(change, id, caller.member, name);
        return { id };
      });
    },
    grantAttribute(caller, attribute, member, held) {
      requireOfficer(caller);
      return cell.act(caller, 'attribute-grant', { attribute, member, held }, async (change) => {
        requireOwner(caller, change.coalition.attributes.get(attribute));
        requireMember(change, member);
        await writer.grantAttribute(change, attribute, member, held);
      });
    },
  };
}

/** Whoever grants decides who sees what is labelled so, and would grant a narrower class of its own member more. */
function requireOfficer(caller: Caller): void {
  requireWhole(caller);
  if (actsAs(caller, 'release-officer', 'label') || actsAs(caller, 'administrator')) return;
  throw new Failure('forbidden', 'A release officer or an administrator of the member does this.');
}

/** Policies and attributes are known to all members, so refusing tells nothing. */
function requireOwner(caller: Caller, owner: string | undefined): void {
  if (owner === undefined) throw new Failure('not-found', 'There is no such policy or attribute.');
  if (owner !== caller.member) throw new Failure('forbidden', 'Its owner alone grants it.');
}

function requireMember(change: Change, member: string): void {
  if (change.coalition.members.get(member)?.departed !== false) {
    throw new Failure('not-found', 'There is no such member.');
  }
}
