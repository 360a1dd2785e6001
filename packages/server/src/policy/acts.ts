/** A member's own policy for its accounts, and the second person's word on labels that wait. */
import { Failure } from '@entente/core/failure';
import { writeParts } from '@entente/core/label/extension';
import { parseLabel, type LabelParts } from '@entente/core/label/label';
import { resolveLabel } from '@entente/core/label/resolve';
import type { Change } from '@entente/store/change/change';
import {
  isBatchHeld,
  readPolicy,
  readProposal,
  readProposals,
  readStillHeld,
  type ProposalRow,
} from '@entente/store/account/policy-reader';
import { decideProposal, setPolicy, setSourceLabel } from '@entente/store/account/policy-writer';
import { knownTo } from '@entente/store/coalition/rights';
import { relabel, relabelBatch, type Selection } from '@entente/store/contribution/relabel';
import { requireAdministrator, actsAs } from '../account/rights.ts';
import { requireText } from '../account/text.ts';
import type { MemberPolicy } from '../acts/contributions.ts';
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
  /** The whole batch where it is set; else the contributions. */
  batch: string | undefined;
  selection: Selection[];
}

export interface PolicyActs {
  getPolicy(caller: Caller): Promise<PolicyInfo>;
  /** By the administrator; `ceiling: null` takes it away. Only levels, all and any make a ceiling. */
  setPolicy(caller: Caller, policy: { ceiling: LabelParts | null; secondPerson: boolean }): Promise<void>;
  /** By an administrator or release officer; `null` takes the default away. */
  setDefault(caller: Caller, source: string, label: LabelParts | null): Promise<void>;
  /** Those of the member that nobody has decided, oldest first. */
  listProposals(caller: Caller): Promise<ProposalInfo[]>;
  /**
   * By a release officer other than the proposer. What was relabelled or recalled since the proposal is left
   * as it is. @returns how many contributions were relabelled; 1 for a batch
   */
  approveProposal(caller: Caller, id: string): Promise<number>;
  /** By a release officer, or by the proposer, who takes it back. */
  refuseProposal(caller: Caller, id: string): Promise<void>;
}

/** Reads what a member laid down. */
export const policyReader =
  (cell: Cell) =>
  async (member: string): Promise<MemberPolicy> =>
    memberPolicy(member, await readPolicy(cell.database.writer, member));

export function policyActs(cell: Cell): PolicyActs {
  const { writer } = cell.database;
  return {
    async getPolicy({ member }) {
      const { ceiling, secondPerson, defaults } = await readPolicy(writer, member);
      const labels = Object.entries(defaults).map(([source, text]) => [source, parseParts(text)] as const);
      return {
        ceiling: ceiling === null ? undefined : parseParts(ceiling),
        secondPerson,
        defaults: Object.fromEntries(labels),
      };
    },

    async setPolicy(caller, { ceiling, secondPerson }) {
      requireAdministrator(caller);
      const parts = ceiling === null ? null : requireCeiling(ceiling);
      const body = { ceiling: parts, 'second-person': secondPerson };
      await cell.act(caller, 'policy-set', body, async ({ client, coalition }) => {
        if (ceiling !== null) requireKnown(ceiling, knownTo(coalition, caller.member));
        await setPolicy(client, caller.member, parts && JSON.stringify(parts), secondPerson);
      });
    },

    async setDefault(caller, source, label) {
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

    async listProposals({ member }) {
      return (await readProposals(writer, member)).map(proposalInfo);
    },

    approveProposal: (caller, id) =>
      cell.act(caller, 'label-approve', { proposal: id }, async (change) => {
        const proposal = await requireProposal(change, caller, id);
        if (!isReleaseOfficer(caller) || proposal.proposer === caller.account) {
          throw new Failure('forbidden', 'A release officer other than the proposer does this.');
        }
        await decideProposal(change.client, id, { by: caller.account, at: change.at, approved: true });
        return apply(change, caller.member, proposal);
      }),

    refuseProposal: (caller, id) =>
      cell.act(caller, 'label-refuse', { proposal: id }, async (change) => {
        const proposal = await requireProposal(change, caller, id);
        if (!isReleaseOfficer(caller) && proposal.proposer !== caller.account) {
          throw new Failure('forbidden', 'A release officer or the proposer does this.');
        }
        await decideProposal(change.client, id, { by: caller.account, at: change.at, approved: false });
      }),
  };
}

const isReleaseOfficer = (caller: Caller): boolean => actsAs(caller, 'release-officer', 'label');

function requireCeiling(parts: LabelParts) {
  const { levels: _levels, all: _all, any: _any, ...others } = writeParts(parts);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Failure('invalid', `ceiling: ${other} is no part of a ceiling.`);
  return writeParts(parts);
}

async function requireProposal({ client }: Change, { member }: Caller, id: string): Promise<ProposalRow> {
  const proposal = await readProposal(client, member, id);
  if (proposal === undefined) throw new Failure('not-found', 'There is no such proposal.');
  return proposal;
}

/** Gives the label that was asked for, at the epochs of this moment, to what is still held for it. */
async function apply(change: Change, member: string, proposal: ProposalRow): Promise<number> {
  const known = knownTo(change.coalition, member);
  const parts = parseParts(proposal.label);
  requireKnown(parts, known);
  const label = resolveLabel(member, [parts], {}, known);
  const { batch, held } = proposal;
  if (batch === null) {
    const selection = JSON.parse(proposal.selection) as Selection[];
    return relabel(change, member, await readStillHeld(change.client, member, selection, held), label);
  }
  if (!(await isBatchHeld(change.client, member, batch, held))) {
    throw new Failure('conflict', 'This batch was relabelled since: propose it anew.');
  }
  await relabelBatch(change, member, batch, label);
  return 1;
}

const proposalInfo = ({ id, proposer, at, label, held, batch, selection }: ProposalRow): ProposalInfo => ({
  id,
  proposer,
  at,
  label: parseParts(label),
  held: unepoched(parseLabel(held)),
  batch: batch ?? undefined,
  selection: JSON.parse(selection) as Selection[],
});
