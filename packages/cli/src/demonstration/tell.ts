/** What the demonstration says at the terminal: who sees what, and why. */
import pc from 'picocolors';
import type { OpenCell } from '@entente/server/open-cell';
import { reasonText } from '../reasons.ts';
import { firstPoll, readAccession, toldAccession } from './accession.ts';
import { demonstrationCommunities } from './communities.ts';
import { demonstrationMembers, memberOf } from './members.ts';
import { actorOf, callerOf, type DemonstrationAccount } from './people.ts';
import { allianceLevels, financialInquiry } from './rights.ts';
import { readView, type Seen } from './views.ts';
import { watchedMembers, watchPoints, type Outcome, type WatchedKey, type WatchPoint } from './watch.ts';

const named = [...demonstrationMembers, ...demonstrationCommunities, allianceLevels, financialInquiry];

function nameOf(subject: string): string {
  const id = subject.slice(subject.indexOf(':') + 1);
  return named.find((one) => one.id === id)?.names.en ?? subject;
}

const signs: Readonly<Record<Outcome, string>> = {
  whole: pc.green('● whole   '),
  part: pc.yellow('◐ in part '),
  withheld: pc.dim('○ withheld'),
};

/** Lines on the three members that are watched, each point with what its contributor is told of it. */
export async function tellWatched(
  open: OpenCell,
  accounts: readonly DemonstrationAccount[],
): Promise<string[]> {
  const accountOf = new Map(accounts.map((account) => [account.id, account]));
  const lines: string[] = [];
  for (const { key, lines: about } of watchedMembers) {
    const { id, names } = memberOf(key);
    const account = accountOf.get(id);
    if (account === undefined) continue;
    const seen = await readView(open, await callerOf(open, account));
    lines.push('', `${pc.bold(names.en)} sees ${seen.length} contributions.`);
    lines.push(...about.map((line) => `  ${line.en}`));
    for (const point of watchPoints) {
      const outcome = outcomeOf(seen, point);
      const why = await explained(open, accountOf.get(memberOf(point.contributor).id), point, id);
      lines.push(`  ${signs[outcome]} ${point.title.en} ${pc.dim(`– ${why}`)}`);
    }
  }
  return lines;
}

/** Lines on the accession, and on the first poll of the nation that acceded. */
export async function tellAccession(
  open: OpenCell,
  accounts: readonly DemonstrationAccount[],
): Promise<string[]> {
  const accession = await readAccession(open, accounts);
  if (accession === undefined) return [];
  const came = await firstPoll(open, accounts, accession);
  const poll = `${memberOf('montenegro').names.en}’s first poll since then brings ${came.length} objects: ${came.join(', ')}.`;
  return ['', toldAccession(accession).en, `  ${poll}`];
}

/** A line on what a desk asked two others, and what each of them has said. */
export async function tellExchange(
  open: OpenCell,
  accounts: readonly DemonstrationAccount[],
): Promise<string[]> {
  const belgium = await actorOf(open, accounts, 'belgium');
  return open.ports.view(belgium, async ({ requests }) => {
    const [asked] = await requests.board({ side: 'mine', closed: false, overdue: false, limit: 1 });
    if (asked === undefined) return [];
    const said = asked.words.map(
      ({ member, said: word }) => `${nameOf(member)}: ${word.replaceAll('-', ' ')}`,
    );
    return ['', `Belgium has asked for information; neither is told of the other. ${said.join('; ')}.`];
  });
}

/** How a point stands in a view. */
export function outcomeOf(seen: readonly Seen[], point: Pick<WatchPoint, 'object' | 'contributor'>): Outcome {
  const contributor = memberOf(point.contributor).id;
  const found = seen.find((one) => one.object['id'] === point.object && one.contributor === contributor);
  if (found === undefined) return 'withheld';
  return found.isCut ? 'part' : 'whole';
}

/** What the contributor's own account is told of the member's access. */
async function explained(
  open: OpenCell,
  contributor: DemonstrationAccount | undefined,
  point: WatchPoint,
  member: string,
): Promise<string> {
  if (contributor === undefined) return '';
  const caller = await callerOf(open, contributor);
  const { items } = await open.ports.explain.contribution(caller, { object: point.object });
  const explanation = items.find((one) => one.member === member);
  return explanation === undefined ? '' : reasonText(explanation, nameOf);
}

/** One line on how much every other member sees. */
export async function tellOthers(
  open: OpenCell,
  accounts: readonly DemonstrationAccount[],
): Promise<string[]> {
  const watched = new Set<string>(watchedMembers.map(({ key }: { key: WatchedKey }) => memberOf(key).id));
  const names = new Map(demonstrationMembers.map(({ id, names: { en } }) => [id, en]));
  const counts: string[] = [];
  for (const account of accounts.filter(({ id }) => !watched.has(id))) {
    const seen = await readView(open, await callerOf(open, account));
    counts.push(`${names.get(account.id) ?? account.name} ${seen.length}`);
  }
  return ['', `${pc.bold('The others see')}: ${counts.sort().join(', ')}.`];
}
