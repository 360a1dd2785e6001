/** Mentions: the objects of the view that a text names, found by the words of the text. */
import type { FastifyInstance } from 'fastify';
import { mentionOperations as operations } from '@entente/contract/mention';
import { mentionsIn, nameTable, phrasesOf, type Mention } from '@entente/core/search/mentions';
import { objectTypes, propertySpecification } from '@entente/core/stix/specification';
import type { View } from '@entente/store/view/reader';
import type { Ports } from '../../ports.ts';
import { namedIn, type Named } from './named.ts';
import { atDesk, type Desk } from './presented.ts';
import { route } from '../route.ts';

/** Of the objects with the words of one search, so many of the newest are looked at. */
const mostPerPhrase = 50;

/** Types of what has a name or a value; not those that are themselves texts about others. */
const texts = new Set(['report', 'grouping', 'extension-definition', 'marking-definition']);
const types = objectTypes.filter((type) => {
  const properties = propertySpecification(type);
  return !texts.has(type) && ['name', 'value', 'account_login'].some((name) => properties?.has(name));
});

export function mentionRoutes(api: FastifyInstance, ports: Ports): void {
  route(api, operations.mentions, ({ caller, body: { text } }) =>
    atDesk(ports, caller, 'mentions', async (desk, view) => {
      const named = await namedIn(view, await candidatesFor(view, text), ports.presenter);
      const calls = named.flatMap(({ seen, names }) => names.map((name) => [seen.object, name] as const));
      const mentions = mentionsIn(text, nameTable(calls));
      giveNamed(desk, named, mentions);
      return { mentions };
    }),
  );
}

/** Objects that have words of the text: pairs are looked for where the view has both words. */
async function candidatesFor(view: View, text: string): Promise<string[]> {
  const { singles, joined } = phrasesOf(text);
  if (singles.length === 0 && joined.length === 0) return [];
  const alone = await view.having(
    singles.map((word) => [word]),
    mostPerPhrase,
    types,
  );
  const lacking = new Set(singles.filter((_word, index) => alone[index]?.length === 0));
  const possible = joined.filter((phrase) => !phrase.some((word) => lacking.has(word)));
  const together = await view.having(possible, mostPerPhrase, types);
  return [...new Set([...alone, ...together].flat())].sort();
}

/** Whoever is told that a text names an object is told of the object. */
function giveNamed(desk: Desk, named: readonly Named[], mentions: readonly Mention[]): void {
  const told = new Set(mentions.flatMap(({ objects }) => objects));
  desk.entries(named.flatMap(({ seen }) => (told.has(seen.object) ? [seen] : [])));
}
