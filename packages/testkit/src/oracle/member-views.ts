/** What is asked of members' views, over the rows of their feeds. */
import { firstOfEachVersion, servedContributor, type Row } from './feed.ts';
import type { Handed } from './handed.ts';
import {
  claimsIn,
  compareSeen,
  countsOf,
  entryOf,
  neighboursIn,
  searchIn,
  type Neighbour,
  type ViewEntry,
} from './reading.ts';
import type { Coalition } from './roster.ts';
import { pageOf, recordsOf, type CollectionName, type TaxiiPage, type TaxiiQuery } from './taxii.ts';

export abstract class MemberViews {
  abstract readonly coalition: Coalition;
  protected abstract readonly handed: Handed;

  /** What a member sees, with what is known about it inside the oracle, in the order of its feed. */
  abstract rows(member: string): readonly Row[];

  /** Every contribution in a member's view: by object, version, contributor and order of put. */
  view(member: string): ViewEntry[] {
    return this.rows(member)
      .map((row) => row.seen)
      .toSorted((a, b) => compareSeen(a, b))
      .map(entryOf);
  }

  /** A member's feed: its rows by date added. */
  feed(member: string): (ViewEntry & { dateAdded: bigint; isServed: boolean })[] {
    return this.rows(member).map(({ seen, dateAdded, isServed }) => ({
      ...entryOf(seen),
      dateAdded,
      isServed,
    }));
  }

  /** A page of a TAXII collection; objects, manifest and object endpoints all read these records. */
  taxiiObjects(member: string, collection: CollectionName, query: TaxiiQuery = {}): TaxiiPage {
    return pageOf(recordsOf(this.rows(member), member, collection), query, this.handed);
  }

  /** The versions endpoint: version instants of one object by date added. */
  taxiiVersions(member: string, collection: CollectionName, id: string, query: TaxiiQuery = {}): TaxiiPage {
    return this.taxiiObjects(member, collection, { ...query, matchId: [id], matchVersion: ['all'] });
  }

  /** The version of an object that the API shows first: the latest by the contributor that is served. */
  object(member: string, id: string): ViewEntry | undefined {
    return this.versions(member, id).at(-1);
  }

  /** Versions of an object by the contributor that is served, the earliest first. */
  versions(member: string, id: string): ViewEntry[] {
    return firstOfEachVersion(
      this.rows(member).filter((row) => row.isServed && row.seen.contribution.id === id),
    ).map((row) => entryOf(row.seen));
  }

  /** The latest version of an object by each contributor in the view, by contributor. */
  claims(member: string, id: string): ViewEntry[] {
    return claimsIn(this.rows(member), id);
  }

  /** The contributor whose versions of an object a member is served. */
  servedContributor(member: string, id: string): string | undefined {
    const rows = this.rows(member).filter((row) => row.seen.contribution.id === id);
    return servedContributor(rows, member, this.coalition);
  }

  /** Objects in the view that the served latest version of an object names or that name it, by id and path. */
  neighbours(member: string, id: string): Neighbour[] {
    return neighboursIn(this.latest(member), id);
  }

  /** The served latest versions whose texts hold every word, by id. */
  search(member: string, words: string): ViewEntry[] {
    return searchIn(this.latest(member), words, this.handed);
  }

  /** How many objects of each type a member sees. */
  counts(member: string): Record<string, number> {
    return countsOf(this.latest(member));
  }

  /** The latest served version of every object in the view, by id. */
  latest(member: string): ViewEntry[] {
    const ids = [...new Set(this.rows(member).map((row) => row.seen.contribution.id))].sort();
    return ids.flatMap((id) => this.object(member, id) ?? []);
  }
}
