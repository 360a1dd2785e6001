/** Who is called exactly so: what a screening tells beside others that are called alike. */
import { namesOf } from '../../oracle/mention.ts';
import { words as wholeNames } from '../../world/pool.ts';
import { items, type Asker, type Entry, type Question } from './question.ts';

interface Screened {
  asked: { name: string };
  candidates: { name: string; entry: Entry }[];
}

/** Whoever is called exactly so in any member's latest version, by the first claim that says it. */
export function screening(asker: Asker): Question {
  const { oracle, member } = asker;
  const names = [...wholeNames, 'revised'];
  const claims = oracle
    .latest(member)
    .filter(({ id }) => /^(?:identity|threat-actor)--/.test(id))
    .flatMap(({ id }) => {
      const served = oracle.servedContributor(member, id);
      return oracle
        .claims(member, id)
        .toSorted((one, two) => Number(two.contributor === served) - Number(one.contributor === served));
    });
  const called = (name: string): [string, Entry][] => {
    const having = claims.filter(({ form }) => namesOf(form).includes(name));
    const first = having.filter(({ id }, at) => having.findIndex((one) => one.id === id) === at);
    return first.map((claim): [string, Entry] => [claim.id, asker.entry(claim)]);
  };
  return {
    url: '/api/v1/screenings',
    body: { persons: names.map((name) => ({ name })), limit: 20 },
    read: (body) =>
      (items(body) as Screened[]).map(({ asked: { name }, candidates }) =>
        byId(
          candidates
            .filter((one) => one.name === name)
            .map(({ entry }) => [String(entry.object['id']), entry]),
        ),
      ),
    wanted: names.map((name) => byId(called(name))),
  };
}

const byId = (entries: [string, Entry][]): [string, Entry][] =>
  entries.sort(([one], [two]) => (one < two ? -1 : 1));
