/** What a member laid down for its own accounts, and its labels that wait for a second person. */
import type { Queryable } from '../database/queryable.ts';

export interface PolicyRow {
  /** Parts of a label as JSON. */
  ceiling: string | null;
  secondPerson: boolean;
  /** Source → parts of a label as JSON. */
  defaults: Record<string, string>;
}

/** The policy of a member; without one, no ceiling and no defaults. */
export async function readPolicy(client: Queryable, member: string): Promise<PolicyRow> {
  const { rows } = await client.query<PolicyRow>(
    `select p.ceiling, coalesce(p.second_person, false) as "secondPerson",
       (select coalesce(json_object_agg(source, label), '{}') from source_label where member = $1) as defaults
     from (select) as one left join member_policy p on p.member = $1`,
    [member],
  );
  return rows[0] as PolicyRow;
}

export interface ProposalRow {
  id: string;
  proposer: string;
  at: number;
  /** Parts of the label that is asked for, as JSON. */
  label: string;
  /** Print of the label that holds until then. */
  held: string;
  /** The import of which it is about a part or the whole. */
  batch: string | null;
  /** How many contributions wait for it. */
  contributions: number;
}

const undecided = `select p.id, p.proposer, p.at, p.label, p.held, p.batch, (
    select count(*) from holding h join contribution c on c.holding = h.id where h.proposal = p.id
  ) as contributions
  from label_proposal p where p.member = $1 and p.decided_at is null`;

/** The proposals of a member that nobody has decided and something waits for, oldest first. */
export async function readProposals(client: Queryable, member: string): Promise<ProposalRow[]> {
  const { rows } = await client.query<ProposalRow>(
    `select * from (${undecided}) p where contributions > 0 order by at, id`,
    [member],
  );
  return rows;
}

/** One proposal of a member that nobody has decided. */
export async function readProposal(
  client: Queryable,
  member: string,
  id: string,
): Promise<ProposalRow | undefined> {
  const { rows } = await client.query<ProposalRow>(`${undecided} and p.id = $2`, [member, id]);
  return rows[0];
}

/** A contribution that waits for a proposal; `version` is as the store keeps it, in microseconds. */
export interface WaitingItem {
  object: string;
  type: string;
  version: number;
  timed: boolean;
}

/** What waits for a proposal, in the order in which it was put in, behind one of it. */
export async function readWaiting(
  client: Queryable,
  member: string,
  proposal: string,
  after: { object: string; version: number } | undefined,
  limit: number,
): Promise<WaitingItem[]> {
  const { rows } = await client.query<WaitingItem>(
    `with waiting as (select c.id, c.object, c.type, c.version, c.timed from holding h
       join contribution c on c.holding = h.id where h.contributor = $1 and h.proposal = $2)
     select object, type, version, timed from waiting
     where id > coalesce((select max(id) from waiting where object = $3 and version = $4), 0)
     order by id limit $5`,
    [member, proposal, after?.object ?? null, after?.version ?? null, limit],
  );
  return rows;
}
