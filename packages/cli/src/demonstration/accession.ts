/** The accession of the 29th nation: tabled, silence, adopted by the hub itself, and the first poll thereafter. */
import { setTimeout as sleep } from 'node:timers/promises';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { OpenCell } from '@entente/server/open-cell';
import type { OpenedDecision } from '@entente/server/acts/decisions';
import type { Caller } from '@entente/server/caller';
import { communityOf } from './communities.ts';
import type { Bilingual } from './language.ts';
import { memberOf } from './members.ts';
import { accessionText, firstForAll, statementOnAccession } from './records/accession.ts';
import { actorOf, type DemonstrationAccount } from './people.ts';
import { accession } from './story.ts';

const second = 1_000_000;
/** A cell at work takes days; a machine at its limit takes longer for what is done in a silence than this. */
const shortestSilence = 4 * second;
/** So many times as long as it took to draft the text. */
const share = 40;

/** What came of it, as the record has it. */
export interface Accession {
  opened: OpenedDecision;
  /** Microseconds. */
  tabled: number;
  adopted: number;
}

type Accounts = readonly DemonstrationAccount[];

/**
 * Ends the founding, and has the nations of the alliance decide on the accession by silence.
 * @param empty whether no record is put in
 */
export async function accede(
  open: OpenCell,
  accounts: Accounts,
  { empty }: { empty: boolean },
): Promise<void> {
  const { decisions, constitution, contributions } = open.ports;
  const secretary = await actorOf(open, accounts, 'alliance');
  // The demonstration may be looked at on any day of the week.
  await constitution.setCalendar(secretary, { offset: 120, weekend: [], holidays: [] });
  await constitution.constitute(secretary, second);
  const act = accession(0);
  if (act.kind !== 'enter') throw new Error('The accession is an entry into a roster.');
  const began = open.ports.now();
  const { id } = await decisions.draft(secretary, {
    purpose: 'agree',
    ...accessionText,
    effect: {
      kind: 'roster',
      community: act.community,
      enter: [{ entry: act.entry, from: 'now' }],
      leave: [],
    },
    community: act.community,
    informed: [act.entry],
  });
  const now = open.ports.now();
  await decisions.table(secretary, id, now + Math.max(shortestSilence, share * (now - began)));
  for (const key of ['belgium', 'montenegro', 'france'] as const) {
    await decisions.open(await actorOf(open, accounts, key), id);
  }
  const luxembourg = await actorOf(open, accounts, 'luxembourg');
  await decisions.state(luxembourg, id, 'state', statementOnAccession);
  await untilSettled(open, secretary, id);
  if (empty) return;
  await decisions.issue(secretary, id);
  const incoming = firstForAll().map((value) => ({ value, text: JSON.stringify(value) }));
  const chosen = { any: [[`community:${communityOf('alliance-nations').id}`]] };
  await contributions.put(await actorOf(open, accounts, 'belgium'), {
    incoming,
    chosen,
    source: 'accession',
  });
  await open.cell.settle();
}

/** The hub itself lets the time run out; here nobody does anything but wait. */
async function untilSettled(
  { ports: { decisions } }: OpenCell,
  secretary: Caller,
  id: string,
): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { row } = await decisions.open(secretary, id);
    if (row.outcome === 'done') return;
    if (row.outcome === 'impossible') throw new Error(`The accession: ${row.reason}`);
    await sleep(100);
  }
  throw new Error('The accession was not adopted within a minute.');
}

/** The accession, as its record tells it; `undefined` where none was adopted. */
export async function readAccession(open: OpenCell, accounts: Accounts): Promise<Accession | undefined> {
  const secretary = await actorOf(open, accounts, 'alliance');
  const rows = await open.ports.decisions.list(secretary, {
    states: ['adopted', 'issued'],
    after: undefined,
    limit: 100,
  });
  const newcomer = memberOf('montenegro').id;
  for (const { id } of rows.filter(({ heading }) => heading.effect === 'roster')) {
    const opened = await open.ports.decisions.open(secretary, id);
    const { effect } = opened.row.content;
    if (effect.kind !== 'roster' || effect.enter[0]?.entry !== newcomer) continue;
    const at = (kind: string): number => opened.steps.find((step) => step.kind === kind)?.at ?? 0;
    return { opened, tabled: at('tabled'), adopted: at('adopted') };
  }
  return undefined;
}

/** What came in the newcomer's first poll: what its feed has had since the adoption. */
export async function firstPoll(
  open: OpenCell,
  accounts: Accounts,
  { adopted }: Accession,
): Promise<string[]> {
  const newcomer = await actorOf(open, accounts, 'montenegro');
  return open.ports.view(newcomer, async (view) =>
    (await view.events(adopted, 1000)).map(({ object }) => object),
  );
}

/** The accession in a sentence. */
export function toldAccession({ opened: { row, steps }, tabled, adopted }: Accession): Bilingual {
  const { electors } = row.decision;
  const time = (at: number): string => formatTimestamp(at).slice(11, 19);
  const statements = steps.filter(({ kind }) => kind === 'stated' || kind === 'reserved').length;
  return {
    en: `The 29th nation acceded by silence: tabled to ${electors.length} nations at ${time(tabled)} UTC, ${statements} statement attached, nobody broke silence, adopted by the hub itself at ${time(adopted)}.`,
    fr: `La 29ᵉ nation a adhéré par procédure de silence\u00a0: texte soumis à ${electors.length} nations à ${time(tabled)} UTC, ${statements} déclaration jointe, silence non rompu, adoption par la plateforme elle-même à ${time(adopted)}.`,
  };
}
