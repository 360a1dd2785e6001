/** What an edition of the UN Consolidated List changes in what a member has of the list. */
import { editionPreamble, type Edition } from '@entente/core/unlist/edition';
import type { UnEntry } from '@entente/core/unlist/entry';
import { relationships } from '@entente/core/unlist/citations';
import { contentDigest, planEdition, revokedVersion, type Held } from '@entente/core/unlist/plan';
import { toStix } from '@entente/core/unlist/stix';
import { Failure } from '@entente/core/failure';
import type { StixObject } from '@entente/core/stix/types';
import { latestEdition, latestOfFormat } from '@entente/store/batch/reader';
import type { Queryable } from '@entente/store/database/queryable';
import { openUnList } from './read.ts';

export interface UnListPlan {
  /** When the edition was generated, as it says itself; absent where a newer one was put in before. */
  edition: string | undefined;
  /** What is to be put in, in order. */
  objects: StixObject[];
  unchanged: number;
  problems: { id?: string; message: string }[];
}

/**
 * Reads the whole edition before anything is decided: a part of it would delist the rest.
 * @param now microseconds; throws Failure `invalid` for an edition that is generated later
 */
export async function planUnList(
  client: Queryable,
  member: string,
  source: AsyncIterable<Uint8Array>,
  now: number,
): Promise<UnListPlan> {
  const { header, entries: read } = await openUnList(source);
  requirePast(header.generated, now);
  const entries: UnEntry[] = [];
  for await (const entry of read) entries.push(entry);
  const preamble = new Set(editionPreamble.map(({ id }) => id));
  const held = (await latestOfFormat(client, member, 'un-list')).filter(
    ({ object }) => !preamble.has(object),
  );
  const bodies = new Map(held.map(({ object, body }) => [object, JSON.parse(body) as StixObject]));
  const isRevoked = (id: string): boolean => bodies.get(id)?.['revoked'] === true;
  const edition: Edition = { generated: header.generated, isRevoked };
  const cited = relationships(entries, edition);
  const current = [...entries.flatMap((entry) => toStix(entry, edition)), ...cited.relationships];
  const latest = await latestEdition(client, member, 'un-list');
  const previous = new Map([...bodies].map(([id, body]) => [id, heldOf(body)]));
  const newest = latest === undefined ? undefined : new Date(latest).toISOString();
  const plan = planEdition(previous, current, header.generated, newest);
  const problems = cited.unresolved.map(({ dataId, citation }) => ({
    message: `Entry ${dataId} cites ${citation}, which no entry of this edition bears.`,
  }));
  if (!plan.applies) {
    const message = `A newer edition, of ${latest ?? ''}, was put in before: this one, of ${header.written}, changes nothing.`;
    return { edition: undefined, objects: [], unchanged: current.length, problems: [{ message }] };
  }
  const revoked = plan.revoked.map((id) => revokedVersion(bodies.get(id) as StixObject, header.generated));
  return {
    edition: header.written,
    objects: [...editionPreamble, ...plan.added, ...plan.changed, ...revoked],
    unchanged: plan.unchanged.length,
    problems,
  };
}

/** An edition of tomorrow would pass for the newest, and every real one for older. */
function requirePast(generated: string, now: number): void {
  if (Date.parse(generated) * 1000 <= now + tolerance) return;
  throw new Failure(
    'invalid',
    `The edition says that it was generated at ${generated}, ahead of the clock of the hub. Nothing was taken from it.`,
  );
}

/** As far as `modified` may be ahead, microseconds. */
const tolerance = 5 * 60 * 1_000_000;

const heldOf = (body: StixObject): Held => ({
  digest: contentDigest(body),
  created: String(body['created']),
  modified: String(body['modified']),
  revoked: body['revoked'] === true,
});
