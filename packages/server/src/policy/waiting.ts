/**
 * Labels wider than one person of a member may give: what they are for goes in under the ceiling at once, and
 * the wider label waits for a second person.
 */
import { writeParts } from '@entente/core/label/extension';
import { printLabel, type Label } from '@entente/core/label/label';
import { addProposal } from '@entente/store/account/policy-writer';
import type { Change } from '@entente/store/change/change';
import { notify } from '@entente/store/message/writer';
import type { Hold } from '@entente/store/contribution/put';
import type { MemberPolicy } from './member-policy.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { unepoched } from './ceiling.ts';

/** Who agrees to a wider label. */
const roles = ['release-officer'];

interface Proposal {
  id: string;
  /** The label asked for, as it is stored: parts as JSON, communities without their epochs. */
  wanted: string;
  held: Label;
}

/** What waits because of one act: a proposal for each wider label. */
export class Waiting {
  private readonly proposals = new Map<string, Proposal>();
  private readonly cell: Cell;
  private readonly caller: Caller;
  private readonly policy: MemberPolicy;
  /** The import that it is about. */
  private readonly batch: string | null;

  constructor(cell: Cell, caller: Caller, policy: MemberPolicy, batch: string | null) {
    this.cell = cell;
    this.caller = caller;
    this.policy = policy;
    this.batch = batch;
  }

  /** The label that holds until a second person agrees to this one; `undefined` where none is wanted. */
  readonly hold: Hold = (label, known) => {
    const held = this.policy.hold?.(this.caller, label, known);
    if (held === undefined) return undefined;
    const wanted = JSON.stringify(writeParts(unepoched(label)));
    const proposal = this.proposals.get(wanted) ?? { id: this.cell.world.uuid(), wanted, held };
    this.proposals.set(wanted, proposal);
    return { label: held, proposal: proposal.id };
  };

  /**
   * Stores the proposals that something waits for, in the transaction that has it wait.
   * @returns whether there are new ones
   */
  async propose(change: Change): Promise<boolean> {
    const { member, account } = this.caller;
    let waits = false;
    for (const { id, wanted, held } of this.proposals.values()) {
      const isNew = await addProposal(change.client, {
        id,
        member,
        proposer: account,
        act: change.act,
        at: change.at,
        label: wanted,
        held: printLabel(held),
        batch: this.batch,
      });
      if (!isNew) continue;
      waits = true;
      await notify(change, [{ member, roles, kind: 'label-waits', about: id, params: {}, waits }]);
    }
    return waits;
  }
}
