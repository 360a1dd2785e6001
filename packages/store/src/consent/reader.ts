/** Requests for the owners' consent, as they are kept. Each is read for its asker, or for one of the owners asked. */
import type { OwnersWord } from '@entente/core/consent/state';
import type { Clause } from '@entente/core/label/label';
import type { Queryable } from '../database/queryable.ts';

/** Times in microseconds. */
export interface ConsentRow {
  id: string;
  member: string;
  account: string;
  at: number;
  object: string;
  /** Print of the label asked for. */
  label: string;
  purpose: string;
  by: number;
  openedAt: number | null;
  takenBackAt: number | null;
  inForceAt: number | null;
  /** Print of the label that is in force, its owners aside. */
  released: string | null;
  /** Of what it is about, each once; those that have a time of their own. */
  versions: number[];
  /** How many contributions it is about. */
  contributions: number;
  answers: AnswerRow[];
}

export interface AnswerRow {
  owner: string;
  word: OwnersWord | null;
  account: string | null;
  at: number | null;
  words: string | null;
  conditions: { any?: string[][]; until?: number; parts?: string[] } | null;
  /** The further clauses as they are joined. */
  clauses: Clause[] | null;
  withdrawnAt: number | null;
}

const columns = `k.id, k.member, k.account, k.at, k.object, k.label, k.purpose, k.by, k.opened_at as "openedAt",
  k.taken_back_at as "takenBackAt", k.in_force_at as "inForceAt", k.released,
  (select coalesce(json_agg(distinct i.version) filter (where i.timed), '[]') from consent_item i
    where i.consent = k.id) as versions,
  (select count(*) from consent_item i where i.consent = k.id) as contributions,
  (select json_agg(json_build_object('owner', a.owner, 'word', a.word, 'account', a.account, 'at', a.at,
     'words', a.words, 'conditions', a.conditions::json, 'clauses', a.clauses::json,
     'withdrawnAt', a.withdrawn_at) order by a.owner)
    from consent_answer a where a.consent = k.id) as answers`;

/** What a member asked for, newest first. */
export async function listAsked(client: Queryable, member: string): Promise<ConsentRow[]> {
  const { rows } = await client.query<ConsentRow>(
    `select ${columns} from consent k where k.member = $1 order by k.at desc, k.id`,
    [member],
  );
  return rows;
}

/** What a member is asked for as an owner, newest first. */
export async function listReceived(client: Queryable, owner: string): Promise<ConsentRow[]> {
  const { rows } = await client.query<ConsentRow>(
    `select ${columns} from consent_answer o join consent k on k.id = o.consent
     where o.owner = $1 and k.opened_at is not null order by k.opened_at desc, k.id`,
    [owner],
  );
  return rows;
}

/** One request, for who asked it or an owner that is asked; whoever else asks finds none. */
export async function findConsent(
  client: Queryable,
  member: string,
  id: string,
): Promise<ConsentRow | undefined> {
  const { rows } = await client.query<ConsentRow>(
    `select ${columns} from consent k where k.id = $2 and (k.member = $1 or (k.opened_at is not null
       and exists (select from consent_answer o where o.consent = k.id and o.owner = $1)))`,
    [member, id],
  );
  return rows[0];
}

/** A contribution that is not its contributor's to release alone. */
export interface HeldRow {
  id: number;
  object: string;
  version: number;
  timed: boolean;
  owners: string[];
  /** The request under which it is released. */
  consent: string | null;
  /** Until when that is, where there is an end. */
  until: number | null;
}

/** What a member holds under the ownership of others. */
export async function readHeld(
  client: Queryable,
  member: string,
  { object, version }: { object: string; version?: number | undefined },
): Promise<HeldRow[]> {
  const { rows } = await client.query<HeldRow>(
    `select c.id, c.object, c.version, c.timed, c.held::json as owners, c.consent,
       (k.released::json ->> 'until')::bigint as until
     from contribution c left join consent k on k.id = c.consent
     where c.contributor = $1 and c.object = $2 and ($3::bigint is null or c.version = $3)
       and c.held is not null order by c.id`,
    [member, object, version ?? null],
  );
  return rows;
}

/** Prints of the labels of what a member contributed of an object. */
export async function readOwnLabels(
  client: Queryable,
  member: string,
  objects: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ object: string; labels: string[] }>(
    `select c.object, array_agg(distinct l.body) as labels from contribution c
       join holding h on h.id = c.holding join label l on l.id = h.label
     where c.contributor = $1 and c.object = any($2::text[]) group by c.object`,
    [member, objects],
  );
  return new Map(rows.map(({ object, labels }) => [object, labels]));
}

/** What is to be told when a request's date comes: the owners without a word, and whether nobody refused or withdrew. */
export async function readSilence(
  client: Queryable,
  id: string,
): Promise<{ member: string; silent: string[]; isOpen: boolean }> {
  const { rows } = await client.query<{ member: string; silent: string[]; isOpen: boolean }>(
    `select k.member, array(select owner from consent_answer a where a.consent = k.id and a.word is null
         order by owner) as silent,
       not exists (select from consent_answer a where a.consent = k.id and a.word in ('refuse', 'withdrawn'))
         as "isOpen"
     from consent k where k.id = $1`,
    [id],
  );
  return rows[0] as { member: string; silent: string[]; isOpen: boolean };
}
