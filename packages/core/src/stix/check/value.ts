/** Checks of values that no property specification describes: custom properties and what is in them. */
import { isLanguageTag } from './language.ts';
import { isBase64, isHex, isPropertyName, isWellFormed } from './text.ts';
import { quoted, type Report } from './report.ts';

/** Levels of nesting from the root of an object that are looked at; what is deeper is refused. */
export const maximumDepth = 100;

export type Check = (value: unknown, report: Report) => void;

/** A JSON object, whatever prototype it has. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, and '' for everything else: `String` runs what a foreign object says, or throws. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The check of a property that the specification lacks, by its name. */
export type CustomCheck = (name: string, value: unknown, report: Report) => void;

/** Property names that are kept for later versions (§12.2), at the top level of objects. */
const reserved = new Set(['severity', 'action', 'username', 'phone_numbers']);

/**
 * A custom property of an object (§3.1, §11.1). `lang` is a common property that some types lack; the OASIS
 * validator looks at it in all of them.
 */
export function checkTopLevel(name: string, value: unknown, report: Report): void {
  if (reserved.has(name)) report.error('is a reserved name; choose another (§12.2)');
  if (name === 'lang' && typeof value === 'string' && !isLanguageTag(value)) {
    refuse('a language code of RFC 5646, as en or pt-BR', value, report);
  }
  checkCustom(name, value, report);
}

/**
 * A custom property of an object or an extension. Endings `_bin` and `_hex` promise base64 and hexadecimal digits
 * (§2.1, §2.8).
 */
export function checkCustom(name: string, value: unknown, report: Report): void {
  checkPropertyName(name, report);
  if (name.endsWith('_bin') && !(typeof value === 'string' && isBase64(value))) {
    report.error('must be base64, since its name ends with _bin (§2.1)');
  } else if (name.endsWith('_hex') && !(typeof value === 'string' && isHex(value))) {
    report.error('must be an even number of hexadecimal digits, since its name ends with _hex (§2.8)');
  } else checkAny(value, report);
}

/** A further property of an embedded type: the OASIS validator does not look at endings of names here. */
export function checkFurther(name: string, value: unknown, report: Report): void {
  checkPropertyName(name, report);
  checkAny(value, report);
}

function checkPropertyName(name: string, report: Report): void {
  if (isPropertyName(name)) return;
  report.error(
    'is no property name: it must be of a-z, 0-9 and _, begin with a letter, 3 to 250 long (§3.1)',
  );
}

/** Any JSON value but null and the empty list (§2.10), nested 100 levels deep at most. */
export function checkAny(value: unknown, report: Report): void {
  if (value === null) report.error('must not be null; leave the property out');
  else if (Array.isArray(value) && value.length === 0) report.error('must not be an empty list (§2.10)');
  else checkNested(value, report);
}

/** Inside custom values null and empty lists are no more than warnings. */
export function checkNested(value: unknown, report: Report): void {
  switch (typeof value) {
    case 'string':
      checkText(value, report);
      return;
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) report.error('must be a finite number');
      return;
    case 'object':
      if (value === null) report.warning('should not be null');
      else if (report.path.length >= maximumDepth) {
        report.error(`is nested deeper than ${maximumDepth} levels`);
      } else if (Array.isArray(value)) checkItems(value, report);
      else checkMembers(value as Record<string, unknown>, report);
      return;
    default:
      report.error(`must be a JSON value, not ${typeof value}`);
  }
}

/** A text must be Unicode: half a surrogate pair has no form in UTF-8 (§2.14). */
export function checkText(text: string, report: Report): void {
  if (!isWellFormed(text)) report.error('must be Unicode: it has half of a surrogate pair (§2.14)');
}

function checkItems(items: readonly unknown[], report: Report): void {
  if (items.length === 0) report.warning('should not be an empty list (§2.10)');
  for (let index = 0; index < items.length; index += 1) {
    report.path.push(index);
    checkNested(items[index], report);
    report.path.pop();
  }
}

function checkMembers(object: Readonly<Record<string, unknown>>, report: Report): void {
  for (const name of Object.keys(object)) {
    report.path.push(name);
    checkName(name, report);
    checkNested(object[name], report);
    report.path.pop();
  }
}

/** Names that would do harm to programs, or have no form in UTF-8. */
export function checkName(name: string, report: Report): void {
  if (name === '__proto__') report.error('is a name that is not accepted');
  else checkText(name, report);
}

/** Says of a value that it is not of the kind it must be. */
export function refuse(wanted: string, value: unknown, report: Report): void {
  report.error(`must be ${wanted}, not ${quoted(value)}`);
}
