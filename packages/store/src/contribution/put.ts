/**
 * Putting in: one member's objects become contributions, linked to their grounds, searchable, with their
 * gates judged, in the transaction of the change. Nothing here compares with what another member put in.
 */
import type { Label } from '@entente/core/label/label';
import type { Known, LabelSources } from '@entente/core/label/resolve';
import type { Subject } from '@entente/core/review/rules';
import type { Change } from '../change/change.ts';
import { assertPresent } from '../coalition/rights.ts';
import { keyOf, LabelDesk, type Labelled } from './label-desk.ts';
import { readHeldOwners } from './onward.ts';
import { keepRestricted, meantLabel, readRestricted } from './restricted.ts';
import { relinkDependants } from './relink.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';
import type { Node } from './node.ts';
import type { Puttable } from './puttable.ts';
import { addGrounds, writeContributions, type NewContribution } from './write.ts';

export interface PutOptions {
  contributor: string;
  sources: LabelSources;
  /** Set for an import: its holdings are its own. */
  batch: string | null;
  /** Held against every label that does not wait: refuses one that the account may not give. */
  refuse?: ((label: Label) => string | undefined) | undefined;
  hold?: Hold | undefined;
  /** Gives the label of what is about a person its dates, by the rules of the member. */
  date?: ((label: Label, subject: Subject, at: number) => Label) | undefined;
}

/** Finds the narrower label under which something goes in until a second person agrees to the one asked for. */
export type Hold = (label: Label, known: Known) => { label: Label; proposal: string } | undefined;

export type Outcome = 'added' | 'changed' | 'unchanged' | 'rejected';

export interface PutResult {
  id: string;
  /** Microseconds; of what was put in or found. */
  version: number;
  outcome: Outcome;
  /** Why it was rejected. */
  reason?: string;
  revoked: boolean;
  /** Whether it waits, under a narrower label, for a second person. */
  waits: boolean;
}

/** What the contributor has of an object already. */
interface Mine {
  id: number;
  version: number;
  digest: string;
  /**
   * Labels that it has, or comes back to, and had when it was put in: under either, putting it in again repeats it.
   */
  keys: readonly string[];
}

/** `modified` may be this far ahead of the hub's clock. */
const tolerance = 5 * 60 * 1_000_000;

/** Puts objects in, in their order; each is added, changed, unchanged or rejected by itself. */
export async function putObjects(
  change: Change,
  objects: readonly Puttable[],
  options: PutOptions,
): Promise<PutResult[]> {
  assertPresent(change.coalition, options.contributor);
  const surroundings = await readSurroundings(change, options.contributor, objects);
  const mine = await readMine(change, surroundings, objects);
  const held = await readHeldOwners(change, surroundings, objects);
  const restricted = await readRestricted(
    change,
    options.contributor,
    objects.map(({ id }) => id),
  );
  const labels = new LabelDesk(change, options);
  const fresh: NewContribution[] = [];
  /** By place among what is fresh, the label that something restricted comes back to. */
  const kept = new Map<number, Label>();
  const again: { id: number; prepared: Puttable }[] = [];
  const results: PutResult[] = [];
  for (const prepared of objects) {
    const { id, revoked } = prepared;
    const own = mine.get(id) ?? [];
    const waits = held.get(id);
    const labelled = labels.of(prepared, waits);
    const verdict = compare(prepared, own, labelled, change.at);
    const { version, outcome, reason } = verdict;
    const isNew = outcome === 'added' || outcome === 'changed';
    const isRestricted = restricted.has(id);
    const isWaiting = isNew && labelled.kept !== undefined && !isRestricted;
    const told = { id, version, outcome, revoked, waits: isWaiting };
    results.push({ ...told, ...(reason === undefined ? {} : { reason }) });
    again.push(...verdict.repeats.map((found) => ({ id: found, prepared })));
    if (!isNew) continue;
    if (isRestricted) kept.set(fresh.length, labelled.kept?.label ?? labelled.dated);
    const { stated, holding, portions } = await labels.place(labelled, isRestricted);
    fresh.push({ prepared, version, holding, stated, portions, held: waits ?? null });
    mine.set(id, [...own, { id: 0, version, digest: prepared.digest, keys: [labelled.key] }]);
  }
  const written = await writeContributions(change, surroundings, fresh);
  await keepRestricted(
    change,
    restricted,
    [...kept].map(([place, label]) => ({ ...(written.nodes[place] as Node), label })),
  );
  const regrounded = await addGrounds(change, surroundings, again);
  await relinkDependants(change, written, regrounded);
  return results;
}

