import { isValidIdentifier } from '../identifier.ts';
import { enumerations } from '../specification/vocabulary.ts';
import type { Report } from './report.ts';
import { isTypeName } from './text.ts';
import { type Check, checkCustom, isRecord, refuse } from './value.ts';

/** The property `extensions` (§3.2, §7.3): predefined ones, those of extension-definitions, custom `-ext`. */
export function compileExtensions(predefined: ReadonlyMap<string, Check>): Check {
  return (value, report) => {
    if (!isRecord(value)) return refuse('a dictionary of extensions', value, report);
    const names = Object.keys(value);
    if (names.length === 0) report.error('must not be empty');
    for (const name of names) {
      report.path.push(name);
      const check = predefined.get(name);
      if (check === undefined) checkExtension(name, value[name], report);
      else check(value[name], report);
      report.path.pop();
    }
  };
}

function checkExtension(name: string, value: unknown, report: Report): void {
  const isDefined = name.startsWith('extension-definition--') && isValidIdentifier(name);
  if (!isDefined && !(name.endsWith('-ext') && isTypeName(name))) {
    report.error('is no name of an extension: the id of an extension-definition, or ending with -ext (§7.3)');
  } else if (!isDefined) report.warning('should be replaced by an extension-definition (§7.3)');
  if (!isRecord(value)) return refuse('an object', value, report);
  const names = Object.keys(value);
  if (names.length === 0) report.error('must not be empty');
  if (isDefined) checkType(value, report);
  for (const property of names) {
    if (isDefined && property === 'extension_type') continue;
    report.path.push(property);
    checkCustom(property, value[property], report);
    report.path.pop();
  }
}

function checkType(extension: Readonly<Record<string, unknown>>, report: Report): void {
  if (!Object.hasOwn(extension, 'extension_type')) return report.error('is required', 'extension_type');
  const type = extension['extension_type'];
  if (typeof type === 'string' && enumerations['extension-type'].includes(type)) return;
  report.error(`must be one of ${enumerations['extension-type'].join(', ')}`, 'extension_type');
}

/** The types of the extensions of an object that come from extension-definitions: `new-sdo`, … */
export function extensionTypes(object: Readonly<Record<string, unknown>>): unknown[] {
  const extensions = Object.hasOwn(object, 'extensions') ? object['extensions'] : undefined;
  if (!isRecord(extensions)) return [];
  return Object.values(extensions).map((extension) =>
    isRecord(extension) && Object.hasOwn(extension, 'extension_type')
      ? extension['extension_type']
      : undefined,
  );
}
