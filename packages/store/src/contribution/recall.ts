/** Recall: the contributor takes out what it has put in. */
import type { Change } from '../change/change.ts';
import { assertPresent } from '../coalition/rights.ts';
import { tellTakenBack } from '../consent/tell.ts';
import { takeBackEmptied } from '../consent/writer.ts';
import { noteWithdrawal, type WithdrawalKind } from '../recall/withdrawal.ts';
import { keyOfReference } from './reference.ts';
import { relinkObjects } from './relink.ts';
import { held, select, type Selected, type Selection } from './selected.ts';
import { touch } from './touch.ts';

/** Takes one's own contributions out of the cell; returns how many there were. */
export async function recall(
  change: Change,
  contributor: string,
  selection: readonly Selection[],
  kind: WithdrawalKind = 'recall',
): Promise<number> {
  return recallSelected(change, contributor, await select(change, contributor, selection), kind);
}

/** Takes out what one batch put in and is still there; returns how many contributions there were. */
export async function recallBatch(change: Change, contributor: string, batch: string): Promise<number> {
  assertPresent(change.coalition, contributor);
  const { rows } = await change.client.query<Selected>(
    `select c.id, c.object, c.contributor, c.holding, c.held, null as released from change h
     join contribution c on c.change = h.no where c.contributor = $1 and h.act = $2 order by c.id`,
    [contributor, batch],
  );
  return recallSelected(change, contributor, rows, 'recall');
}

async function recallSelected(
  change: Change,
  contributor: string,
  selected: readonly Selected[],
  kind: WithdrawalKind,
): Promise<number> {
  const ids = selected.map(({ id }) => id);
  await noteWithdrawal(change, contributor, ids, { kind });
  await touch(change, ids);
  await change.client.query(
    `insert into put_before (contributor, object) select $1, unnest($2::text[]) on conflict do nothing`,
    [contributor, selected.filter(({ held }) => held === null).map(({ object }) => object)],
  );
  await change.client.query(
    'insert into former (id, contributor, object, version) select id, contributor, object, version from contribution where id = any($1::bigint[])',
    [ids],
  );
  await change.client.query(
    `delete from reference k using contribution c, unnest(string_to_array(c.targets, ' ')) as r (target)
     where c.id = any($1::bigint[]) and k.contribution = c.id and k.key = ${keyOfReference('r.target')}`,
    [ids],
  );
  for (const table of ['ground', 'portion', 'search']) {
    await change.client.query(`delete from ${table} where contribution = any($1::bigint[])`, [ids]);
  }
  await change.client.query('delete from contribution where id = any($1::bigint[])', [ids]);
  await tellTakenBack(change, contributor, await takeBackEmptied(change, ids));
  await relinkObjects(change, held(selected));
  return selected.length;
}
