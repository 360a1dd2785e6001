/**
 * What one reader sees of single objects: every contribution in its view, which versions say nothing new
 * (release.md, rule 6) and which contributor's versions TAXII serves. The sequencer writes it into the
 * feed; reads of single objects compute it afresh.
 */
import { parseLabel, type Label } from '@entente/core/label/label';
import type { Rights } from '@entente/core/label/permits';
import { projectLabel } from '@entente/core/label/projection';
import { formOf } from '@entente/core/release/form';
import { canonical } from '@entente/core/stix/canonical';
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import type { Prepared, Queryable } from '../database/queryable.ts';

/** A reader class at a moment, with what it holds. */
export interface BoundReader {
  id: string;
  rights: Rights;
  /** STIX identity → the member that is bound to it. */
  identities: ReadonlyMap<string, string>;
  /** Microseconds since 1970. */
  at: number;
}

/** A contribution in the reader's view. */
export interface Seen {
  id: number;
  object: string;
  type: string;
  version: number;
  contributor: string;
  gate: number;
  plain: number;
  /** Label id, and the label's print. */
  label: number;
  labelBody: string;
  timed: boolean;
  own: boolean;
  revoked: boolean;
  change: number;
  splice: number;
  body: string;
  /** What is closed to the reader, as closables; `null` where the stored bytes may pass. */
  closed: readonly string[] | null;
  /** Selectors of its portions, by index; of no use, and empty, where the stored bytes may pass. */
  portions: readonly (readonly string[])[];
  /** Where the label names owners: the members whose contribution of the object the reader sees. */
  sees: readonly string[];
}

export interface SeenInGroup extends Seen {
  /** Whether TAXII serves it in the collection `view`. */
  shown: boolean;
  /** Whether it is the first that its contributor put in of this version. */
  first: boolean;
}

const columns = `c.id, c.object, c.type, c.version, c.contributor, c.gate, c.plain, h.label, l.body as "labelBody",
  c.timed, c.revoked, c.change, c.splice, c.body,
  exists (select from verdict p where p.reader = $1 and p.gate = c.plain and p.until > $2) as passes`;

const closings = `array(
    select 'r' || r.target from reference r where r.contribution = c.id and not exists (
      select from verdict o where o.reader = $1 and o.gate = r.gate and o.until > $2)
    union all
    select 'p' || q.index from portion q where q.contribution = c.id and not exists (
      select from verdict o where o.reader = $1 and o.gate = q.gate and o.until > $2)
  )`;

type SeenRow = Omit<Seen, 'own' | 'closed' | 'portions' | 'sees'> & {
  passes: boolean;
  closed: string[] | null;
  portions: string[][] | null;
  sees: string[] | null;
};

/** The contributions of these objects that the reader's gates let through, in the order they were put in. */
export async function readSeen(
  client: Queryable,
  reader: BoundReader,
  objects: readonly string[],
): Promise<Seen[]> {
  return readSeenWhere(client, reader, byObject, objects);
}

/** The same by internal ids. */
export async function readSeenById(
  client: Queryable,
  reader: BoundReader,
  ids: readonly number[],
): Promise<Seen[]> {
  return readSeenWhere(client, reader, byId, ids);
}

async function readSeenWhere(
  client: Queryable,
  reader: BoundReader,
  statement: Prepared,
  keys: readonly (string | number)[],
): Promise<Seen[]> {
  const { rows } = await client.query<SeenRow>(statement, [reader.id, reader.at, keys]);
  return rows.map((row) => seenOf(row, reader.rights));
}

const seenWhere = (condition: string): string =>
  `select s.*, case when s.passes then null else ${closings.replaceAll('c.id', 's.id')} end as closed,
       case when not s.passes then (select json_agg(selectors order by index) from portion
         where contribution = s.id) end as portions,
       case when s."labelBody" not like '%"owners":[]%' then array(
         select distinct o.contributor from contribution o join verdict w
           on w.reader = $1 and w.gate = o.gate and w.until > $2 where o.object = s.object) end as sees
     from (select ${columns} from contribution c
       join holding h on h.id = c.holding join label l on l.id = h.label
       join verdict v on v.reader = $1 and v.gate = c.gate and v.until > $2
       where ${condition} order by c.id) s`;
