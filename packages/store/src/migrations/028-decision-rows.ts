/**
 * What a board shows of a decision, as columns: texts and electorates are long, receipts many, and a row wants a heading
 * and numbers alone.
 */
import type { Content } from '@entente/core/decision/content';
import type { MigrationClient } from '../database/migrate.ts';

const columns = `
-- JSON: purpose, title and the kind of effect of the version that stands. Not reckoned here: a text may hold what the
-- database's own JSON does not.
alter table decision add column heading text not null default '';
alter table decision
  add column began bigint generated always as ((body::jsonb #>> '{period,from}')::bigint) stored,
  add column expiry bigint generated always as ((body::jsonb #>> '{period,expiry}')::bigint) stored,
  add column voices integer not null generated always as (jsonb_array_length(body::jsonb -> 'electors')) stored,
  add column broken_by integer not null generated always as (jsonb_array_length(body::jsonb -> 'objectors')) stored,
  -- When the version that stands was put to the members; null for a draft.
  add column put_at bigint,
  -- How many members with a voice have opened the version that stands.
  add column seen_by integer not null default 0;
-- Whether an account of the member has opened the version.
alter table decision_voice add column seen boolean not null default false;

update decision_voice v set seen = true where exists (select from decision_receipt r
  where r.decision = v.decision and r.version = v.version and r.member = v.member);
update decision d set
  put_at = (select max(s.at) from decision_step s
    where s.decision = d.id and s.version = d.version and s.kind in ('tabled', 'revised')),
  seen_by = (select count(*) from decision_voice v
    where v.decision = d.id and v.version = d.version and v.voice and v.seen);
`;

export async function decisionRows(client: MigrationClient): Promise<void> {
  await client.query(columns);
  const { rows } = await client.query('select id, content from decision');
  for (const { id, content } of rows as { id: string; content: string }[]) {
    const { purpose, title, effect } = JSON.parse(content) as Content;
    const heading = JSON.stringify({ purpose, title, effect: effect.kind });
    await client.query('update decision set heading = $2 where id = $1', [id, heading]);
  }
  await client.query('alter table decision alter column heading drop default');
}
