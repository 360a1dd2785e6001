/** A member's own policy for its accounts, and the second person's word on labels that wait. */
import { Failure } from '@entente/core/failure';
import { writeParts } from '@entente/core/label/extension';
import { parseLabel, type Label, type LabelParts } from '@entente/core/label/label';
import { resolveLabel } from '@entente/core/label/resolve';
import type { Change } from '@entente/store/change/change';
import {
  readPolicy,
  readProposal,
  readProposals,
  readWaiting,
  type ProposalRow,
  type WaitingItem,
} from '@entente/store/account/policy-reader';
import { decideProposal, setPolicy, setSourceLabel } from '@entente/store/account/policy-writer';
import { readReviewRules } from '@entente/store/review/reader';
import { settleMessages } from '@entente/store/message/writer';
import type { Queryable } from '@entente/store/database/queryable';
import { knownTo } from '@entente/store/coalition/rights';
import { findBatch } from '@entente/store/batch/reader';
import { relabelProposed } from '@entente/store/contribution/relabel';
import { requireAdministrator, requireWhole, requireWord, actsAs } from '../account/rights.ts';
import { requireText } from '../account/text.ts';
import type { PolicyReader } from './member-policy.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { memberPolicy, parseParts, requireKnown, unepoched } from './ceiling.ts';

/** What a member laid down for its accounts. */
export interface PolicyInfo {
  /** Analysts release nothing wider; `undefined`: no ceiling. No audience in it: the member alone. */
  ceiling: LabelParts | undefined;
  /** Whether anything wider waits for a second person, whoever asks for it. */
  secondPerson: boolean;
  /** Source → default label; `*` for sources without one of their own. */
  defaults: Record<string, LabelParts>;
}

/** A label that waits for a second person. */
export interface ProposalInfo {
  id: string;
  /** The account that asked for it. */
  proposer: string;
  /** Microseconds. */
  at: number;
  /** The label asked for. Communities without epoch. */
  label: LabelParts;
  /** The label that holds until then. */
  held: LabelParts;
  /** The import of which it is about a part or the whole. */
  batch: string | undefined;
  /** How many contributions wait for it. */
  contributions: number;
}

export type { WaitingItem } from '@entente/store/account/policy-reader';

/**
 * For accounts that see all that their member sees: sources, their labels and what waits are the whole member's, and
 * who lays down how wide it releases decides on what a narrower account may not see.
 * Each throws Failure `forbidden` to a narrower account, whatever there is.
 */
export interface PolicyActs {
  getPolicy(caller: Caller): Promise<PolicyInfo>;
  /** By the administrator; `ceiling: null` takes it away. Only levels, all and any make a ceiling. */
  setPolicy(caller: Caller, policy: { ceiling: LabelParts | null; secondPerson: boolean }): Promise<void>;
  /** By an administrator or release officer; `null` takes the default away. */
  setDefault(caller: Caller, source: string, label: LabelParts | null): Promise<void>;
  /** Those of the member that nobody has decided, oldest first. */
  listProposals(caller: Caller): Promise<ProposalInfo[]>;
  /** @throws Failure `not-found` */
  findProposal(caller: Caller, id: string): Promise<ProposalInfo>;
  /** What waits for a proposal, in the order in which it was put in, behind one of it. */
  waitingFor(
    caller: Caller,
    id: string,
    after: { object: string; version: number } | undefined,
    limit: number,
  ): Promise<WaitingItem[]>;
  /**
   * By a release officer other than the proposer. What was relabelled or recalled since the proposal is left
   * as it is. @returns how many contributions were relabelled
   */
  approveProposal(caller: Caller, id: string): Promise<number>;
  /** By a release officer, or by the proposer, who takes it back. */
  refuseProposal(caller: Caller, id: string): Promise<void>;
}

export const policyReader =
  (cell: Cell): PolicyReader =>
  async (member, client = cell.database.writer) =>
    memberPolicy(member, await readPolicy(client, member), await readReviewRules(client, member));

