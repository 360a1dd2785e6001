import { isLanguageTag } from './language.ts';
import type { Report } from './report.ts';
import { isDigit, isLower } from './text.ts';
import { checkNested, isRecord, refuse } from './value.ts';

/** `contents` of a language-content (§7.1): language → property → its translation. */
export function checkContents(value: unknown, report: Report): void {
  if (!isRecord(value)) return refuse('a dictionary', value, report);
  const languages = Object.keys(value);
  if (languages.length === 0) report.error('must not be empty');
  for (const language of languages) {
    report.path.push(language);
    if (!isLanguageTag(language)) report.error('is no language code of RFC 5646, as en or pt-BR (§7.1)');
    checkTranslation(value[language], report);
    report.path.pop();
  }
}

function checkTranslation(value: unknown, report: Report): void {
  if (!isRecord(value)) return refuse('a dictionary', value, report);
  for (const name of Object.keys(value)) {
    report.path.push(name);
    if (!isTranslatedName(name)) report.error('is no property name: a-z, 0-9 and _, 3 to 250 long (§3.1)');
    // Empty texts, lists and objects stand for items of a list that have no translation.
    checkNested(value[name], report);
    report.path.pop();
  }
}

function isTranslatedName(name: string): boolean {
  if (name.length < 3 || name.length > 250 || name === '__proto__') return false;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    if (!isLower(code) && !isDigit(code) && code !== 95) return false;
  }
  return true;
}
