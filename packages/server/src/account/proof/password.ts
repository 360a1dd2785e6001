/** What a password must be: long, not the login, none of those tried first (NIST SP 800-63B §5.1.1.2). */
import { Failure } from '@entente/core/failure';

const least = 12;
const most = 256;

/** What people reach for first; compared without case and signs. */
const common = [
  'password',
  'passwort',
  'motdepasse',
  'qwertyuiop',
  'azertyuiop',
  '1q2w3e4r5t',
  '123456789',
  'abcdefghijkl',
  'letmein',
  'iloveyou',
  'welcome',
  'bienvenue',
  'administrator',
  'changeme',
  'entente',
];

/** @throws Failure `invalid` with what to do better */
export function requireGoodPassword(password: string, login: string): void {
  const length = [...password.normalize('NFC')].length;
  const wrong = (detail: string): never => {
    throw new Failure('invalid', `password: ${detail}`);
  };
  if (length < least) wrong(`must have at least ${least} characters; a few words in a row do.`);
  if (length > most) wrong(`must have at most ${most} characters.`);
  const plain = bare(password);
  const own = [login, login.split('@')[0] ?? ''].map(bare).filter((text) => text.length > 3);
  if (isMadeOf(plain, own)) wrong('must not be made of the login.');
  if (new Set(password).size < 5) wrong('must not repeat a few characters.');
  if (isMadeOf(plain, common)) wrong('is one of those that are tried first.');
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a text holds one of the parts, and hardly anything besides. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  const rest = parts.reduce((left, part) => left.split(part).join(''), text);
  return rest !== text && rest.length < 6;
}
