/** Writes what a member lays down for its own accounts, and labels that wait for a second person. */
import type { PoolClient } from 'pg';

/** @param ceiling parts of a label as JSON; null for none */
export async function setPolicy(
  client: PoolClient,
  member: string,
  ceiling: string | null,
  secondPerson: boolean,
): Promise<void> {
  await client.query(
    `insert into member_policy (member, ceiling, second_person) values ($1, $2, $3)
     on conflict (member) do update set ceiling = excluded.ceiling, second_person = excluded.second_person`,
    [member, ceiling, secondPerson],
  );
}

/** @param label parts of a label as JSON; null takes the default away */
export async function setSourceLabel(
  client: PoolClient,
  member: string,
  source: string,
  label: string | null,
): Promise<void> {
  if (label === null) {
    await client.query('delete from source_label where member = $1 and source = $2', [member, source]);
    return;
  }
  await client.query(
    `insert into source_label (member, source, label) values ($1, $2, $3)
     on conflict (member, source) do update set label = excluded.label`,
    [member, source, label],
  );
}

export interface NewProposal {
  id: string;
  member: string;
  proposer: string;
  act: string;
  at: number;
  label: string;
  held: string;
  batch: string | null;
}

/** Adds a proposal that something waits for, once; whether it is new. */
export async function addProposal(client: PoolClient, proposal: NewProposal): Promise<boolean> {
  const { id, member, proposer, act, at, label, held, batch } = proposal;
  const { rowCount } = await client.query(
    `insert into label_proposal (id, member, proposer, act, at, label, held, batch)
     select $1, $2, $3, $4, $5, $6, $7, $8 where exists (
       select from holding h join contribution c on c.holding = h.id where h.proposal = $1)
     on conflict (id) do nothing`,
    [id, member, proposer, act, at, label, held, batch],
  );
  return rowCount !== 0;
}

/** Notes how a proposal was decided. */
export async function decideProposal(
  client: PoolClient,
  id: string,
  decision: { by: string; at: number; approved: boolean },
): Promise<void> {
  await client.query(
    'update label_proposal set decided_by = $2, decided_at = $3, approved = $4 where id = $1',
    [id, decision.by, decision.at, decision.approved],
  );
}
