/** What a change is about to make another: feeds that come later know it as it was. */
import type { Change } from '../change/change.ts';

/** Notes single contributions; before they are written. Only how they were before the whole change is kept. */
export async function touch({ client, no }: Change, contributions: readonly number[]): Promise<void> {
  await client.query(
    `insert into touched (change, contribution, object, put, gate, plain, holding, openings)
     select $1, id, object, change, gate, plain, holding, openings from contribution where id = any($2::bigint[])
     on conflict do nothing`,
    [no, contributions],
  );
}