export function policyActs(cell: Cell): PolicyActs {
  const { writer } = cell.database;
  return {
    async getPolicy(caller) {
      requireWhole(caller);
      const { ceiling, secondPerson, defaults } = await readPolicy(writer, caller.member);
      const labels = Object.entries(defaults).map(([source, text]) => [source, parseParts(text)] as const);
      return {
        ceiling: ceiling === null ? undefined : parseParts(ceiling),
        secondPerson,
        defaults: Object.fromEntries(labels),
      };
    },

    async setPolicy(caller, { ceiling, secondPerson }) {
      requireWhole(caller);
      requireAdministrator(caller);
      const parts = ceiling === null ? null : requireCeiling(ceiling);
      const body = { ceiling: parts, 'second-person': secondPerson };
      await cell.act(caller, 'policy-set', body, async ({ client, coalition }) => {
        if (ceiling !== null) requireKnown(ceiling, knownTo(coalition, caller.member));
        await setPolicy(client, caller.member, parts && JSON.stringify(parts), secondPerson);
      });
    },

    async setDefault(caller, source, label) {
      requireWhole(caller);
      if (!isReleaseOfficer(caller)) requireAdministrator(caller);
      const name = requireText(source, 'source', 200);
      const parts = label === null ? null : writeParts(label);
      await cell.act(
        caller,
        'policy-default',
        { source: name, label: parts },
        async ({ client, coalition }) => {
          if (label !== null) requireKnown(label, knownTo(coalition, caller.member));
          await setSourceLabel(client, caller.member, name, parts && JSON.stringify(parts));
        },
      );
    },

    async listProposals(caller) {
      requireWhole(caller);
      return (await readProposals(writer, caller.member)).map(proposalInfo);
    },

    async findProposal(caller, id) {
      requireWhole(caller);
      return proposalInfo(await requireProposal(writer, caller, id));
    },

    async waitingFor(caller, id, after, limit) {
      requireWhole(caller);
      await requireProposal(writer, caller, id);
      return readWaiting(writer, caller.member, id, after, limit);
    },

    async approveProposal(caller, id) {
      requireWhole(caller);
      requireWord(caller);
      return cell.act(caller, 'label-approve', { proposal: id }, async (change) => {
        const proposal = await requireProposal(change.client, caller, id);
        if (!isReleaseOfficer(caller) || proposal.proposer === caller.account) {
          throw new Failure('forbidden', 'A release officer other than the proposer does this.');
        }
        await requireEnded(change, caller.member, proposal);
        await decideProposal(change.client, id, { by: caller.account, at: change.at, approved: true });
        await settleMessages(change, id);
        return relabelProposed(change, caller.member, id, agreedLabel(change, caller.member, proposal));
      });
    },

    async refuseProposal(caller, id) {
      requireWhole(caller);
      await cell.act(caller, 'label-refuse', { proposal: id }, async (change) => {
        const proposal = await requireProposal(change.client, caller, id);
        if (!isReleaseOfficer(caller) && proposal.proposer !== caller.account) {
          throw new Failure('forbidden', 'A release officer or the proposer does this.');
        }
        await decideProposal(change.client, id, { by: caller.account, at: change.at, approved: false });
        await settleMessages(change, id);
      });
    },
  };
}

const isReleaseOfficer = (caller: Caller): boolean => actsAs(caller, 'release-officer', 'label');

function requireCeiling(parts: LabelParts) {
  const { levels: _levels, all: _all, any: _any, ...others } = writeParts(parts);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Failure('invalid', `ceiling: ${other} is no part of a ceiling.`);
  return writeParts(parts);
}

async function requireProposal(client: Queryable, { member }: Caller, id: string): Promise<ProposalRow> {
  const proposal = await readProposal(client, member, id);
  if (proposal === undefined) throw new Failure('not-found', 'There is no such proposal.');
  return proposal;
}

/** Nobody agrees to what is not all there yet. */
async function requireEnded({ client }: Change, member: string, { batch }: ProposalRow): Promise<void> {
  if (batch === null || (await findBatch(client, member, batch))?.state !== 'running') return;
  throw new Failure('conflict', 'This import is still being put in.');
}

/** The label that was asked for, at the epochs of this moment. */
function agreedLabel({ coalition }: Change, member: string, proposal: ProposalRow): Label {
  const known = knownTo(coalition, member);
  const parts = parseParts(proposal.label);
  requireKnown(parts, known);
  return resolveLabel(member, [parts], {}, known);
}

const proposalInfo = ({
  id,
  proposer,
  at,
  label,
  held,
  batch,
  contributions,
}: ProposalRow): ProposalInfo => ({
  id,
  proposer,
  at,
  label: parseParts(label),
  held: unepoched(parseLabel(held)),
  batch: batch ?? undefined,
  contributions,
});
