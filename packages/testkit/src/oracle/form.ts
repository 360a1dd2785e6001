/** What a reader is served of another's contribution: rules 4 and 5. */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { isStixId, uuidVersionOfId } from '@entente/core/stix/identifier';
import type { Json, JsonObject } from '@entente/core/stix/types';
import type { Contribution } from './contribution.ts';
import type { Handed } from './handed.ts';
import { everyValue, findSelector, isBeneath, printPath, valueAt, type Path } from './tree.ts';

/** A part that is withheld: a reference with its target, or a portion. Paths count in the object as written. */
export interface Cut {
  selector: string;
  target?: string;
}

export interface Form {
  object: JsonObject;
  cuts: Cut[];
  /** The form with every stand-in alike, the projection in it and `modified` left out (rule 6). */
  likeness: string;
}

/** How one contribution stands towards one reader. */
export interface Standing {
  reader: string;
  isOpen(target: string): boolean;
  isPortionOpen(index: number): boolean;
  /** Whether a ground of the target with the version that `object_modified` names is in the view. */
  isVersionOpen(target: string, version: bigint): boolean;
  projection: JsonObject;
}

type StandIn = (type: string, selector: string) => string;
const standInMark = 'stand-in';

/** The form for a reader who is not the contributor; `undefined` where the object is withheld. */
export function formFor(c: Contribution, standing: Standing, handed: Handed): Form | undefined {
  const work = new Cutting(c, standing, handed);
  return work.form();
}

class Cutting {
  private readonly c: Contribution;
  private readonly standing: Standing;
  private readonly handed: Handed;
  /** Paths that go; a stand-in or the neutral text may take their place. */
  private readonly gone = new Map<string, 'gone' | 'neutral' | 'stand-in'>();
  private readonly cuts: Cut[] = [];

  constructor(c: Contribution, standing: Standing, handed: Handed) {
    this.c = c;
    this.standing = standing;
    this.handed = handed;
  }

  form(): Form | undefined {
    this.closePortions();
    this.cutReferences();
    this.dropDependants();
    if (this.givesIdAway()) return undefined;
    const object = this.build((type, path) => this.standIn(type, path));
    if (!this.handed.validateObject(object).valid) return undefined;
    const { modified: _modified, ...likeness } = this.build(() => standInMark);
    const cuts = this.cuts.toSorted((a, b) => (a.selector < b.selector ? -1 : 1));
    return { object, cuts, likeness: this.handed.canonical(likeness) };
  }

  private closePortions(): void {
    const closed: Path[] = [];
    for (const [index, portion] of this.c.portions.entries()) {
      if (this.standing.isPortionOpen(index)) continue;
      for (const selector of portion.selectors) {
        const path = findSelector(this.c.object, selector);
        if (path) closed.push(path);
      }
    }
    for (const selector of this.c.taken) {
      const path = findSelector(this.c.object, selector);
      if (path) closed.push(path);
    }
    for (const path of closed) {
      if (closed.some((other) => other.length < path.length && isBeneath(path, other))) continue;
      const selector = printPath(path);
      if (this.gone.has(selector)) continue;
      const isNeutral = path.length === 1 && this.handed.isRequired(this.c.type, selector);
      this.gone.set(selector, isNeutral ? 'neutral' : 'gone');
      this.cuts.push({ selector });
    }
  }

  private cutReferences(): void {
    const { c, standing, handed } = this;
    for (const { path, target } of c.references) {
      if (standing.isOpen(target) || this.isGone(path)) continue;
      const isStoodIn = handed.requiredReferences(c.type).has(printPath(path));
      this.gone.set(printPath(path), isStoodIn ? 'stand-in' : 'gone');
      this.cuts.push({ selector: printPath(path), target });
    }
    const { object_ref: object, object_modified: modified } = c.object;
    if (c.type !== 'language-content' || typeof modified !== 'string' || this.isGone(['object_modified']))
      return;
    const version = handed.parseTimestamp(modified);
    // What makes up an id is not told, whoever else has that version.
    const isOpen =
      typeof object === 'string' &&
      ![3, 5].includes(uuidVersionOfId(c.id)) &&
      version !== undefined &&
      standing.isOpen(object) &&
      standing.isVersionOpen(object, version);
    if (isOpen) return;
    this.gone.set('object_modified', 'gone');
    this.cuts.push({ selector: 'object_modified' });
  }

  /** What has no meaning without a property that went goes with it, and so on. */
  private dropDependants(): void {
    for (let before = -1; before !== this.gone.size;) {
      before = this.gone.size;
      const kept = this.keep(this.c.object, []) as JsonObject;
      for (const name of Object.keys(this.c.object)) {
        const isLost = !(name in kept) || this.gone.get(name) === 'neutral';
        if (!isLost) continue;
        for (const other of this.handed.dependants(this.c.type, name))
          if (other in this.c.object && !this.gone.has(other)) this.gone.set(other, 'gone');
      }
    }
  }

