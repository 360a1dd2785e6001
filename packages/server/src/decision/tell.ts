/** Tells those to whom a text was put what became of it. */
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { Decision, Step } from '@entente/core/decision/decision';
import type { Change } from '@entente/store/change/change';
import { readFollowers } from '@entente/store/decision/audience';
import { readToldBefore } from '@entente/store/decision/reader';
import type { DecisionRow } from '@entente/store/decision/types';
import { notify, settleMessages, type NewMessage } from '@entente/store/message/writer';

const officers = ['release-officer'];
/** Of the host's accounts: whoever tables is told what becomes of it, whether or not its member has a voice. */
const secretary = ['secretary'];

/** A moment as people read it in both languages. */
const moment = (at: number): string => `${formatTimestamp(at).slice(0, 16).replace('T', ' ')} UTC`;

interface Told {
  kind: NewMessage['kind'];
  params: Record<string, string>;
  waits?: boolean;
}

/** Writes the messages of these steps, and ends what waits where nothing is to be done any more. */
export async function tell(
  change: Change,
  row: Pick<DecisionRow, 'id' | 'host'>,
  decision: Decision,
  steps: readonly Step[],
): Promise<void> {
  const all = [...decision.electors, ...decision.informed];
  const followers = await readFollowers(change.client, row.id, all);
  const knowing = await readToldBefore(change.client, row.id, decision.version);
  for (const step of steps) {
    const told = messageOf(step, decision);
    if (told === undefined) continue;
    const toldFirst = messageOf(asFirst(step), decision) ?? told;
    // By the moment, which all are told: the number of the version counts those that were put to others.
    const key = { about: row.id, step: `${step.at}` };
    const members = all.filter((member) => followers.has(member));
    const messages = members.map((member) => {
      const { kind, params, waits = false } = knowing.has(member) ? told : toldFirst;
      const isAwaited = waits && decision.electors.includes(member);
      // One message: whoever is both is told once.
      const roles = member === row.host && step.kind !== 'reminded' ? [...officers, ...secretary] : officers;
      return { member, roles, kind, params, waits: isAwaited, ...key } as NewMessage;
    });
    const hasOwn = members.includes(row.host);
    const ofSecretary = { ...told, member: row.host, roles: secretary, waits: false };
    const ofHost = { ...ofSecretary, ...key, step: `${key.step} secretary` } as NewMessage;
    if (ends.has(step.kind)) await settleMessages(change, row.id);
    await notify(change, hasOwn || step.kind === 'reminded' ? messages : [...messages, ofHost]);
  }
}

/** A step as it is told to whom no version was put before. */
const asFirst = (step: Step): Step => (step.kind === 'revised' ? { ...step, kind: 'tabled' } : step);

/** Steps after which nobody is waited for. */
const ends = new Set<Step['kind']>([
  'broken',
  'adopted',
  'noted',
  'withdrawn',
  'referred',
  'lapsed',
  'revised',
]);

function messageOf({ kind }: Step, { period, purpose }: Decision): Told | undefined {
  const params = { expiry: moment(period?.expiry ?? 0) };
  switch (kind) {
    case 'tabled':
      return { kind: purpose === 'note' ? 'decision-for-note' : 'decision-tabled', params, waits: true };
    case 'revised':
      return { kind: 'decision-revised', params, waits: true };
    case 'reminded':
      return { kind: 'decision-reminder', params };
    case 'extended':
    case 'prolonged':
      return { kind: 'decision-extended', params };
    case 'broken':
      return { kind: 'decision-broken', params: {} };
    case 'adopted':
      return { kind: 'decision-adopted', params: {} };
    case 'noted':
      return { kind: 'decision-noted', params: {} };
    case 'issued':
      return { kind: 'decision-issued', params: {} };
    case 'withdrawn':
    case 'referred':
    case 'lapsed':
      return { kind: 'decision-ended', params: {} };
    default:
      return undefined;
  }
}
