/** Says a message in a language: for the interface, the command line and e-mail alike. */
import { english } from './english.ts';
import { french } from './french.ts';
import { messageKinds, type Language, type MessageKind } from './kinds.ts';

const words = { en: english, fr: french } as const;

/** A piece of a sentence: words of the hub, or what a parameter holds, which others may have written. */
export interface SentencePart {
  text: string;
  /** Which piece it is, from 0. */
  place: number;
  isParameter: boolean;
}

/**
 * The sentence of a message in its pieces. What a parameter holds is put in as it is, and never read as a place again.
 * @param params a text for each `{name}` of the sentence; one that is missing leaves its place empty
 */
export function sentenceParts(
  language: Language,
  kind: MessageKind,
  params: Readonly<Record<string, string>>,
): SentencePart[] {
  return words[language][kind]
    .split(/\{(\w+)\}/)
    .map((piece, place) =>
      place % 2 === 1
        ? { text: params[piece] ?? '', place, isParameter: true }
        : { text: piece, place, isParameter: false },
    )
    .filter(({ text }) => text !== '');
}

/** The sentence of a message, as one text. */
export const sayMessage = (
  language: Language,
  kind: MessageKind,
  params: Readonly<Record<string, string>>,
): string =>
  sentenceParts(language, kind, params)
    .map(({ text }) => text)
    .join('');

/** Said of a kind whose sentence is made of parameters, where none may be told. */
const something = { en: 'A message.', fr: 'Un message.' } as const;

/**
 * The sentence of a kind for where no parameter may stand, as in e-mail: of one that has places for them, only that it
 * is a message.
 */
export const sayKind = (language: Language, kind: MessageKind): string =>
  /\{\w+\}/.test(words[language][kind]) ? something[language] : words[language][kind];

/** Whether a text names a kind: what an earlier or later release wrote may not be known here. */
export const isMessageKind = (text: string): text is MessageKind => Object.hasOwn(messageKinds, text);
