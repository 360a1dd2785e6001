/** Who may know of a decision, and of which of its versions. */
import type { Queryable } from '../database/queryable.ts';

/**
 * SQL: whether a member may still know how a text `d` goes on. Whose silence over it was broken and is no more in the
 * community has come to its end: what the community does next it would see by losing the text. Where nobody ever was in
 * the community, those whom it was put to are to found it.
 */
const goesOnFor = (member: string): string => `(d.community is null
  or not exists (select from decision_step b where b.decision = d.id and b.version = d.version and b.kind = 'broken')
  or not exists (select from roster f where f.community = d.community)
    and not exists (select from roster_past f where f.community = d.community)
  or ${member} in (with recursive within as (
      select entry from roster where community = d.community
      union select r.entry from roster r join within w on r.community = w.entry)
    select entry from within))`;

export const goesOn = goesOnFor('$1');

/**
 * Whether a row is for the asker ($1: member, $2: whether as secretary), who has to be there with all its rights: who
 * was told of a version is told nothing of the next one that is not put to it.
 */
export const isFor = isForWhere(`exists (select from decision_voice v
    where v.decision = d.id and v.member = $1 and v.version = d.version)`);

/** The same where the asker's line for the version that stands is joined as `mine`. */
export const isForMine = isForWhere('mine.member is not null');

function isForWhere(wasPut: string): string {
  return `exists (select from member m where m.id = $1 and m.departed_at is null and m.suspended_at is null)
    and ($2 or ${wasPut} and ${goesOn})`;
}

/** Whether the version of a line `s` of a record was put to a member. */
export const wasPutTo = (member: string, voice = ''): string =>
  `exists (select from decision_voice v
    where v.decision = s.decision and v.version = s.version and v.member = ${member} ${voice})`;

/** Of members whom a decision was put to, those who may know how it goes on. */
export async function readFollowers(
  client: Queryable,
  id: string,
  members: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ member: string }>(
    `select m.member from unnest($1::text[]) as m (member), decision d where d.id = $2 and ${goesOnFor('m.member')}`,
    [members, id],
  );
  return new Set(rows.map(({ member }) => member));
}
