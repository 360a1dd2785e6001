/** Changes of rosters, clearances and consent among others. */
import { isConsentAct } from '../acts.ts';
import type { Change, Drawing } from './drawing.ts';
import { widen } from './labels.ts';

/** Decisions name epochs by number, which a change of roster shifts: such worlds are left alone. */
export function roster(drawing: Drawing): Change | undefined {
  if (drawing.world.acts.some((act) => act.kind === 'enter' && act.openedFrom !== undefined))
    return undefined;
  const community = drawing.one(
    drawing.world.acts.flatMap((act) => (act.kind === 'community' ? [act.id] : [])),
  );
  const entry = drawing.one(drawing.others());
  if (!community || !entry) return undefined;
  const kind = drawing.pick(2) === 0 ? 'enter' : 'leave';
  return { ...drawing.insert((at) => ({ kind, at, community, entry })), community };
}

/** What others asked or answered is not, or otherwise; or one more of them answers or withdraws. */
export function consent(drawing: Drawing): Change | undefined {
  const asks = drawing.world.acts.filter((act) => act.kind === 'ask');
  const ask = drawing.one(asks);
  const member = drawing.one(drawing.others());
  if (ask === undefined || member === undefined) return undefined;
  const act = drawing.one(
    drawing.world.acts.filter((one) => isConsentAct(one) && !drawing.members.includes(one.member)),
  );
  if (act === undefined || drawing.pick(3) === 0) {
    const [any, of, word] = [
      drawing.audiences(),
      ask.at,
      drawing.pick(4) === 0 ? 'refuse' : 'consent',
    ] as const;
    const isWithdrawal = drawing.pick(4) === 0;
    return drawing.insert(
      (at) =>
        isWithdrawal
          ? { kind: 'withdraw', at, member, of }
          : { kind: 'answer', at, member, of, word, ...(any && drawing.pick(2) === 0 && { any }) },
      drawing.behind(ask),
    );
  }
  if (act.kind === 'ask' && drawing.pick(2) === 0)
    return drawing.replace(act, { ...act, label: widen(act.label, member) });
  if (act.kind === 'answer' && drawing.pick(2) === 0)
    return drawing.replace(act, { ...act, word: act.word === 'refuse' ? 'consent' : 'refuse' });
  return drawing.replace(act);
}

/** Who grants clearances in a policy sees them all. */
export function clearance(drawing: Drawing): Change | undefined {
  const policy = drawing.one(
    drawing.world.acts.flatMap((act) =>
      act.kind === 'policy' && !drawing.members.includes(act.owner) ? [act.id] : [],
    ),
  );
  const member = drawing.one(drawing.others());
  if (!policy || !member) return undefined;
  return drawing.insert((at) => ({ kind: 'clearance', at, policy, member, rank: drawing.pick(3) }));
}
