/** Reads what members offer for release to the public, and the labels that it has. */
import type { Queryable } from '../database/queryable.ts';
import type { Asker } from './types.ts';

export interface OfferRow {
  contributor: string;
  object: string;
  at: number;
}

/** What a member offers for release to the public; of all members to the secretary. */
export async function readOffers(client: Queryable, { member, isSecretary }: Asker): Promise<OfferRow[]> {
  const { rows } = await client.query<OfferRow>(
    `select contributor, object, at from public_offer where $2 or contributor = $1
     order by at desc, contributor, object`,
    [member, isSecretary],
  );
  return rows;
}

/** The change by which a contributor offered an object for release to the public; `undefined` where it does not. */
export async function readOffered(
  client: Queryable,
  contributor: string,
  object: string,
): Promise<number | undefined> {
  const { rows } = await client.query<{ no: number | null }>(
    `select max(k.no) as no from public_offer o
       join act a on a.actor = o.account and a.at = o.at and a.kind = 'public-offer' and a.member = o.contributor
       join change k on k.act = a.id
     where o.contributor = $1 and o.object = $2 and position(o.object in a.body) > 0`,
    [contributor, object],
  );
  return rows[0]?.no ?? undefined;
}

/** A label that a contributor's own contributions of an object have. */
export interface OwnLabelRow {
  label: string;
  /** Owners that they wait for, as JSON. */
  held: string | null;
  /** Whether a data subject asked to restrict what is under it. */
  isRestricted: boolean;
  /** The last change that put one in, or gave it the label. */
  since: number;
}

/** The labels that a contributor's own contributions of an object have. */
export async function readOwnLabels(
  client: Queryable,
  contributor: string,
  object: string,
): Promise<OwnLabelRow[]> {
  const { rows } = await client.query<OwnLabelRow>(
    `select l.body as label, c.held, max(greatest(c.change, c.labelled, h.labelled)) as since,
       bool_or(exists (select from subject_restriction s where s.contribution = c.id)) as "isRestricted"
     from contribution c
       join holding h on h.id = c.holding join label l on l.id = h.label
     where c.contributor = $1 and c.object = $2 group by l.body, c.held`,
    [contributor, object],
  );
  return rows;
}
