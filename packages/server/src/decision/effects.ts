/** Carries out what was adopted, through the same writers as everything else, in the transaction of the adoption. */
import { openings } from '@entente/core/coalition/roster';
import type { Effect, ReadsFrom } from '@entente/core/decision/content';
import { Failure } from '@entente/core/failure';
import type { Change } from '@entente/store/change/change';
import { readCoalition } from '@entente/store/coalition/rights';
import * as writer from '@entente/store/coalition/writer';
import { readTabled } from '@entente/store/decision/reader';
import type { DecisionRow } from '@entente/store/decision/types';
import * as partners from '../matching/partners.ts';
import { releasable, releaseToPublic } from './release.ts';

/** What became of it: done, or why it can be carried out no more; then nothing else has changed. */
export type EffectOutcome = { outcome: 'done' } | { outcome: 'impossible'; reason: string };

const refusals = new Set(['conflict', 'not-found', 'invalid']);

/** @param row the decision, adopted in this change */
export async function carryOut(change: Change, row: DecisionRow): Promise<EffectOutcome> {
  await change.client.query('savepoint effect');
  const found = await attempt(change, row);
  if (found.outcome === 'impossible') await undo(change);
  else await change.client.query('release savepoint effect');
  return found;
}

/**
 * Carries out what would be adopted, and takes it back. Where it is about a roster that the host may not read it is not
 * tried: what comes of it would tell the secretary who is within. Then the electors know, and adoption says it.
 * @throws Failure `conflict` where it could not be carried out as things stand: it is not put to the members so
 */
export async function requirePossible(change: Change, row: DecisionRow): Promise<void> {
  // Of products it is asked beforehand, by `releasable`: what counts of them is how they stood when it was tabled.
  const { effect } = row.content;
  if (effect.kind === 'release') return;
  if (effect.kind === 'roster' && !openings(change.coalition.rosters, row.host).has(effect.community)) return;
  await change.client.query('savepoint effect');
  const found = await attempt(change, row);
  await undo(change);
  if (found.outcome === 'done') return;
  throw new Failure(
    'conflict',
    `effect: as things stand it cannot be carried out. ${found.reason} Change the effect, or table it once it can.`,
  );
}

async function attempt(change: Change, row: DecisionRow): Promise<EffectOutcome> {
  try {
    await perform(change, row);
    return { outcome: 'done' };
  } catch (error) {
    if (!(error instanceof Failure) || !refusals.has(error.code)) throw error;
    return { outcome: 'impossible', reason: error.message };
  }
}

async function undo(change: Change): Promise<void> {
  await change.client.query('rollback to savepoint effect');
  change.coalition = await readCoalition(change.client);
}

async function perform(change: Change, { id, host, content: { effect } }: DecisionRow): Promise<void> {
  switch (effect.kind) {
    case 'admission':
      return admit(change, effect);
    case 'roster':
      return changeRoster(change, effect);
    case 'departure':
      requireMember(change, effect.member, false);
      return partners.departMember(change, effect.member);
    case 'suspension':
      requireMember(change, effect.member, false);
      return partners.suspendMember(change, effect.member);
    case 'reinstatement':
      requireMember(change, effect.member, true);
      return partners.reinstateMember(change, effect.member);
    case 'supervision':
    case 'end-of-supervision':
      return writer.setSupervision(change, effect.member, effect.kind === 'supervision');
    case 'release':
      return release(change, effect, host, await readTabled(change.client, id));
    default: // a text that is in force by being adopted
  }
}

const epochOf = (from: ReadsFrom): number | undefined =>
  from === 'now' ? undefined : from === 'start' ? 0 : from;

type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

async function admit(change: Change, effect: EffectOf<'admission'>): Promise<void> {
  const { member: id, name, memberKind: kind, identity, standing, communities } = effect;
  const isTaken = [...change.coalition.members.values()].some((member) => member.identity === identity);
  if (isTaken) throw new Failure('conflict', 'Another member has this identity.');
  await writer.admitMember(change, { id, name, kind, identity, standing });
  for (const { community, from } of communities) {
    await writer.enterRoster(change, community, id, epochOf(from));
  }
}

async function changeRoster(change: Change, { community, enter, leave }: EffectOf<'roster'>): Promise<void> {
  for (const entry of leave) await writer.leaveRoster(change, community, entry);
  for (const { entry, from } of enter) await writer.enterRoster(change, community, entry, epochOf(from));
}

async function release(
  change: Change,
  { products }: EffectOf<'release'>,
  host: string,
  tabled: number | undefined,
): Promise<void> {
  for (const product of products) {
    const found = await releasable(change, product, host, tabled ?? 0);
    if ('obstacle' in found) throw new Failure('conflict', `${product.object}: ${found.obstacle}`);
    await releaseToPublic(change, product, found.labels);
  }
}

function requireMember({ coalition }: Change, id: string, isSuspended: boolean): void {
  const member = coalition.members.get(id);
  if (member?.departed !== false) throw new Failure('not-found', 'The member has left.');
  if (member.suspended !== isSuspended) {
    throw new Failure(
      'conflict',
      isSuspended ? 'The member is not suspended.' : 'The member is suspended already.',
    );
  }
}
