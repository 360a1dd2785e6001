/** Which of many names or values the view has. */
import type { FastifyInstance } from 'fastify';
import { searchOperations } from '@entente/contract/search';
import { textsOf } from '@entente/core/release/visible';
import type { StixObject } from '@entente/core/stix/types';
import type { SeenInView, View } from '@entente/store/view/reader';
import type { Caller } from '../../../caller.ts';
import type { Ports } from '../../ports.ts';
import { servedOf } from './entry.ts';
import { JsonText } from '../json-text.ts';
import type { NameSearch } from './name-search.ts';
import { atDesk, type Desk } from './presented.ts';
import { route } from '../route.ts';

/** Lines of one read: each is a transaction of its own, so that nobody waits for a thousand. */
const linesOfRead = 50;
/** Objects that are looked into for one line, and those that are given of it. */
const mostExamined = 40;
const mostGiven = 5;

export function knownRoute(api: FastifyInstance, ports: Ports, names: NameSearch): void {
  route(api, searchOperations.known, async ({ caller, body: { lines } }) => {
    const items: string[] = [];
    for (let from = 0; from < lines.length; from += linesOfRead)
      items.push(...(await readLines(ports, caller, names, lines.slice(from, from + linesOfRead))));
    return JsonText.page(items, undefined);
  });
}

/** A line as it was given, and as it is compared. */
interface Line {
  line: string;
  words: string[];
}

function readLines(
  ports: Ports,
  caller: Caller,
  names: NameSearch,
  given: readonly string[],
): Promise<string[]> {
  const lines = given.map((line): Line => ({ line, words: names.read(line).words }));
  return atDesk(ports, caller, 'known', async (desk, view) => {
    const asked = lines.filter(({ words }) => words.length > 0);
    const lists = asked.map(({ words }) => words);
    const found = lists.length === 0 ? [] : await view.having(lists, mostExamined + 1);
    const objects = await view.objects([...new Set(found.flat())]);
    const examined = new Examined(desk, names, objects);
    const byLine = new Map(asked.map((line, place) => [line, found[place] ?? []]));
    return lines.map((line) => answerOf(line, byLine.get(line) ?? [], examined));
  });
}

function answerOf({ line, words }: Line, candidates: readonly string[], examined: Examined): string {
  const wanted = comparable(words);
  const having = candidates.slice(0, mostExamined).filter((id) => examined.has(id, wanted));
  const entries = having.slice(0, mostGiven).flatMap((id) => examined.entry(id) ?? []);
  const more = candidates.length > mostExamined || having.length > mostGiven;
  return `{"line":${JSON.stringify(line)},"found":[${entries.join(',')}],"more":${more}}`;
}

/** Objects that were looked into, each once. */
class Examined {
  private readonly desk: Desk;
  private readonly names: NameSearch;
  private readonly objects: Awaited<ReturnType<View['objects']>>;
  private readonly texts = new Map<string, Set<string>>();

  constructor(desk: Desk, names: NameSearch, objects: Awaited<ReturnType<View['objects']>>) {
    this.desk = desk;
    this.names = names;
    this.objects = objects;
  }

  /** Whether a text of any version that the reader sees is this one. */
  has(id: string, wanted: string): boolean {
    let texts = this.texts.get(id);
    if (texts === undefined) {
      texts = new Set((this.objects.get(id) ?? []).flatMap((seen) => this.textsOf(seen)));
      this.texts.set(id, texts);
    }
    return texts.has(wanted);
  }

  entry(id: string): string | undefined {
    const served = servedOf(this.objects.get(id) ?? []);
    return served && this.desk.entry(served);
  }

  private textsOf(seen: SeenInView): string[] {
    const form = this.desk.form(seen);
    if (form === undefined) return [];
    return textsOf(JSON.parse(form) as StixObject).map((text) => comparable(this.names.read(text).words));
  }
}

/** Names stand in this order or in that; in values, which have digits, the order says something. */
function comparable(words: readonly string[]): string {
  const isName = words.every((word) => !/\d/.test(word));
  return (isName ? words.toSorted() : words).join(' ');
}
