/** Putting in: ADR 5, "Putting in" and "Grounds". */
import type { Json, JsonObject } from '@entente/core/stix/types';
import { tlpIds } from '@entente/core/stix/tlp';
import {
  decisionExtensionId,
  labelExtensionId,
  noticeExtensionId,
} from '@entente/core/extension/identifiers';
import type { Act } from '../world/acts.ts';
import { isTimed, referencesOf, type Contribution } from './contribution.ts';
import type { Handed } from './handed.ts';
import {
  alone,
  isAllKnown,
  joinAll,
  noParts,
  printOracleLabel,
  readExtension,
  readStated,
  resolve,
  tlpHandling,
  type OracleLabel,
  type OraclePortion,
} from './label.ts';
import type { Coalition } from './roster.ts';
import { findSelector } from './tree.ts';
import type { Cell } from './view.ts';

export type ObjectOutcome = 'added' | 'changed' | 'unchanged' | 'rejected';
export type PutAct = Extract<Act, { kind: 'put' }>;

export interface Putting {
  cell: Cell & { contributions: Contribution[] };
  act: PutAct;
  /** Number of the act in the world. */
  number: number;
  /** What the contributor was permitted just before the act. */
  before: ReadonlySet<Contribution>;
  /** Ids that the contributor had contributed before the act free of any hold. */
  freed: Set<string>;
  /** Of what the contributor's feed ever had under ownership: by object, whose contributions. */
  owned: ReadonlyMap<string, ReadonlySet<string>>;
  nextOrder: () => number;
}

const fiveMinutes = 300_000_000n;
const textsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** Plays a put; the outcome of each object in input order. */
export function put(putting: Putting): ObjectOutcome[] {
  const { cell, act } = putting;
  const { coalition } = cell;
  const mayPut =
    coalition.isPresent(act.member) &&
    (act.collection === 'own' || coalition.isWithin(act.member, act.collection));
  const chosen = readStated((act.chosen ?? {}) as JsonObject, cell.handed);
  if (!mayPut || !chosen) return act.objects.map(() => 'rejected');
  const holds = new Map(
    act.objects.map((object) => [String(object['id']), holdOn(String(object['id']), putting)]),
  );
  const placed = act.objects.map((object, index) => putOne(object, index, chosen, holds, putting));
  for (const { grounded = [] } of placed) for (const contribution of grounded) ground(contribution, putting);
  return placed.map(({ outcome }) => outcome);
}

/** What the hub alone says: a note, or a report of a decision, with its mark. */
const isOfTheHub = ({ extensions }: JsonObject): boolean =>
  typeof extensions === 'object' &&
  extensions !== null &&
  (noticeExtensionId in extensions || decisionExtensionId in extensions);

interface Placed {
  outcome: ObjectOutcome;
  /** What it made, and what it repeats: they take the grounds that there are now. */
  grounded?: readonly Contribution[];
}

function putOne(
  object: JsonObject,
  index: number,
  chosen: OracleLabel,
  holds: ReadonlyMap<string, string[]>,
  putting: Putting,
): Placed {
  const { cell, act } = putting;
  const { handed } = cell;
  if (!handed.validateObject(object).valid || isOfTheHub(object)) return { outcome: 'rejected' };
  const id = String(object['id']);
  const own = cell.contributions.filter((c) => c.contributor === act.member && c.id === id);
  const body = handed.canonical(withoutItsLabel(object));
  const version = versionOf(object, own, cell);
  const labels = labelsOf(object, chosen, putting);
  if (version === undefined || !labels || isConflict(version, body, own)) return { outcome: 'rejected' };
  const heldBy = holds.get(id) ?? [];
  const label = held(labels.label, heldBy, act.member);
  const alike = own.filter((c) =>
    [c.label, c.labelAsPut].some(
      (had) => printBoth({ ...c, label: had }) === printBoth({ label, portions: labels.portions }),
    ),
  );
  const repeated = alike.filter((c) => c.body === body && (!isTimed(object) || c.version === version));
  if (repeated.length > 0 && (isTimed(object) || !isSuperseded(body, alike)))
    return { outcome: 'unchanged', grounded: repeated };
  const contribution: Contribution = {
    order: putting.nextOrder(),
    act: putting.number,
    index,
    contributor: act.member,
    id,
    type: String(object['type']),
    version,
    object,
    body,
    label,
    labelAsPut: label,
    portions: labels.portions,
    heldBy,
    taken: [],
    references: referencesOf(object),
    foreign: new Map(),
  };
  cell.contributions.push(contribution);
  return { outcome: own.length === 0 ? 'added' : 'changed', grounded: [...repeated, contribution] };
}

