/** The marking of a picture: whoever has it must hold to everything that any record in it asks. */
import type { Marking } from '../../../record/marking.ts';

/** From the widest to the narrowest, for each protocol that has one. */
const orders = [
  ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'],
  ['PAP:CLEAR', 'PAP:WHITE', 'PAP:GREEN', 'PAP:AMBER', 'PAP:RED'],
];

export function jointMarking(markings: readonly Marking[]): Marking {
  const levels = new Map<string, number>();
  for (const [policy, rank] of markings.flatMap((marking) => marking.levels)) {
    levels.set(policy, Math.max(rank, levels.get(policy) ?? 0));
  }
  return {
    handling: narrowest(unique(markings.flatMap(({ handling }) => handling))),
    any: clausesOf(markings.flatMap(({ any }) => any)),
    levels: [...levels],
    all: unique(markings.flatMap(({ all }) => all)),
    owners: unique(markings.flatMap(({ owners }) => owners)),
    until: earliest(markings.map(({ until }) => until)),
    review: earliest(markings.map(({ review }) => review)),
  };
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

const earliest = (times: readonly (string | undefined)[]): string | undefined =>
  times.filter((time) => time !== undefined).sort()[0];

function narrowest(handling: readonly string[]): string[] {
  const ordered = orders.flatMap((order) => order.findLast((code) => handling.includes(code)) ?? []);
  return [...ordered, ...handling.filter((code) => !orders.some((order) => order.includes(code)))];
}

/** Without those that another, narrower clause already asks. */
function clausesOf(clauses: readonly string[][]): string[][] {
  const all = unique(clauses.map((clause) => JSON.stringify(unique(clause)))).map(
    (text) => JSON.parse(text) as string[],
  );
  return all.filter(
    (clause) =>
      !all.some((other) => other !== clause && other.every((audience) => clause.includes(audience))),
  );
}
