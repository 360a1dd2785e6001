/**
 * The form of an object for one reader: what is not open is cut, closed portions are taken out, the
 * label is replaced by its projection (ADR 5, rules 4 and 5). Pure; decides nothing by itself.
 */
import { labelExtensionId } from '../extension/identifiers.ts';
import { requiredReferences } from '../stix/specification.ts';
import { isStixId } from '../stix/identifier.ts';
import type { Json, JsonObject, StixObject } from '../stix/types.ts';
import { closedWith, isRequiredFreeText } from './portions.ts';
import { isNeverCut, type Path } from './references.ts';
import { renumbered, renumberMarkings, selectorOf } from './selectors.ts';

/** Takes the place of required free text that a closed portion covers. */
export const neutralSentence = 'This text is not released.';

/** What one reader is allowed of one contribution. */
export interface Openness {
  /** Whether a reference to this id is open. */
  isOpen(target: string): boolean;
  /** Selectors of the portions that are closed. */
  closedSelectors: readonly string[];
  /** The label extension as this reader is served it; `undefined` serves none. */
  label: JsonObject | undefined;
  /** An id that correlates with nothing, of the given type, for a required reference that is cut. */
  standIn(path: string, type: string): string;
}

/** The form, and what was cut, as sorted paths of the stored object. */
export interface Form {
  object: StixObject;
  cuts: string[];
}

const gone = Symbol('cut');
type Kept = Json | typeof gone;

/** Cuts an object for one reader. Whether the object is in the view at all is the gate's answer, not given here. */
export function formOf(stored: StixObject, openness: Openness): Form {
  const cutter = new Cutter(stored, openness);
  return cutter.cut();
}

class Cutter {
  readonly cuts: string[] = [];
  /** Lists of which nothing is left but a stand-in: markings on them go. */
  private readonly standIns = new Set<Json>();
  /** Selectors of what was kept and can be marked. */
  private readonly kept = new Set<string>();
  /** Selector of an element that moved up in its list → its place there now. */
  private readonly moved = new Map<string, number>();
  private readonly closedSelectors: ReadonlySet<string>;
  private readonly required: ReadonlyMap<string, string>;
  private readonly closedProperties: ReadonlySet<string>;
  private readonly stored: StixObject;
  private readonly openness: Openness;

  constructor(stored: StixObject, openness: Openness) {
    this.stored = stored;
    this.openness = openness;
    this.required = requiredReferences(stored.type);
    this.closedSelectors = new Set(openness.closedSelectors);
    this.closedProperties = closedWith(stored.type, openness.closedSelectors);
  }

  cut(): Form {
    const object: JsonObject = {};
    let extensions: Kept = gone;
    for (const [name, value] of Object.entries(this.stored)) {
      if (name === 'granular_markings') continue;
      const kept = this.property(name, value);
      if (name === 'extensions') extensions = kept;
      else if (kept !== gone) object[name] = kept;
    }
    const markable = new Set(this.kept); // markings mark no markings
    const markings = renumberMarkings(this.markings(), (selector) =>
      markable.has(selector) ? renumbered(selector, this.moved) : undefined,
    );
    if (markings.length > 0) object['granular_markings'] = markings;
    // Last, wherever they were written: where only the label is left, their place would tell of others.
    const { label } = this.openness;
    const others = extensions === gone ? {} : (extensions as JsonObject);
    if (label !== undefined) object['extensions'] = { ...others, [labelExtensionId]: label };
    else if (extensions !== gone) object['extensions'] = others;
    return { object: object as StixObject, cuts: this.cuts.sort() };
  }

  /** Of the granular markings what is open; one that lost what it marks, or with what, goes whole. */
  private markings(): JsonObject[] {
    const name = 'granular_markings';
    const stored = this.stored[name];
    if (!Array.isArray(stored)) return [];
    if (this.isClosed(name)) {
      this.closePortion([name]);
      return [];
    }
    return (stored as JsonObject[]).flatMap((marking, index) => {
      const kept = this.rebuild(marking, [name, index]);
      if (kept === gone) return [];
      const left = kept as JsonObject;
      const isWhole = ['marking_ref', 'selectors'].every((member) => !(member in marking) || member in left);
      return isWhole ? [left] : [];
    });
  }

  private open(id: string): boolean {
    return id === this.stored.id || isNeverCut(id) || this.openness.isOpen(id);
  }

  private property(name: string, value: Json): Kept {
    if (name === 'id' || name === 'type') return value;
    return this.rebuild(value, [name]);
  }

  private drop(path: Path): typeof gone {
    this.cuts.push(selectorOf(path));
    return gone;
  }

  private rebuild(value: Json, path: Path): Kept {
    const selector = selectorOf(path);
    if (this.isClosed(selector)) return this.closePortion(path);
    if (typeof value === 'string') return this.text(value, path, selector);
    const kept = Array.isArray(value)
      ? this.list(value, path, selector)
      : typeof value === 'object' && value !== null
        ? this.dictionary(value, path)
        : value;
    const isStandIn = Array.isArray(kept) && this.standIns.has(kept);
    if (kept !== gone && !isStandIn) this.kept.add(selector);
    return kept;
  }

  private isClosed(selector: string): boolean {
    return this.closedProperties.size > 0 && this.closedProperties.has(selector);
  }

  private closePortion(path: Path): Kept {
    // What only depends on it goes in silence: that it was there is not told.
    if (this.closedSelectors.has(selectorOf(path))) this.drop(path);
    const [name] = path;
    const isRequiredText = path.length === 1 && isRequiredFreeText(this.stored.type, String(name));
    return isRequiredText ? neutralSentence : gone;
  }

  private text(value: string, path: Path, selector: string): Kept {
    if (!isStixId(value) || this.open(value)) {
      this.kept.add(selector);
      return value;
    }
    this.drop(path);
    const type = this.required.get(selector);
    return type === undefined ? gone : this.openness.standIn(selector, type);
  }

  private list(items: readonly Json[], path: Path, selector: string): Kept {
    const kept: Json[] = [];
    items.forEach((item, index) => {
      const value = this.rebuild(item, [...path, index]);
      if (value === gone) return;
      if (kept.length !== index) this.moved.set(selectorOf([...path, index]), kept.length);
      kept.push(value);
    });
    if (kept.length > 0 || items.length === 0) return kept;
    const type = this.required.get(selector);
    if (type === undefined) return gone;
    const standIn = [this.openness.standIn(selector, type)];
    this.standIns.add(standIn);
    return standIn;
  }

  private dictionary(value: JsonObject, path: Path): Kept {
    // Without a prototype: a name may be `__proto__`.
    const kept = Object.create(null) as JsonObject;
    const names = Object.keys(value);
    for (const name of names) {
      const here = [...path, name];
      if (path.length === 1 && path[0] === 'extensions' && name === labelExtensionId) continue;
      if (isStixId(name) && !this.open(name)) {
        this.drop(here);
        continue;
      }
      const item = this.rebuild(value[name] as Json, here);
      if (item !== gone) kept[name] = item;
    }
    return Object.keys(kept).length > 0 || names.length === 0 ? kept : gone;
  }
}
