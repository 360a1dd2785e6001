/** Says a message in a language: for the interface, the command line and e-mail alike. */
import { english } from './english.ts';
import { french } from './french.ts';
import type { Language, MessageKind } from './kinds.ts';

const words = { en: english, fr: french } as const;

/**
 * The sentence of a message. What a parameter holds is put in as it is, and never read as a place again.
 * @param params a text for each `{name}` of the sentence; one that is missing leaves its place empty
 */
export function sayMessage(
  language: Language,
  kind: MessageKind,
  params: Readonly<Record<string, string>>,
): string {
  return words[language][kind].replace(/\{(\w+)\}/g, (_place, name: string) => params[name] ?? '');
}
