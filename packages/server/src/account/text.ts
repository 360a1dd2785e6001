/** Texts that people give for accounts: checked before anything is stored. */
import { Failure } from '@entente/core/failure';

const unprintable = /[\p{Cc}\p{Cs}\p{Cn}]/u;

/** A text of one line, without spaces at its ends; throws Failure('invalid') naming it. */
export function requireText(value: string, name: string, most: number): string {
  const text = value.normalize('NFC').trim();
  if (text === '' || [...text].length > most || unprintable.test(text)) {
    throw new Failure('invalid', `${name}: must be a text of one line, 1 to ${most} characters.`);
  }
  return text;
}

/** As `requireText`, where it may be left out. */
export const optionalText = (value: string | undefined, name: string, most: number): string | null =>
  value === undefined || value.trim() === '' ? null : requireText(value, name, most);
