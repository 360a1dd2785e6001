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
  act: string;
  at: number;
  /** Parts of the label that is asked for, as JSON. */
  label: string;
  /** Print of the label that holds until then. */
  held: string;
  /** JSON: objects, with versions in microseconds. */
  selection: string;
  batch: string | null;
}

const proposalColumns = 'id, proposer, act, at, label, held, selection, batch';

/** The proposals of a member that nobody has decided, oldest first. */
export async function readProposals(client: Queryable, member: string): Promise<ProposalRow[]> {
  const { rows } = await client.query<ProposalRow>(
    `select ${proposalColumns} from label_proposal where member = $1 and decided_at is null order by at, id`,
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
  const { rows } = await client.query<ProposalRow>(
    `select ${proposalColumns} from label_proposal where member = $1 and id = $2 and decided_at is null`,
    [member, id],
  );
  return rows[0];
}

/** What a contributor put in by one change, with the label that it has: object, version and label's print. */
export async function readWritten(
  client: Queryable,
  contributor: string,
  change: number,
): Promise<{ object: string; version: number; label: string }[]> {
  const { rows } = await client.query<{ object: string; version: number; label: string }>(
    `select c.object, c.version, l.body as label from contribution c
     join holding h on h.id = c.holding join label l on l.id = h.label
     where c.change = $1 and c.contributor = $2 order by c.id`,
    [change, contributor],
  );
  return rows;
}

/** Versions among these that still have just this label. What was relabelled meanwhile is left out. */
export async function readStillHeld(
  client: Queryable,
  contributor: string,
  selection: readonly { object: string; version?: number | undefined }[],
  held: string,
): Promise<{ object: string; version: number }[]> {
  const { rows } = await client.query<{ object: string; version: number }>(
    `select c.object, c.version from unnest($2::text[], $3::bigint[]) as s (object, version)
     join contribution c on c.object = s.object and (s.version is null or c.version = s.version)
     join holding h on h.id = c.holding join label l on l.id = h.label
     where c.contributor = $1 group by c.object, c.version having bool_and(l.body = $4)
     order by min(c.id)`,
    [
      contributor,
      selection.map(({ object }) => object),
      selection.map(({ version }) => version ?? null),
      held,
    ],
  );
  return rows;
}

/** Whether all that a batch still holds together has just this label. */
export async function isBatchHeld(
  client: Queryable,
  contributor: string,
  batch: string,
  held: string,
): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean | null }>(
    `select bool_and(l.body = $3) as held from holding h join label l on l.id = h.label
     where h.contributor = $1 and h.batch = $2 and exists (select from contribution c where c.holding = h.id)`,
    [contributor, batch, held],
  );
  return rows[0]?.held === true;
}
