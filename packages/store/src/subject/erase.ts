/**
 * Erases a member's own contributions of objects, with what is left of their content: the recall takes bodies, words,
 * references and portions; reports of imports that brought them in or name them go as well, states of submissions
 * over TAXII that name them, and what acts said of them. That there was a contribution stays (docs/adr/0016).
 */
import type { Change } from '../change/change.ts';
import { recall } from '../contribution/recall.ts';
import { eraseActContent } from '../ledger/erase.ts';
import { noteFormerReaders } from '../notice/writer.ts';

/** @returns how many contributions were erased */
export async function eraseContributions(
  change: Change,
  member: string,
  objects: readonly string[],
): Promise<number> {
  const { client } = change;
  await client.query(
    `update batch b set report = null where b.member = $1 and b.report is not null and (b.id in (
         select k.act from contribution c join change k on k.no = c.change
         where c.contributor = $1 and c.object = any($2::text[]))
       or exists (select from unnest($2::text[]) as o (object) where position(o.object in b.report) > 0))`,
    [member, objects],
  );
  await client.query(
    `delete from taxii_status s
     where exists (select from unnest($2::text[]) as o (object) where position(o.object in s.body) > 0)
       and exists (select from act a where a.member = $1 and a.actor = s.account and a.at = s.at)`,
    [member, objects],
  );
  await noteFormerReaders(change, member, objects);
  const erased = await recall(
    change,
    member,
    objects.map((object) => ({ object })),
    'erasure',
  );
  await client.query('delete from review_confirmation where member = $1 and object = any($2::text[])', [
    member,
    objects,
  ]);
  await client.query(`update consent set purpose = '' where member = $1 and object = any($2::text[])`, [
    member,
    objects,
  ]);
  await eraseActContent(change, await actsNaming(change, member, objects));
  return erased;
}

/** Acts of the member whose record names one of the objects. */
async function actsNaming(
  { client, act }: Change,
  member: string,
  objects: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select a.id from act a where a.member = $1 and a.id <> $3
       and exists (select from unnest($2::text[]) as o (object) where position(o.object in a.body) > 0)`,
    [member, objects, act],
  );
  return rows.map(({ id }) => id);
}
