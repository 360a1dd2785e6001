/**
 * What one reader sees of single objects: every contribution in its view, which versions say nothing new
 * (ADR 5, rule 6) and which contributor's versions TAXII serves. The sequencer writes it into the
 * feed; reads of single objects compute it afresh.
 */
import type { Rights } from '@entente/core/label/permits';
import { formOf } from '@entente/core/release/form';
import { writtenText } from '@entente/core/release/plain';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { Json, JsonObject, StixObject } from '@entente/core/stix/types';
import { hub } from '../contribution/contributor.ts';
import type { Prepared, Queryable } from '../database/queryable.ts';
import { projectionOf, releaseOf } from './release.ts';

/** A reader class at a moment, with what it holds. */
export interface BoundReader {
  id: string;
  rights: Rights;
  /** STIX identity → the member that is bound to it. */
  identities: ReadonlyMap<string, string>;
  /** Microseconds since 1970. */
  at: number;
}

/** What it takes to emit a contribution that is in the reader's view. */
export interface Emitted {
  object: string;
  version: number;
  contributor: string;
  /** Label id, and the label's print. */
  label: number;
  labelBody: string;
  own: boolean;
  /** Whether the body has extensions besides the label. */
  extended: boolean;
  /** The plain text; of the reader's own, what `writtenText` takes (core/release/plain). */
  body: string;
  /** What is closed to the reader, as closables; `null` where the stored bytes may pass. */
  closed: readonly string[] | null;
  /** Selectors of its portions, by index; of no use, and empty, where the stored bytes may pass. */
  portions: readonly (readonly string[])[];
  /** Where the label names owners: the members whose contribution of the object the reader sees. */
  sees: readonly string[];
}

/** A contribution in the reader's view. */
export interface Seen extends Emitted {
  id: number;
  type: string;
  gate: number;
  plain: number;
  timed: boolean;
  revoked: boolean;
  change: number;
}

/** The place of a contribution among all that the reader has of its object. */
export interface Place {
  /** Whether TAXII serves it in the collection `view`. */
  shown: boolean;
  /** Whether it is the first that its contributor put in of this version. */
  first: boolean;
}

export type SeenInGroup = Seen & Place;

/**
 * The body of a contribution for a reader: its own as it wrote it. The class that has its own has the member's id.
 * @param row the contribution in the statement
 * @param reader the reader's id in it
 */
export const bodyOf = (row: string, reader: string): string =>
  `case when ${row}.written is null or ${row}.contributor <> ${reader} then ${row}.body
    when ${row}.written like '{%' then ${row}.written else ${row}.written || ${row}.body end`;

const columns = `c.id, c.object, c.type, c.version, c.contributor, c.gate, c.plain, h.label, l.body as "labelBody",
  c.timed, c.revoked, c.change, c.extended, c.targets, c.openings, ${bodyOf('c', '$1')} as body,
  exists (select from verdict p where p.reader = $1 and p.gate = c.plain and p.until > $2) as passes`;

const closings = `array(
    select 'r' || r.target from references_of(s.targets, s.openings) r where not exists (
      select from verdict o where o.reader = $1 and o.gate = r.gate and o.until > $2)
    union all
    select 'p' || q.index from portion q where q.contribution = s.id and not exists (
      select from verdict o where o.reader = $1 and o.gate = q.gate and o.until > $2)
      and (q.names is null or not sees_named(s.id))
  )`;

type SeenRow = Omit<Seen, 'own' | 'closed' | 'portions' | 'sees'> & {
  passes: boolean;
  closed: string[] | null;
  portions: string[][] | null;
  sees: string[] | null;
};

/** The contributions with these internal ids that the reader's gates let through, in the order they were put in. */
export async function readSeenById(
  client: Queryable,
  reader: BoundReader,
  ids: readonly number[],
): Promise<Seen[]> {
  const { rows } = await client.query<SeenRow>(seenById, [reader.id, reader.at, ids]);
  return rows.map((row) => seenOf(row, reader.rights));
}

const seenById: Prepared = {
  name: 'seen by id',
  text: `select s.*, case when s.passes then null else ${closings} end as closed,
       case when not s.passes then (select json_agg(selectors order by index) from portion
         where contribution = s.id) end as portions,
       case when s."labelBody" not like '%"owners":[]%' then array(
         select distinct o.contributor from contribution o join verdict w
           on w.reader = $1 and w.gate = o.gate and w.until > $2 where o.object = s.object) end as sees
     from (select ${columns} from contribution c
       join holding h on h.id = c.holding join label l on l.id = h.label
       join verdict v on v.reader = $1 and v.gate = c.gate and v.until > $2
       where c.id = any($3::bigint[]) order by c.id) s`,
};

function seenOf({ passes: _passes, closed, portions, sees, ...row }: SeenRow, rights: Rights): Seen {
  const own = rights.full && row.contributor === rights.member;
  // What is spread stands last: V8 takes ten times as long for an object that grows behind a spread.
  return {
    own,
    closed: own || closed === null ? null : [...closed].sort(),
    portions: portions ?? [],
    sees: sees ?? [],
    ...row,
  };
}

