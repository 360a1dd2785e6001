/** Which of some objects a text names: every name is held against every place. */
import { organisationExtensionId, personExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject } from '@entente/core/stix/types';
import type { Handed } from './handed.ts';

interface Mention {
  from: number;
  to: number;
  objects: string[];
}

/** Texts about others are not looked for by their titles. */
const passedOver = ['report', 'grouping', 'extension-definition', 'marking-definition'];

/** @param text its words are of letters and digits that fold to one word each, none of them frequent but “the” and “of” */
export function mentionsOf(text: string, forms: readonly JsonObject[], handed: Handed): Mention[] {
  const places = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    word: handed.fold(word)[0],
  }));
  const names = forms
    .filter(({ type }) => !passedOver.includes(String(type)))
    .flatMap((form) => namesOf(form).map((name) => ({ id: String(form['id']), words: handed.fold(name) })))
    .filter(({ words }) => words.length > 1 || (words[0]?.length ?? 0) > 2);
  const mentions: Mention[] = [];
  for (let at = 0; at < places.length;) {
    const standing = names.filter(({ words }) =>
      words.every((word, step) => places[at + step]?.word === word),
    );
    const length = Math.max(0, ...standing.map(({ words }) => words.length));
    if (length > 0) {
      const longest = standing.filter(({ words }) => words.length === length);
      const [first, last] = [places[at], places[at + length - 1]];
      const objects = [...new Set(longest.map(({ id }) => id))].sort();
      mentions.push({ from: first?.from ?? -1, to: last?.to ?? -1, objects });
    }
    at += Math.max(1, length);
  }
  return mentions;
}

/** What a form calls its object. */
export function namesOf(form: JsonObject): string[] {
  const extensions = (form['extensions'] ?? {}) as JsonObject;
  const detailed = [personExtensionId, organisationExtensionId].flatMap((id) => {
    const { names = [] } = (extensions[id] ?? {}) as { names?: JsonObject[] };
    return names.flatMap(({ full, acronym }) => [full, acronym]);
  });
  const aliases = Array.isArray(form['aliases']) ? form['aliases'] : [];
  return ['name', 'value', 'account_login', 'display_name']
    .map((property) => form[property])
    .concat(aliases, detailed)
    .filter((name): name is string => typeof name === 'string');
}
