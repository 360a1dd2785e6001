/** Mentions: the objects of the view that a text names, found by the words of the text. */
import type { FastifyInstance } from 'fastify';
import { mentionOperations as operations } from '@entente/contract/mention';
import { mentionsIn, nameTable, namesIn, phrasesOf, type Mention } from '@entente/core/search/mentions';
import { objectTypes, propertySpecification } from '@entente/core/stix/specification';
import type { JsonObject } from '@entente/core/stix/types';
import type { SeenInView, View } from '@entente/store/view/reader';
import type { Ports } from '../../ports.ts';
import { findObjects } from './entry.ts';
import { claimsOf } from './objects.ts';
import { atDesk, type Desk } from './presented.ts';
import { route } from '../route.ts';

/** Of the objects with the words of one search, so many of the newest are looked at. */
const mostPerPhrase = 50;
/** Objects are read in slices of so many. */
const slice = 500;

/** Types of what has a name or a value; not those that are themselves texts about others. */
const texts = new Set(['report', 'grouping', 'extension-definition', 'marking-definition']);
const types = objectTypes.filter((type) => {
  const properties = propertySpecification(type);
  return !texts.has(type) && ['name', 'value', 'account_login'].some((name) => properties?.has(name));
});

export function mentionRoutes(api: FastifyInstance, ports: Ports): void {
  route(api, operations.mentions, ({ caller, body: { text } }) =>
    atDesk(ports, caller, 'mentions', async (desk, view) => {
      const named = await namedIn(view, await candidatesFor(view, text), ports);
      const mentions = mentionsIn(text, nameTable(named.flatMap(({ names }) => names)));
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

/** A claim with what it calls its object. */
interface Named {
  seen: SeenInView;
  names: [object: string, name: string][];
}

/** What each member's latest version calls these objects, as the caller is served it. */
async function namedIn(view: View, ids: readonly string[], { presenter }: Ports): Promise<Named[]> {
  const named: Named[] = [];
  for (let from = 0; from < ids.length; from += slice) {
    for (const found of await findObjects(view, ids.slice(from, from + slice))) {
      for (const seen of claimsOf(found)) {
        const served = presenter.text(seen, view.reader);
        if (served === undefined) continue;
        const names = namesIn(JSON.parse(served) as JsonObject);
        named.push({ seen, names: names.map((name) => [found.id, name]) });
      }
    }
  }
  return named;
}

/** Whoever is told that a text names an object is told of the object. */
function giveNamed(desk: Desk, named: readonly Named[], mentions: readonly Mention[]): void {
  const told = new Set(mentions.flatMap(({ objects }) => objects));
  desk.entries(named.flatMap(({ seen }) => (told.has(seen.object) ? [seen] : [])));
}