/** The object as the reader gets it, with stand-ins made by `standIn`. */
export function seenForm(
  seen: Emitted,
  rights: Rights,
  standIn: (path: string, type: string) => string,
): { object: StixObject; cuts: string[] } {
  const stored = JSON.parse(seen.own ? writtenText(seen.body) : seen.body) as StixObject;
  if (seen.own) return { object: stored, cuts: [] };
  const closed = new Set(seen.closed ?? []);
  return formOf(stored, {
    isOpen: (target) => !closed.has(`r${target}`),
    closedSelectors: seen.portions.flatMap((selectors, index) => (closed.has(`p${index}`) ? selectors : [])),
    label: projectionOf(seen, rights),
    standIn,
  });
}

/** What it takes to sort contributions of one object out. */
export interface Claimed extends Emitted {
  id: number;
}

/**
 * Sorts out what the reader has of one object.
 * @param seen the object's contributions in the reader's view, in the order they were put in
 * @param entered contribution id → when it entered the reader's feed; later for what is not in it yet
 */
export function groupOf<One extends Claimed>(
  seen: readonly One[],
  reader: Pick<BoundReader, 'rights' | 'identities'>,
  entered: (contribution: number) => number,
): (One & Place)[] {
  const { rights } = reader;
  const [only, ...others] = seen;
  if (only === undefined) return [];
  if (others.length === 0) return [{ first: true, shown: true, ...only }];
  const contributors = [...new Set(seen.map(({ contributor }) => contributor))];
  const kept = contributors.map((contributor) => {
    const versions = seen.filter((one) => one.contributor === contributor);
    return { contributor, versions: versions[0]?.own ? versions : withoutEmptyVersions(versions, rights) };
  });
  const served = servedOf(kept, reader, entered);
  return kept.flatMap(({ contributor, versions }) => {
    const firsts = new Map<number, number>();
    for (const { version, id } of versions) firsts.set(version, Math.min(id, firsts.get(version) ?? id));
    return versions.map((one) => {
      const first = firsts.get(one.version) === one.id;
      return { first, shown: first && contributor === served, ...one };
    });
  });
}

interface Claim {
  contributor: string;
  versions: readonly Claimed[];
}

/**
 * The hub of what it says itself; else the creator, else the reader itself, else the one that entered the reader's feed first. The creator is whom the
 * contribution names that entered first: whoever comes later makes nobody, not even itself, the creator.
 */
function servedOf(
  claims: readonly Claim[],
  { rights, identities }: Pick<BoundReader, 'rights' | 'identities'>,
  entered: (contribution: number) => number,
): string | undefined {
  if (claims.length < 2) return claims[0]?.contributor;
  const all = claims.flatMap(({ versions }) => versions);
  const first = all.reduce((one, other) => (entered(other.id) < entered(one.id) ? other : one));
  // As served: a creator that is cut must not show in who is served.
  const named = seenForm(first, rights, (_path, type) => type).object['created_by_ref'];
  const creator = typeof named === 'string' ? identities.get(named) : undefined;
  const wanted = [hub, creator, rights.member, first.contributor];
  return wanted.find((member) => claims.some(({ contributor }) => contributor === member));
}

/** Takes out contributions whose form differs from the one before in `modified` alone (rule 6). */
function withoutEmptyVersions<One extends Claimed>(versions: readonly One[], rights: Rights): One[] {
  const instants = [...new Set(versions.map(({ version }) => version))].sort((a, b) => a - b);
  if (instants.length === 1) return [...versions];
  let before: JsonObject | undefined;
  return instants.flatMap((instant) => {
    const last = before;
    // Each by itself: one that says nothing new must not hide another that does.
    const news = versions
      .filter(({ version }) => version === instant)
      .map((one) => ({ one, form: comparable(one, rights) }))
      .filter(({ form }) => last === undefined || !isSame(form, last));
    before = news[0]?.form ?? last;
    return news.map(({ one }) => one);
  });
}

/** The form without `modified`. Of what passes as it is stored, only the label is another. */
function comparable(seen: Claimed, rights: Rights): JsonObject {
  if (seen.own || seen.closed !== null) {
    const { object } = seenForm(seen, rights, (_path, type) => type);
    return withoutModified(object);
  }
  const object = JSON.parse(seen.body) as JsonObject;
  const extensions = object['extensions'] as JsonObject | undefined;
  object['extensions'] = { ...extensions, [labelExtensionId]: releaseOf(seen, rights).projection };
  return withoutModified(object);
}

function withoutModified({ modified: _modified, ...rest }: JsonObject): JsonObject {
  return rest;
}

/** Whether two values are the same JSON, in whatever order their members stand. */
function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isSame(item, right[index]))
    );
  }
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name]))
  );
}
