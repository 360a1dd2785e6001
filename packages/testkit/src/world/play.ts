/** Plays the acts of a world against a real cell, through the code that its routes and commands use. */
import { Failure } from '@entente/core/failure';
import { openings } from '@entente/core/coalition/roster';
import { readParts } from '@entente/core/label/extension';
import type { LabelParts } from '@entente/core/label/label';
import { resolveLabel } from '@entente/core/label/resolve';
import { parseTimestamp } from '@entente/core/stix/timestamp';
import type { Finding, JsonObject } from '@entente/core/stix/types';
import type { Caller } from '@entente/server/caller';
import type { Cell } from '@entente/server/cell';
import * as partners from '@entente/server/matching/partners';
import type { PutAnswer } from '@entente/server/ingest/examine';
import { textInManner } from './manner.ts';
import { put } from './put.ts';
import type { Change } from '@entente/store/change/change';
import { knownTo } from '@entente/store/coalition/rights';
import * as coalition from '@entente/store/coalition/writer';
import { recall } from '@entente/store/contribution/recall';
import { relabel } from '@entente/store/contribution/relabel';
import { answer, ask, withdraw } from '@entente/server/consent/steps';
import { isConsentAct, type Act, type ConsentAct, type StatedParts } from './acts.ts';

const everyRole = new Set(['analyst', 'release-officer', 'administrator', 'auditor'] as const);

/** A caller with every right of its member. */
export function callerOf(member: string): Caller {
  return {
    account: `account of ${member}`,
    member,
    reader: member,
    roles: everyRole,
    scopes: new Set(['read', 'write', 'label', 'admin']),
    purpose: undefined,
    caseReference: undefined,
  };
}

/** An act that the cell refuses changes nothing, in a world as in life. */
const refusals = new Set(['conflict', 'not-found', 'forbidden']);
/** What is asked of owners is refused as invalid, too, where it cannot be asked. */
const consentRefusals = new Set([...refusals, 'invalid']);

function refused(act: Act, error: unknown): PutAnswer[] {
  const known = isConsentAct(act) ? consentRefusals : refusals;
  if (!(error instanceof Failure) || !known.has(error.code)) throw error;
  const objects = act.kind === 'put' ? act.objects : [];
  const answer = { id: '', type: '', outcome: 'rejected', revoked: false, findings: [] } as const;
  return objects.map(() => answer);
}

/** Plays one act and lets the sequencer rest. Answers of a put come back in the order of its objects. */
export async function playAct(cell: Cell, act: Act): Promise<PutAnswer[]> {
  const member = 'member' in act && act.kind !== 'clearance' && act.kind !== 'grant' ? act.member : 'hub';
  const answers = await cell
    .act(callerOf(member), act.kind, {}, (change) => perform(cell, change, act), { at: act.at })
    .catch((error: unknown) => refused(act, error));
  await cell.settle();
  return answers;
}

async function perform(cell: Cell, change: Change, act: Act): Promise<PutAnswer[]> {
  if (act.kind === 'put') return performPut(cell, change, act);
  if (act.kind === 'relabel') await performRelabel(change, act);
  else if (act.kind === 'recall') await recall(change, act.member, [selected(act)]);
  else if (isConsentAct(act)) await performConsent(cell, change, act);
  else await changeCoalition(change, act);
  return [];
}

async function performPut(
  cell: Cell,
  change: Change,
  act: Extract<Act, { kind: 'put' }>,
): Promise<PutAnswer[]> {
  const audience: LabelParts = act.collection === 'own' ? {} : { any: [[`community:${act.collection}`]] };
  const chosen = partsOf(act.chosen ?? {});
  if (act.collection !== 'own' && !openings(change.coalition.rosters, act.member).has(act.collection)) {
    throw new Failure('not-found', 'There is no such collection.');
  }
  return put(
    change,
    cell.examining(act.member),
    act.objects.map((value) => ({ value, text: textInManner(value) })),
    {
      contributor: act.member,
      chosen: { ...chosen, any: [...(chosen.any ?? []), ...(audience.any ?? [])] },
      batch: null,
    },
  );
}

async function performRelabel(change: Change, act: Extract<Act, { kind: 'relabel' }>): Promise<void> {
  const label = resolveLabel(act.member, [partsOf(act.label)], {}, knownTo(change.coalition, act.member));
  await relabel(change, act.member, act.selection.map(selected), label);
}

async function performConsent(cell: Cell, change: Change, act: ConsentAct): Promise<void> {
  const who = callerOf(act.member);
  if (act.kind === 'ask') {
    const asking = {
      selection: selected(act),
      label: partsOf(act.label),
      purpose: 'watch list',
      by: micros(act.by),
    };
    return ask(change, cell.world.uuid(), who, asking, true);
  }
  const { rows } = await change.client.query<{ id: string }>('select id from consent where at = $1', [
    act.of,
  ]);
  const id = rows[0]?.id ?? 'none';
  if (act.kind === 'withdraw') return withdraw(change, id, who);
  const { word, any = [], until, parts = [] } = act;
  const conditions = { any, parts, until: until === undefined ? undefined : micros(until) };
  return answer(change, id, who, { word, words: word === 'refuse' ? 'No.' : null, conditions });
}

const micros = (time: string): number => Number(parseTimestamp(time));

function selected({ object, version }: { object: string; version?: string }): {
  object: string;
  version: number | undefined;
} {
  return { object, version: version === undefined ? undefined : Number(parseTimestamp(version)) };
}

function partsOf(stated: StatedParts): LabelParts {
  const findings: Finding[] = [];
  const parts = readParts(stated as JsonObject, 'label', findings);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return parts;
}

async function changeCoalition(
  change: Change,
  act: Exclude<Act, { kind: 'put' | 'relabel' | 'recall' } | ConsentAct>,
): Promise<void> {
  switch (act.kind) {
    case 'member':
      return coalition.admitMember(change, { ...act, kind: 'nation' });
    case 'departure':
      return partners.departMember(change, act.id);
    case 'suspension':
      return partners.suspendMember(change, act.id);
    case 'reinstatement':
      return partners.reinstateMember(change, act.id);
    case 'community':
      return coalition.createCommunity(change, act.id, act.name);
    case 'enter':
      return coalition.enterRoster(change, act.community, act.entry, act.openedFrom);
    case 'leave':
      return coalition.leaveRoster(change, act.community, act.entry);
    case 'policy':
      return coalition.createPolicy(change, act.id, act.owner, act.id);
    case 'clearance':
      return coalition.grantClearance(change, act.policy, act.member, act.rank);
    case 'attribute':
      return coalition.createAttribute(change, act.id, act.owner, act.id);
    case 'grant':
      return coalition.grantAttribute(change, act.attribute, act.member, act.held);
  }
}
