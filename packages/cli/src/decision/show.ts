/** A decision at a terminal: the text, who has seen it, and its record. */
import pc from 'picocolors';
import type { Client } from '@entente/contract/client';
import { print, printJson } from '../output.ts';
import { connect } from '../profile.ts';

type Shown = Awaited<ReturnType<Client['decision']>>;

export async function showDecision(id: string, { json = false }: { json?: boolean }): Promise<void> {
  const found = await (await connect()).decision({ id });
  if (json) return printJson(found);
  for (const line of [...head(found), '', ...text(found), '', ...record(found)]) print(line);
}

const nameIn =
  ({ names }: Shown) =>
  (id: string): string =>
    names[id] ?? id;

function head(found: Shown): string[] {
  const { state, version, expiry, electors, seen, informed, digest, outcome, reason, issued } = found;
  const nameOf = nameIn(found);
  const unseen = electors.filter((member) => !seen.includes(member)).map(nameOf);
  return [
    `${pc.bold(found.title.en)} / ${found.title.fr}`,
    `state:    ${state}, version ${version}${expiry === null ? '' : `, until ${expiry}`}`,
    `electors: ${electors.map(nameOf).join(', ')}`,
    ...(informed.length === 0 ? [] : [`told:     ${informed.map(nameOf).join(', ')}`]),
    `not seen: ${unseen.length === 0 ? 'nobody' : unseen.join(', ')}`,
    `effect:   ${JSON.stringify(found.effect)}`,
    ...(outcome === null ? [] : [`outcome:  ${outcome}${reason === null ? '' : `: ${reason}`}`]),
    ...(issued === null ? [] : [`issued:   ${issued}`]),
    `digest:   ${digest}`,
  ];
}

const text = ({ text: { en, fr } }: Shown): string[] => [en, '', fr];

function record(found: Shown): string[] {
  const nameOf = nameIn(found);
  return found.steps.flatMap(({ at, kind, version, member, text: said, amendment, expiry }) => {
    const by = member === null ? 'the hub' : nameOf(member);
    const until = expiry === null ? '' : ` until ${expiry}`;
    return [
      `${at.slice(0, 19)}  v${version} ${kind}${until}, by ${by}`,
      ...(said === null ? [] : [`    ${said}`]),
      ...[amendment?.en, amendment?.fr].flatMap((one) =>
        one === null || one === undefined ? [] : [`    instead: ${one}`],
      ),
    ];
  });
}
