/** Dictionaries (§2.3): what their keys may be, and that they are not empty. */
import type { DictionaryKeys } from '../specification/kind.ts';
import type { Report } from './report.ts';
import { isDictionaryKey } from './text.ts';
import { type Check, isRecord, refuse } from './value.ts';

/** The fields of the structure STARTUPINFO of Windows. */
const startupFields = new Set(
  `cb lpReserved lpDesktop lpTitle dwX dwY dwXSize dwYSize dwXCountChars dwYCountChars dwFillAttribute dwFlags
  wShowWindow cbReserved2 lpReserved2 hStdInput hStdOutput hStdError`.split(/\s+/),
);

interface KeyForm {
  test: (key: string) => boolean;
  /** Completes the sentence "is no …". */
  wanted: string;
}

const keyForms: Readonly<Record<DictionaryKeys, KeyForm>> = {
  'exif-tag': {
    test: (key) => key.length > 1 && key[0] !== key[0]?.toLowerCase(),
    wanted: 'name of an EXIF tag: it begins with a capital (§6.7)',
  },
  'startup-info': { test: (key) => startupFields.has(key), wanted: 'field of STARTUPINFO (§6.13)' },
};

/** The check of a dictionary with such values, and keys of such a form where it names one. */
export function compileDictionary(check: Check, keys: DictionaryKeys | undefined): Check {
  const form = keys === undefined ? undefined : keyForms[keys];
  return (value, report) => {
    if (!isRecord(value)) return refuse('a dictionary', value, report);
    const names = Object.keys(value);
    if (names.length === 0) report.error('must not be empty');
    for (const name of names) {
      report.path.push(name);
      checkKey(name, form, report);
      check(value[name], report);
      report.path.pop();
    }
  };
}

function checkKey(name: string, form: KeyForm | undefined, report: Report): void {
  if (!isDictionaryKey(name) || name === '__proto__') {
    report.error('is no key of a dictionary: letters, digits, _ and -, at most 250 (§2.3)');
  } else if (form !== undefined && !form.test(name)) report.error(`is no ${form.wanted}`);
}
