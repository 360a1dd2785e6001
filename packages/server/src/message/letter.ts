/** What e-mail says: that something waits, how many, and where; never what it is about. */
import { sayKind } from '@entente/core/message/say';
import type { Language, MessageKind } from '@entente/core/message/kinds';

/** A letter as it is handed to the mail server. */
export interface Letter {
  /** Of the letter, the same where it is sent again. */
  id: string;
  to: string;
  subject: string;
  text: string;
  language: Language;
  /** Microseconds. */
  at: number;
}

interface Told {
  unread: number;
  waiting: number;
  more: boolean;
  /** Kinds that may be said, each once. */
  kinds: readonly MessageKind[];
}

interface Words {
  subject: string;
  unread: (count: string, isOne: boolean) => string;
  waiting: (count: string, isOne: boolean) => string;
  where: string;
  why: string;
  code: { subject: string; text: (code: string) => string };
  farewell: { subject: string; text: string };
}

const english: Words = {
  subject: 'Something waits for you',
  unread: (count, isOne) => `${count} message${isOne ? '' : 's'} that you have not read.`,
  waiting: (count, isOne) => `On ${count}, somebody ${isOne ? 'still has' : 'has'} to act.`,
  where: 'Read here:',
  why: 'You get this because your account asked for it. To change that:',
  code: {
    subject: 'Your code',
    text: (code) =>
      `The code that confirms this address: ${code}\n\nIt is good for an hour. If you did not ask for it, do nothing: no e-mail follows.`,
  },
  farewell: {
    subject: 'No e-mail comes here any more',
    text: 'E-mail to your account was switched off, or goes to another address. If that was not you, sign in, change your password and end your other sessions, and tell an administrator of your member.',
  },
};

const french: Words = {
  subject: 'Quelque chose vous attend',
  unread: (count, isOne) => `${count} message${isOne ? '' : 's'} que vous n’avez pas lu${isOne ? '' : 's'}.`,
  waiting: (count) => `Pour ${count}, quelqu’un doit encore agir.`,
  where: 'À lire ici\u00a0:',
  why: 'Vous recevez ce courriel parce que votre compte l’a demandé. Pour changer cela\u00a0:',
  code: {
    subject: 'Votre code',
    text: (code) =>
      `Le code qui confirme cette adresse\u00a0: ${code}\n\nIl est valable une heure. Si vous ne l’avez pas demandé, ne faites rien\u00a0: aucun autre courriel ne suivra.`,
  },
  farewell: {
    subject: 'Cette adresse ne reçoit plus de courriels',
    text: 'L’envoi de courriels à votre compte a été désactivé, ou se fait à une autre adresse. Si ce n’est pas vous, connectez-vous, changez de mot de passe, mettez fin à vos autres sessions et avertissez un administrateur de votre membre.',
  },
};

const words = { en: english, fr: french };

export const languageOf = (text: string | null): Language => (text === 'fr' ? 'fr' : 'en');

/** Subject and text that tell of an inbox. @param url how the cell is reached, without a slash at the end */
export function letterText(language: Language, told: Told, url: string): { subject: string; text: string } {
  const { subject, unread, waiting, where, why } = words[language];
  const count = (number: number): string => `${number}${told.more ? '+' : ''}`;
  const lines = [
    unread(count(told.unread), told.unread === 1 && !told.more),
    ...(told.waiting > 0 ? [waiting(count(told.waiting), told.waiting === 1 && !told.more)] : []),
    ...told.kinds.map((kind) => `- ${sayKind(language, kind)}`),
    '',
    `${where} ${url}/inbox`,
    '',
    `${why} ${url}/settings?tab=notices`,
    '',
  ];
  return { subject, text: lines.join('\n') };
}

/** Subject and text that bring a code to an address. */
export function codeText(language: Language, code: string): { subject: string; text: string } {
  const { subject, text } = words[language].code;
  return { subject, text: `${text(code)}\n` };
}

/** Subject and text for an address that gets no more: whoever switched it off may have stolen the session. */
export function farewellText(language: Language): { subject: string; text: string } {
  const { subject, text } = words[language].farewell;
  return { subject, text: `${text}\n` };
}
