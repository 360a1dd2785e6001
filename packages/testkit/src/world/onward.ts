/** Onward release in worlds: what one member owns is put in by another, who asks; owners answer, and withdraw. */
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import { isConsentAct, type Act, type ConsentAct, type StatedParts } from './acts.ts';
import type { ActSeed } from './seeds.ts';

export type OnwardSeed = Extract<ActSeed, { kind: 'onward' }>;
type PutAct = Extract<Act, { kind: 'put' }>;
type AskAct = Extract<ConsentAct, { kind: 'ask' }>;

export interface Onward extends Omit<OnwardSeed, 'kind' | 'object'> {
  at: number;
  members: readonly string[];
  object: JsonObject;
  label: StatedParts;
}

/** The next step of what some act began; the beginning where nothing has begun. */
export function onwardStep(acts: readonly Act[], onward: Onward): Act {
  const owned = acts.filter(
    (act): act is PutAct => act.kind === 'put' && act.chosen?.owners?.includes(act.member) === true,
  );
  const begun = onward.goesOn ? pick(owned, onward.of) : undefined;
  if (begun === undefined) return ownedPut(onward);
  const id = String(begun.objects[0]?.['id']);
  const further = acts.filter(
    (act): act is PutAct =>
      act.kind === 'put' &&
      act.member !== begun.member &&
      act.at > begun.at &&
      act.objects.some((object) => object['id'] === id),
  );
  const last = further.at(-1);
  const isOwner = last?.chosen?.owners?.includes(last.member) === true;
  if (last === undefined || (isOwner && further.length < 2)) return furtherPut(begun, onward);
  return aboutConsent(acts, begun, last.member, onward);
}

/** Asks, has answered, and withdraws. */
function aboutConsent(acts: readonly Act[], begun: PutAct, asker: string, onward: Onward): Act {
  const [object] = begun.objects as [JsonObject];
  const asks = acts.filter(
    (act): act is AskAct => act.kind === 'ask' && act.object === object['id'] && act.member === asker,
  );
  const last = asks.at(-1);
  if (last === undefined) return asking(asker, object, onward);
  const after = acts.filter((act) => isConsentAct(act) && act.kind !== 'ask' && act.of === last.at);
  return next(begun, last, after.length, onward);
}

/** Owners answer first; then one withdraws, or it is asked for again. */
function next(begun: PutAct, last: AskAct, done: number, onward: Onward): Act {
  const { at, members, of } = onward;
  const owners = members.filter((one) => one !== last.member);
  // Mostly who owns it; others are owners where several put it in.
  const owner = done === 0 || of % 3 === 0 ? begun.member : (pick(owners, onward.member) as string);
  if (done < 2) return answering(owner, last, onward);
  if (done === 2 && of % 4 === 0) return asking(last.member, begun.objects[0] as JsonObject, onward);
  return { kind: 'withdraw', at, member: of % 5 === 4 ? last.member : owner, of: last.at };
}

const pick = <T>(list: readonly T[], place: number): T | undefined => list[place % Math.max(1, list.length)];

function ownedPut({ at, member, members, object, label }: Onward): PutAct {
  const owner = pick(members, member) as string;
  const any = member % 3 === 0 ? (label.any ?? [['public']]) : [['public']];
  return {
    kind: 'put',
    at,
    member: owner,
    collection: 'own',
    objects: [object],
    chosen: { any, owners: [owner] },
  };
}

/** By another member; now and then that owns it as well, so that there are two owners. */
function furtherPut(begun: PutAct, { at, of, member, members, label }: Onward): PutAct {
  const others = members.filter((one) => one !== begun.member);
  const { objects } = begun;
  const other = pick(others, member) as string;
  const chosen = of % 2 === 1 ? { any: [['public']], owners: [other] } : { ...label };
  return {
    kind: 'put',
    at,
    member: pick(others, member) as string,
    collection: 'own',
    objects,
    chosen,
  };
}

function asking(member: string, object: JsonObject, { at, of, label, goesOn }: Onward): AskAct {
  const version = object['modified'];
  return {
    kind: 'ask',
    at,
    member,
    object: String(object['id']),
    ...(of % 4 === 3 && typeof version === 'string' && { version }),
    label: {
      ...label,
      any: (label.any?.length ?? 0) > 0 && goesOn ? (label.any as string[][]) : [['public']],
    },
    by: after(at, of % 5 === 0 ? 3 : 600),
  };
}

function answering(member: string, last: AskAct, onward: Onward): Act {
  const { at, isRefused, condition, of, members } = onward;
  const named = last.label.any?.flat() ?? [];
  const narrower = [pick([...named, `member:${members[of % members.length]}`], of) as string];
  return {
    kind: 'answer',
    at,
    member,
    of: last.at,
    word: isRefused === true ? 'refuse' : 'consent',
    ...(isRefused !== true && condition === 'any' && { any: [narrower] }),
    ...(isRefused !== true && condition === 'until' && { until: after(at, 1 + of * 5) }),
    ...(isRefused !== true && condition === 'parts' && { parts: [pick(parts, of) as string] }),
  };
}

const parts = ['description', 'name', 'created_by_ref', 'labels', 'object_refs', 'x_about_ref', 'content'];

const after = (at: number, seconds: number): string => formatTimestamp(BigInt(at + seconds * 1_000_000));
