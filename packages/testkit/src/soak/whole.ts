/** What must hold after a crash, once the feeds are drained: everything that was told is there, nothing half. */
import type { Pool } from 'pg';
import { catalogue } from '../bench/objects.ts';
import { keyOfReference } from '@entente/store/contribution/reference';
import { memberIds } from '../bench/plan.ts';
import { openCell } from '../bench/stand.ts';

const [member = '', other = ''] = memberIds;

/** Each gives the number of contributions, or rows, that are not whole. */
const checks: Readonly<Record<string, string>> = {
  'contributions without words': `select count(*) from contribution c
    where not exists (select from search s where s.contribution = c.id)`,
  'contributions without a gate': `select count(*) from contribution c
    where not exists (select from gate g where g.id = c.gate) or not exists (select from gate g where g.id = c.plain)`,
  'gates without the verdict of their contributor': `select count(*) from gate g
    where not exists (select from verdict v where v.gate = g.id and v.reader = g.contributor)`,
  'gates without atoms': `select count(*) from gate g where g.cnf <> '-' and not exists (
    select from gate_atom a where a.gate = g.id)`,
  'relationships without their references': `select count(*) from contribution c where c.type = 'relationship' and not
    string_to_array(c.targets, ' ') @> array[c.body::jsonb->>'source_ref', c.body::jsonb->>'target_ref']`,
  'references that are not found by their key': `select count(*) from contribution c
    cross join lateral references_of(c.targets, c.openings) r where not exists (
      select from reference k where k.contribution = c.id and k.key = ${keyOfReference('r.target')})
    or not exists (select from opening_list o where o.gate = r.gate and o.digest = md5(c.openings))`,
  'references, words or feed rows of nothing': `select
    (select count(*) from reference r where not exists (select from contribution c where c.id = r.contribution)) +
    (select count(*) from search s where not exists (select from contribution c where c.id = s.contribution)) +
    (select count(*) from feed f where not exists (select from contribution c where c.id = f.contribution))`,
  'open contributions that a drained feed lacks': `select count(*) from contribution c join verdict v on v.gate = c.gate
    where not exists (select from feed f where f.reader = v.reader and f.contribution = c.id)`,
  'objects that wait for a change that has come': 'select count(*) from postponed',
  'feeds that are behind': 'select count(*) from reader r, cell where r.drained < cell.last_change',
  'objects that were put in twice': `select count(*) from (select object from contribution
    group by object having count(*) > 1) twice`,
};

export interface Held {
  contributions: number;
  faults: string[];
}

/**
 * Opens the cell again, lets it drain, and looks.
 * @param acknowledged how many objects of the file, from its beginning, were told to be durable
 */
export async function look(
  folder: string,
  { space, bytes, acknowledged }: { space: number; bytes: number; acknowledged: number },
): Promise<Held> {
  const { cell, database } = await openCell(folder);
  try {
    await cell.settle();
    const faults: string[] = [];
    for (const [name, statement] of Object.entries(checks)) {
      const found = await count(database.writer, statement);
      if (found > 0) faults.push(`${found} ${name}`);
    }
    const lost = await countLost(database.writer, first(acknowledged, space, bytes));
    if (lost > 0) faults.push(`${lost} objects lost that were acknowledged`);
    faults.push(...(await unseen((read) => cell.view(other, read), acknowledged, space, bytes)));
    return { contributions: await count(database.writer, 'select count(*) from contribution'), faults };
  } finally {
    await cell.close();
    await database.close();
  }
}

async function count(pool: Pool, statement: string): Promise<number> {
  const { rows } = await pool.query<Record<string, number>>(statement);
  return Number(Object.values(rows[0] ?? {})[0]);
}

function* first(number: number, space: number, bytes: number): Generator<string> {
  let at = 0;
  for (const object of catalogue(space, bytes)) {
    if (at++ >= number) return;
    yield String(object['id']);
  }
}

async function countLost(pool: Pool, ids: Iterable<string>): Promise<number> {
  let lost = 0;
  for (let rest = [...ids]; rest.length > 0; rest = rest.slice(10_000)) {
    const part = rest.slice(0, 10_000);
    const { rows } = await pool.query<{ lost: number }>(
      `select count(*) as lost from unnest($1::text[]) as told (id)
       where not exists (select from contribution c where c.object = told.id and c.contributor = $2)`,
      [part, member],
    );
    lost += rows[0]?.lost ?? 0;
  }
  return lost;
}

/** The last of what was acknowledged is in the view of the other member. */
async function unseen(
  view: Parameters<typeof seenIn>[0],
  acknowledged: number,
  space: number,
  bytes: number,
): Promise<string[]> {
  const ids = [...first(acknowledged, space, bytes)];
  const last = ids.at(-1);
  return last === undefined || (await seenIn(view, last)) ? [] : ['the last object is not in the view'];
}

const seenIn = (
  view: <Result>(
    read: (view: { objects(ids: readonly string[]): Promise<Map<string, unknown>> }) => Promise<Result>,
  ) => Promise<Result>,
  id: string,
): Promise<boolean> => view(async (bound) => (await bound.objects([id])).has(id));
