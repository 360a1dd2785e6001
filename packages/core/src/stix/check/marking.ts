import { canonical } from '../canonical.ts';
import { tlp2ExtensionId, tlp2Ids, tlpIds, tlpMarkingOfId } from '../tlp.ts';
import type { Json } from '../types.ts';
import { quoted, type Report } from './report.ts';
import { isDigit, isLetter, isLower } from './text.ts';
import { isRecord, textOf } from './value.ts';

type Members = Readonly<Record<string, unknown>>;

const own = (object: Members, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** Every selector of granular markings has its form and points at something that is there (§7.2.3). */
export function checkSelectors(object: Members, report: Report): void {
  const markings = own(object, 'granular_markings');
  if (!Array.isArray(markings)) return;
  markings.forEach((marking: unknown, index) => {
    const selectors = isRecord(marking) ? own(marking, 'selectors') : undefined;
    if (!Array.isArray(selectors)) return;
    selectors.forEach((selector: unknown, position) => {
      if (typeof selector !== 'string') return;
      const problem = selectorProblem(object, selector);
      if (problem !== undefined) {
        report.error(`${quoted(selector)} ${problem}`, 'granular_markings', index, 'selectors', position);
      }
    });
  });
}

function selectorProblem(object: Members, selector: string): string | undefined {
  const steps = selector.split('.');
  const isFormed = steps.every((step, index) => isStep(step, index === 0));
  if (!isFormed) return 'is no selector: property names, and [n] for items, joined by dots (§7.2.3)';
  let value: unknown = object;
  for (const step of steps) {
    const next = stepInto(value, step);
    if (next === undefined) return `selects nothing: there is no ${quoted(step)} in the object (§7.2.3)`;
    value = next;
  }
  return undefined;
}

function isStep(step: string, isFirst: boolean): boolean {
  if (isFirst && step === 'id') return true;
  if (!isFirst && step.startsWith('[') && step.endsWith(']')) return indexOf(step) >= 0;
  if (step.length < (isFirst ? 3 : 1) || step.length > 250) return false;
  for (let index = 0; index < step.length; index += 1) {
    const code = step.charCodeAt(index);
    const isWord = isFirst ? isLower(code) : isLetter(code);
    if (!isWord && !isDigit(code) && code !== 95 && code !== 45) return false;
  }
  return true;
}

function indexOf(step: string): number {
  if (step.length < 3 || step.length > 12) return -1;
  for (let index = 1; index < step.length - 1; index += 1) if (!isDigit(step.charCodeAt(index))) return -1;
  return Number(step.slice(1, -1));
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return step.startsWith('[') ? (value[indexOf(step)] as unknown) : undefined;
  return isRecord(value) ? own(value, step) : undefined;
}

/** What holds for marking-definitions beyond their properties (§7.2.1). */
export function checkMarkingDefinition(object: Members, report: Report): void {
  checkCircles(object, report);
  checkDefinition(object, report);
  if (isTlp(object)) checkTlp(object, report);
  else if (tlpIds.has(textOf(own(object, 'id')))) {
    report.warning('is the id of a TLP marking of OASIS, and this is another marking', 'id');
  }
}

/** A marking-definition does not mark itself. */
function checkCircles(object: Members, report: Report): void {
  const id = own(object, 'id');
  const references = own(object, 'object_marking_refs');
  if (Array.isArray(references) && references.includes(id)) {
    report.error('must not refer to the marking-definition itself (§7.2.1)', 'object_marking_refs');
  }
  const markings = own(object, 'granular_markings');
  if (!Array.isArray(markings)) return;
  if (markings.some((marking: unknown) => isRecord(marking) && own(marking, 'marking_ref') === id)) {
    report.error('must not refer to the marking-definition itself (§7.2.1)', 'granular_markings');
  }
}

function checkDefinition(object: Members, report: Report): void {
  const type = own(object, 'definition_type');
  const definition = own(object, 'definition');
  if (type !== undefined && type !== 'statement' && type !== 'tlp') {
    report.warning('should be statement or tlp; other markings should be extensions', 'definition_type');
  }
  if (type === 'statement' && isRecord(definition) && typeof own(definition, 'statement') !== 'string') {
    report.error('must be a text (§7.2.1.3)', 'definition', 'statement');
  }
}

const tlp2IdSet = new Set(Object.values(tlp2Ids));

function isTlp(object: Members): boolean {
  const extensions = own(object, 'extensions');
  return (
    own(object, 'definition_type') === 'tlp' ||
    tlp2IdSet.has(textOf(own(object, 'id'))) ||
    (isRecord(extensions) && Object.hasOwn(extensions, tlp2ExtensionId))
  );
}

/** TLP markings are those that are published, to the letter. The name of TLP 1 may be absent, as in STIX 2.0. */
function checkTlp(object: Members, report: Report): void {
  if (report.errors.length > 0) return;
  const fixed = tlpMarkingOfId(textOf(own(object, 'id')));
  const compared =
    own(object, 'definition_type') === 'tlp' && fixed !== undefined && !Object.hasOwn(object, 'name')
      ? { ...object, name: fixed['name'] }
      : object;
  if (fixed === undefined || canonical(fixed) !== canonical(compared as Record<string, Json>)) {
    report.error('TLP marking-definitions must be those that OASIS published, without any change (§7.2.1.4)');
  } else if (compared !== object) report.warning('should be there: the published marking has it', 'name');
}