  private isGone(path: Path): boolean {
    return path.some((_, index) => this.gone.has(printPath(path.slice(0, index + 1))));
  }

  /** Whether a value that makes up the deterministic id was touched (rule 5). */
  private givesIdAway(): boolean {
    const { c, handed } = this;
    if (this.gone.size === 0 || ![3, 5].includes(uuidVersionOfId(c.id))) return false;
    const touched = [...this.gone.keys()].map((selector) => selector.split('.')[0] as string);
    if (handed.deterministicId(c.object) !== c.id) return true;
    const contributing = handed.contributingProperties(c.type);
    return !contributing || touched.some((name) => contributing.includes(name));
  }

  private standIn(type: string, path: string): string {
    const { reader } = this.standing;
    return this.handed.standIn(reader, this.c.contributor, this.c.id, this.c.version, path, type);
  }

  private build(standIn: StandIn): JsonObject {
    const built = this.keep(this.c.object, [], standIn) as JsonObject;
    this.renumber(built);
    this.putProjection(built);
    return built;
  }

  /**
   * A copy without what is gone; what becomes empty by that goes too. With `standIn`, what STIX requires is
   * stood in for; without it, it goes like the rest.
   */
  private keep(node: Json, path: Path, standIn?: StandIn): Json | undefined {
    const selector = printPath(path);
    const fate = path.length > 0 ? this.gone.get(selector) : undefined;
    const type = this.handed.requiredReferences(this.c.type).get(selector);
    if (fate === 'gone') return undefined;
    if (fate === 'neutral') return this.handed.neutralText;
    if (fate === 'stand-in') return type === undefined ? undefined : standIn?.(type, selector);
    if (typeof node !== 'object' || node === null) return node;
    const entries: [string | number, Json][] = Array.isArray(node)
      ? [...node.entries()]
      : Object.entries(node);
    const kept = entries.flatMap(([step, child]) => {
      const value = this.keep(child, [...path, step], standIn);
      return value === undefined ? [] : [[step, value] as [string | number, Json]];
    });
    if (kept.length === 0 && entries.length > 0)
      return standIn && type !== undefined ? [standIn(type, selector)] : undefined;
    return Array.isArray(node) ? kept.map(([, value]) => value) : Object.fromEntries(kept);
  }

  /** Selectors of what was cut go, list indexes are counted anew, markings of nothing go. */
  private renumber(built: JsonObject): void {
    const written = this.c.object['granular_markings'];
    if (!Array.isArray(written)) return;
    const kept = written.flatMap((marking, index): Json[] => {
      const path: Path = ['granular_markings', index];
      if (typeof marking !== 'object' || marking === null || Array.isArray(marking)) return [];
      if (this.isGone(path) || this.isGone([...path, 'marking_ref'])) return [];
      const selectors = Array.isArray(marking['selectors']) ? marking['selectors'] : [];
      const moved = selectors.flatMap((selector) => this.moved(String(selector)));
      const rest = this.keep(marking, path) as JsonObject;
      return moved.length === 0 ? [] : [{ ...rest, selectors: moved }];
    });
    if (kept.length === 0) delete built['granular_markings'];
    else built['granular_markings'] = kept;
  }

  private moved(selector: string): string[] {
    const path = findSelector(this.c.object, selector);
    if (!path || this.isGone(path)) return [];
    if (this.keep(valueAt(this.c.object, path) as Json, path) === undefined) return [];
    const steps = path.map((step, depth) => {
      if (typeof step !== 'number') return step;
      const list = path.slice(0, depth);
      const before = Array.from({ length: step }, (_, index): Path => [...list, index]);
      return before.filter((other) => this.keep(valueAt(this.c.object, other) as Json, other) !== undefined)
        .length;
    });
    return [printPath(steps)];
  }

  private putProjection(built: JsonObject): void {
    const { [labelExtensionId]: _written, ...others } = (built['extensions'] ?? {}) as JsonObject;
    const { projection } = this.standing;
    const extensions: JsonObject = { ...others };
    if (Object.keys(projection).length > 0)
      extensions[labelExtensionId] = { extension_type: 'property-extension', ...projection };
    if (Object.keys(extensions).length > 0) built['extensions'] = extensions;
    else delete built['extensions'];
  }
}

/** Every string of a form that search looks into: no ids, types or times, and not the label. */
export function textsOf(object: JsonObject, handed: Handed): string[] {
  const { type: _type, spec_version: _spec, ...rest } = object;
  return everyValue(rest).flatMap(({ path, value }) => {
    if (typeof value !== 'string' || isStixId(value) || handed.parseTimestamp(value) !== undefined) return [];
    return path[0] === 'extensions' && path[1] === labelExtensionId ? [] : [value];
  });
}