interface Verdict {
  outcome: Outcome;
  version: number;
  /** Contributions of earlier steps that it repeats, in content and label: they take the grounds that it has. */
  repeats: readonly number[];
  reason?: string;
}

function compare(prepared: Puttable, own: readonly Mine[], { key, refusal }: Labelled, at: number): Verdict {
  const rejected = (reason: string): Verdict => ({ outcome: 'rejected', version: at, repeats: [], reason });
  const isDated = prepared.isModified;
  if (isDated && prepared.version !== undefined && prepared.version > at + tolerance) {
    return rejected('modified is more than five minutes ahead of the clock of the hub');
  }
  // Microseconds are kept as doubles: a version before this would stop every feed that it is in.
  if (prepared.version !== undefined && !Number.isSafeInteger(prepared.version)) {
    return rejected('modified is before the year 1685, which no version can be');
  }
  const latest = own.reduce((last, { version }) => Math.max(last, version), -Infinity);
  const same = own.filter(({ version }) => prepared.version === undefined || version === prepared.version);
  const { digest } = prepared;
  const alike = same.filter(({ keys }) => keys.includes(key));
  const equal = alike.filter((one) => one.digest === digest);
  const repeats = equal.flatMap(({ id }) => (id > 0 ? [id] : []));
  const repeated = equal.at(-1);
  // What has no version of its own is repeated where nothing else came after under this label. Under another,
  // what came after may not be for those who see this one.
  if (repeated !== undefined && (prepared.version !== undefined || newest(alike)?.digest === digest))
    return { outcome: 'unchanged', version: repeated.version, repeats };
  // The instant of an earlier contribution would tell of it to those who do not see that one.
  const version = prepared.version ?? Math.max(at, latest + 1);
  if (prepared.version !== undefined && same.some((one) => one.digest !== digest)) {
    return rejected('you put in this version with other content before: raise modified');
  }
  if (refusal !== undefined) return rejected(refusal);
  return { outcome: own.length === 0 ? 'added' : 'changed', version, repeats };
}

const newest = (some: readonly Mine[]): Mine | undefined =>
  some.reduce<Mine | undefined>((last, one) => (last && last.version > one.version ? last : one), undefined);

interface MineRow {
  id: number;
  object: string;
  version: number;
  digest: string;
  label: string;
  stated: string;
  portions: string[];
}

async function readMine(
  { client }: Change,
  { contributor, own }: Surroundings,
  objects: readonly Puttable[],
): Promise<Map<string, Mine[]>> {
  const put = new Set(objects.map(({ id }) => id));
  const ids = own.filter(({ object }) => put.has(object)).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<MineRow>(
    `select c.id, c.object, c.version, c.digest, ${meantLabel} as label, s.body as stated,
       array(select array_to_string(p.selectors, ' ') || ' ' || q.body from portion p
         join label q on q.id = p.label where p.contribution = c.id and not p.taken order by p.index)
         as portions
     from contribution c join holding h on h.id = c.holding join label l on l.id = h.label
     join label s on s.id = c.stated
     where c.contributor = $1 and c.id = any($2::bigint[]) order by c.id`,
    [contributor, ids],
  );
  const mine = new Map<string, Mine[]>();
  for (const { id, object, version, digest, label, stated, portions } of rows) {
    const keys = [keyOf(label, portions), keyOf(stated, portions)];
    mine.set(object, [...(mine.get(object) ?? []), { id, version, digest, keys }]);
  }
  return mine;
}
