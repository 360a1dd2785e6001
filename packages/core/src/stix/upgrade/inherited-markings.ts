import { labelExtensionId } from '../../extension/identifiers.ts';
import { readParts, writeParts } from '../../label/extension.ts';
import { join, makeLabel, type Label } from '../../label/label.ts';
import { isRecord } from '../check/value.ts';
import type { Finding, Json, JsonObject } from '../types.ts';
import { renamedSelector } from './observable.ts';

interface KeyMarkings {
  /** Markings of the whole object under the key. */
  whole: Json[];
  /** Granular markings with selectors that begin in the object under the key. */
  parts: JsonObject[];
}

/** What the markings and the label of observed data say of the objects inside it, found in one pass. */
export class InheritedMarkings {
  private readonly label: JsonObject | undefined;
  private readonly everywhere: Json[];
  private readonly byKey = new Map<string, KeyMarkings>();

  constructor(observed: JsonObject) {
    this.label = labelIn(observed);
    const own = observed['object_marking_refs'];
    const granular = observed['granular_markings'];
    this.everywhere = Array.isArray(own) ? [...own] : [];
    for (const marking of Array.isArray(granular) ? granular : []) if (isRecord(marking)) this.index(marking);
  }

  /**
   * The marking properties and the extensions of the object under a key, which is `source`.
   * @param extensions that it has in 2.1
   */
  of(key: string, source: JsonObject, extensions: Json | undefined): JsonObject {
    const { whole, parts } = this.byKey.get(key) ?? { whole: [], parts: [] };
    const references = [...new Set([...this.everywhere, ...whole])];
    const granular = parts.map((part) => ({
      ...part,
      selectors: (part['selectors'] as string[]).map((selector) => renamedSelector(source, selector)),
    }));
    return {
      ...(references.length > 0 ? { object_marking_refs: references } : {}),
      ...(granular.length > 0 ? { granular_markings: granular } : {}),
      ...this.extensionsOf(isRecord(extensions) ? extensions : {}),
    };
  }

  /** Its portions are of what stays outside: what is inside has the label as a whole, beside one of its own. */
  private extensionsOf(extensions: JsonObject): JsonObject {
    if (this.label === undefined) return {};
    const { portions: _, ...whole } = this.label;
    const own = labelIn({ extensions });
    const label = own === undefined ? whole : joined(own, whole);
    return { extensions: { ...extensions, [labelExtensionId]: label } };
  }

  private index(marking: JsonObject): void {
    const { selectors, marking_ref: reference } = marking;
    const inside = new Map<string, string[]>();
    for (const selector of Array.isArray(selectors) ? selectors : []) {
      if (typeof selector !== 'string') continue;
      if (selector === 'objects' && reference !== undefined) this.everywhere.push(reference);
      if (!selector.startsWith('objects.')) continue;
      const [, key = '', ...rest] = selector.split('.');
      if (rest.length > 0) {
        const found = inside.get(key);
        if (found === undefined) inside.set(key, [rest.join('.')]);
        else found.push(rest.join('.'));
      } else if (reference !== undefined) this.entry(key).whole.push(reference);
    }
    for (const [key, found] of inside) this.entry(key).parts.push({ ...marking, selectors: found });
  }

  private entry(key: string): KeyMarkings {
    const entry = this.byKey.get(key) ?? { whole: [], parts: [] };
    this.byKey.set(key, entry);
    return entry;
  }
}

function labelIn({ extensions }: JsonObject): JsonObject | undefined {
  const label = isRecord(extensions) ? extensions[labelExtensionId] : undefined;
  return isRecord(label) ? label : undefined;
}

/** Whom both permit. What cannot be read stays as it is, for the validator to find. */
function joined(own: JsonObject, other: JsonObject): JsonObject {
  const findings: Finding[] = [];
  const read = ({ extension_type: _kind, portions: _portions, ...rest }: JsonObject): Label =>
    makeLabel(readParts(rest, '', findings));
  const both = join(read(own), read(other));
  return findings.length > 0 ? { ...own, ...other } : { ...own, ...writeParts(both) };
}