const printBoth = (c: { label: OracleLabel; portions: readonly OraclePortion[] }): string =>
  // A community's epoch moves on by itself; the same words again repeat what was put in.
  [
    printOracleLabel(c.label),
    ...c.portions.map((portion) => `${portion.selectors.join(' ')} ${printOracleLabel(portion.label)}`),
  ]
    .join()
    .replace(/(community:[^@"]+)@\d+/g, '$1');

/** Whether the last that came in of the observable, under this label, has another content. */
function isSuperseded(body: string, alike: readonly Contribution[]): boolean {
  const [last] = alike.toSorted((a, b) =>
    a.version < b.version ? 1 : a.version > b.version ? -1 : b.order - a.order,
  );
  return last?.body !== body;
}

/** The object without its label: the same under another label is no other content. */
function withoutItsLabel(object: JsonObject): JsonObject {
  const { extensions, ...rest } = object;
  if (typeof extensions !== 'object' || extensions === null || Array.isArray(extensions)) return object;
  const kept = Object.entries(extensions).filter(([key]) => key !== labelExtensionId);
  if (kept.length === Object.keys(extensions).length) return object;
  return kept.length === 0 ? rest : { ...rest, extensions: Object.fromEntries(kept) };
}

/** Same version by the same contributor with other content. */
const isConflict = (version: bigint, body: string, own: readonly Contribution[]): boolean =>
  own.some((c) => c.version === version && c.body !== body);

/**
 * The version instant; `undefined` where the object is refused for it. A cyber-observable has the instant of
 * the act; a second one within an act, a microsecond more.
 */
function versionOf(object: JsonObject, own: readonly Contribution[], cell: Cell): bigint | undefined {
  const { modified, created } = object;
  const stated = modified ?? created;
  if (typeof stated === 'string') {
    const version = cell.handed.parseTimestamp(stated);
    const isAhead = modified !== undefined && version !== undefined && version > cell.at + fiveMinutes;
    return isAhead ? undefined : version;
  }
  const latest = own.reduce((last, { version }) => (version > last ? version : last), 0n);
  return latest >= cell.at ? latest + 1n : cell.at;
}

/** The label of the object and of its portions; `undefined` where what it states is refused. */
function labelsOf(
  object: JsonObject,
  chosen: OracleLabel,
  putting: Putting,
): { label: OracleLabel; portions: OraclePortion[] } | undefined {
  const { cell, act } = putting;
  const { handed, coalition } = cell;
  const stated = readExtension(object, handed);
  if (!stated) return undefined;
  const posted =
    act.collection === 'own' ? noParts() : { ...noParts(), any: [[`community:${act.collection}`]] };
  const markings = textsIn(object['object_marking_refs']);
  const marked = readMarkings(markings, putting);
  const parts = joinAll(stated.parts, chosen, posted, { ...noParts(), handling: marked.handling });
  const resolved = resolve(parts, act.member, coalition);
  // What is unknown counts also where another clause implies it.
  const isKnown = marked.isKnown && isAllKnown([stated.parts, chosen, posted], act.member, coalition);
  const label = isKnown ? resolved : { ...resolved, any: alone(act.member).any };
  const portions = stated.portions.map((portion) => ({
    selectors: portion.selectors,
    label: resolve(portion.label, act.member, coalition),
  }));
  portions.push(...unknownMarked(object, putting));
  return portions.every((portion) => isPortionAllowed(object, portion, handed))
    ? { label, portions }
    : undefined;
}

/** Handling that markings state; an unknown marking leaves the object with its contributor. */
function readMarkings(refs: readonly string[], putting: Putting): { handling: string[]; isKnown: boolean } {
  const handling = tlpHandling(refs);
  let isKnown = true;
  for (const ref of refs) {
    if (tlpIds.has(ref)) continue;
    const statement = statementOf(ref, putting);
    if (statement === undefined) isKnown = false;
    else handling.push(statement);
  }
  return { handling, isKnown };
}

/** The words of a statement marking that the contributor puts in by this act or had put in. */
function statementOf(ref: string, { cell, act }: Putting): string | undefined {
  const own = cell.contributions.filter((c) => c.contributor === act.member).map((c) => c.object);
  const here = act.objects.filter((object) => cell.handed.validateObject(object).valid);
  for (const object of [...here, ...own]) {
    if (object['id'] !== ref || object['definition_type'] !== 'statement') continue;
    const definition = object['definition'] as JsonObject | undefined;
    if (typeof definition?.['statement'] === 'string') return definition['statement'];
  }
  return undefined;
}

/** Selectors under a granular marking that is not known: a portion for the contributor alone. */
function unknownMarked(object: JsonObject, putting: Putting): OraclePortion[] {
  const markings = object['granular_markings'];
  if (!Array.isArray(markings)) return [];
  return markings.flatMap((marking): OraclePortion[] => {
    const { marking_ref: ref, selectors } = marking as JsonObject;
    if (typeof ref !== 'string' || readMarkings([ref], putting).isKnown) return [];
    return [{ selectors: textsIn(selectors), label: alone(putting.act.member) }];
  });
}

/** Portions stand on optional properties and on required free text only (rule 5). */
function isPortionAllowed(object: JsonObject, portion: OraclePortion, handed: Handed): boolean {
  const type = String(object['type']);
  return portion.selectors.every((selector) => {
    const path = findSelector(object, selector);
    const name = String(path?.[0] ?? selector.split('.')[0]);
    return !handed.isRequired(type, name) || handed.isFreeText(type, name);
  });
}

/**
 * Owners whose consent a contribution of this id waits for (ADR 5, "Putting in", 6): those that the
 * member is shown, and of what its feed once had under ownership and has no more, whose it was.
 */
function holdOn(id: string, { cell, act, before, freed, owned }: Putting): string[] {
  if (freed.has(id)) return [];
  const others = cell.contributions.filter(
    (c) => c.id === id && c.contributor !== act.member && before.has(c),
  );
  const seen = new Set(others.map((c) => c.contributor));
  const owners = [
    ...cell.contributions.flatMap((c) => (c.id === id && c.contributor === act.member ? c.heldBy : [])),
    ...others.flatMap((c) => c.label.owners.filter((owner) => seen.has(owner))),
    ...[...(owned.get(id) ?? [])].filter((owner) => !seen.has(owner)),
  ];
  return [...new Set(owners)].filter((owner) => owner !== act.member).sort();
}

/** A label under a hold: the contributor alone, and the owners named. */
export function held(label: OracleLabel, heldBy: string[], member: string): OracleLabel {
  return heldBy.length === 0 ? label : joinAll(label, { ...alone(member), owners: [...heldBy, member] });
}

/** Adds the grounds that others' contributions give now (rule 2). */
function ground(contribution: Contribution, { cell, act, before, number }: Putting): void {
  for (const { target } of contribution.references) {
    const known = contribution.foreign.get(target) ?? new Set();
    for (const other of cell.contributions)
      if (
        other.id === target &&
        other.contributor !== act.member &&
        other.act !== number &&
        before.has(other)
      )
        known.add(other);
    contribution.foreign.set(target, known);
  }
}

/** The label that a relabelling states, `undefined` where it is not well formed. */
export function relabelled(
  label: JsonObject,
  member: string,
  coalition: Coalition,
  handed: Handed,
): OracleLabel | undefined {
  const stated = readStated(label, handed);
  return stated && resolve(stated, member, coalition);
}