const byObject: Prepared = { name: 'seen by object', text: seenWhere('c.object = any($3::text[])') };
const byId: Prepared = { name: 'seen by id', text: seenWhere('c.id = any($3::bigint[])') };

function seenOf({ passes: _passes, closed, portions, sees, ...row }: SeenRow, rights: Rights): Seen {
  const own = rights.full && row.contributor === rights.member;
  return {
    ...row,
    own,
    closed: own || closed === null ? null : [...closed].sort(),
    portions: portions ?? [],
    sees: sees ?? [],
  };
}

/** The label extension as the reader is served it; its own contributions it gets as written. */
export function projectionOf(seen: Seen, rights: Rights): JsonObject | undefined {
  if (seen.own) return undefined;
  return projectedOf(seen, rights).label;
}

/** The same as JSON text. */
export function projectionText(seen: Seen, rights: Rights): string {
  return projectedOf(seen, rights).text;
}

interface Projected {
  label: JsonObject;
  text: string;
}

/** Labels are few and immutable: each is read once, and projected once for a reader. */
const mostLabels = 20_000;
const labels = new Map<string, Label>();
const projections = new WeakMap<Rights, Map<string, Projected>>();

/** The label of a contribution. */
export function labelOf({ labelBody }: Pick<Seen, 'labelBody'>): Label {
  return remembered(labels, labelBody, () => parseLabel(labelBody));
}

function projectedOf(seen: Seen, rights: Rights): Projected {
  const known = projections.get(rights) ?? new Map<string, Projected>();
  projections.set(rights, known);
  return remembered(known, `${seen.labelBody} ${seen.sees.join(' ')}`, () => {
    const label = projectLabel(labelOf(seen), rights, (owner) => seen.sees.includes(owner));
    return { label, text: JSON.stringify(label) };
  });
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= mostLabels) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

/** The object as the reader gets it, with stand-ins made by `standIn`. */
export function seenForm(
  seen: Seen,
  rights: Rights,
  standIn: (path: string, type: string) => string,
): { object: StixObject; cuts: string[] } {
  const stored = JSON.parse(seen.body) as StixObject;
  if (seen.own) return { object: stored, cuts: [] };
  const closed = new Set(seen.closed ?? []);
  return formOf(stored, {
    isOpen: (target) => !closed.has(`r${target}`),
    closedSelectors: seen.portions.flatMap((selectors, index) => (closed.has(`p${index}`) ? selectors : [])),
    label: projectionOf(seen, rights),
    standIn,
  });
}

/**
 * Sorts out what the reader has of one object.
 * @param seen the object's contributions in the reader's view, in the order they were put in
 * @param entered contribution id → when it entered the reader's feed; later for what is not in it yet
 */
export function groupOf(
  seen: readonly Seen[],
  reader: Pick<BoundReader, 'rights' | 'identities'>,
  entered: (contribution: number) => number,
): SeenInGroup[] {
  const { rights } = reader;
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
      return { ...one, first, shown: first && contributor === served };
    });
  });
}

interface Claim {
  contributor: string;
  versions: readonly Seen[];
}

/**
 * The creator, else the reader itself, else the one that entered the reader's feed first. The creator is whom the
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
  const wanted = [creator, rights.member, first.contributor];
  return wanted.find((member) => claims.some(({ contributor }) => contributor === member));
}

/** Takes out versions whose form differs from the one before in `modified` alone (rule 6). */
function withoutEmptyVersions(versions: readonly Seen[], rights: Rights): Seen[] {
  const instants = [...new Set(versions.map(({ version }) => version))].sort((a, b) => a - b);
  if (instants.length === 1) return [...versions];
  let before = '';
  return instants.flatMap((instant) => {
    const siblings = versions.filter(({ version }) => version === instant);
    const form = comparable(siblings[0] as Seen, rights);
    if (form === before) return [];
    before = form;
    return siblings;
  });
}

function comparable(seen: Seen, rights: Rights): string {
  const { modified: _modified, ...rest } = seenForm(seen, rights, (_path, type) => type).object;
  return canonical(rest);
}
