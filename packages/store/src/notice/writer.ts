/**
 * Notices of recall. Whoever had a version in its view and loses it, or a part of it, by its contributor's act
 * is told by an object of the hub's own, which permits its addressee alone and whose reference is open
 * (ADR 5, "Recall, departure, expiry"). The hub writes no version in a contributor's name.
 */
import type { Pool, PoolClient } from 'pg';
import { noticeExtensionId } from '@entente/core/extension/identifiers';
import type { NoticeContent } from '@entente/core/extension/notice';
import { wholeMember } from '@entente/core/label/label';
import { typeOfId } from '@entente/core/stix/identifier';
import { objectSpecification } from '@entente/core/stix/specification';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { StixObject } from '@entente/core/stix/types';
import type { ActOrigin } from '../change/act.ts';
import { commitChange, type Change } from '../change/change.ts';
import type { Expiry } from '../change/expiry.ts';
import { putAsHub } from '../contribution/hub.ts';
import { tellRecalls, type RecallId } from '../recall/writer.ts';

/** What a reader lost. */
export interface Loss {
  object: string;
  version: number;
  contributor: string;
  part: boolean;
}

export interface Notice extends Loss {
  id: number;
  reader: string;
  change: number;
  at: number;
}

/** Makes the ids of what tells of a recall, from a key of the hub. */
export interface NoticeIds {
  /** Of a notice's object. */
  object: (notice: Notice) => string;
  recall: RecallId;
}

/** Notes losses while a feed is drained; the objects are made afterwards, in an act of the hub. */
export async function noteLosses(
  client: PoolClient,
  reader: string,
  change: { no: number; at: number },
  losses: readonly Loss[],
): Promise<void> {
  if (losses.length === 0) return;
  await client.query(
    `insert into notice (reader, object, version, contributor, change, at, part)
     select $1, l.object, l.version, l.contributor, $2, $3, l.part
     from unnest($4::text[], $5::bigint[], $6::text[], $7::boolean[]) as l (object, version, contributor, part)
     on conflict do nothing`,
    [
      reader,
      change.no,
      change.at,
      losses.map(({ object }) => object),
      losses.map(({ version }) => version),
      losses.map(({ contributor }) => contributor),
      losses.map(({ part }) => part),
    ],
  );
}

/**
 * Notes, before it is taken out, for whom an erasure is one of copies alone: members that had it in their view once, and
 * lost it since by a date, a roster or a suspension, which told them nothing.
 */
export async function noteFormerReaders(
  { client, no, at }: Change,
  contributor: string,
  objects: readonly string[],
): Promise<void> {
  await client.query(
    `insert into notice (reader, object, version, contributor, change, at, part)
     select distinct r.reader, r.object, r.version, r.contributor, $3::bigint, $4::bigint, false
     from removal r join member m on m.id = r.reader and m.departed_at is null
       join contribution c on c.object = r.object and c.version = r.version and c.contributor = r.contributor
       join holding h on h.id = c.holding
     where r.contributor = $1 and r.reader <> $1 and r.object = any($2::text[])
       and not exists (select from notice n where n.reader = r.reader and n.object = r.object
         and n.version = r.version and n.contributor = r.contributor and not n.part
         and n.change >= greatest(c.change, c.labelled, h.labelled))
     on conflict do nothing`,
    [contributor, objects, no, at],
  );
}

/** At most this many notices go out in one act. */
const slice = 5000;

/**
 * Puts in the objects of notices that wait for it, one change's in each call, in one act of the hub that is dated with
 * that change: when the feeds came to it hangs on what else they had to take in.
 * @param origin of the act at a moment, microseconds
 * @returns how many there were
 */
export async function issueNotices(
  pool: Pool,
  origin: (at: number) => ActOrigin,
  expiry: Expiry,
  ids: NoticeIds,
  digest: (object: StixObject) => string,
): Promise<number> {
  const waiting = await pool.query<{ change: number; at: number }>(
    'select change, at from notice where issued is null order by change limit 1',
  );
  const [first] = waiting.rows;
  if (first === undefined) return 0;
  return commitChange(pool, origin(first.at), expiry, async (change) => {
    const { rows } = await change.client.query<Notice>(
      `select id, reader, object, version, contributor, change, at, part from notice
       where issued is null and change = $1 order by reader, object, version, contributor limit $2`,
      [first.change, slice],
    );
    await issue(change, rows, ids.object, digest);
    await tellRecalls(
      change,
      rows.map(({ id }) => id),
      ids.recall,
    );
    return rows.length;
  });
}

async function issue(
  change: Change,
  notices: readonly Notice[],
  idOf: NoticeIds['object'],
  digest: (object: StixObject) => string,
): Promise<void> {
  const said = notices.map((notice) => ({
    object: noticeObject(notice, idOf(notice), notice.at),
    version: notice.at,
    readers: [wholeMember(notice.reader)],
  }));
  const ids = await putAsHub(change, said, digest);
  await change.client.query(
    `update notice n set issued = i.contribution from unnest($1::bigint[], $2::bigint[]) as i (id, contribution)
     where n.id = i.id`,
    [notices.map(({ id }) => id), ids],
  );
}

/**
 * Whether every object of this id's type has a time of its own. The version of what has none is the time at
 * which it was put in, which its readers are not told.
 */
function isDated(object: string): boolean {
  const category = objectSpecification(typeOfId(object))?.category;
  return category !== undefined && category !== 'observable';
}

/**
 * A note on the object that was taken; what it says, it says in words and in its `labels`. The extension, which
 * nobody else can put in, tells it from what a member writes.
 */
export function noticeObject({ object, version, part }: Loss, id: string, at: number): StixObject {
  const time = formatTimestamp(BigInt(at));
  const kind = part ? 'part-withdrawn' : 'recalled';
  const notice: NoticeContent = { extension_type: 'property-extension', kind };
  const taken = isDated(object) ? ` of ${formatTimestamp(BigInt(version))}` : '';
  return {
    type: 'note',
    spec_version: '2.1',
    id,
    created: time,
    modified: time,
    abstract: part ? 'A part was withdrawn' : 'Recalled',
    content: part
      ? `Its contributor withdrew a part of the version${taken}. Remove that part from your copies.`
      : `Its contributor recalled the version${taken}. Remove your copies.`,
    labels: [kind],
    object_refs: [object],
    extensions: { [noticeExtensionId]: notice },
  };
}
