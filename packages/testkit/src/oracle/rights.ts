/** Acts by which members, rosters and what members hold change. */
import type { Act, ConsentAct } from '../world/acts.ts';
import type { Coalition } from './roster.ts';

type ContentAct = Extract<Act, { kind: 'put' | 'relabel' | 'recall' }>;

export function playRights(
  coalition: Coalition,
  act: Exclude<Act, ConsentAct | ContentAct>,
  at: bigint,
): void {
  switch (act.kind) {
    case 'member':
      coalition.admit(act.id, act.identity);
      return;
    case 'departure':
      coalition.depart(act.id, at);
      return;
    case 'suspension':
    case 'reinstatement':
      coalition.suspend(act.id, act.kind === 'suspension');
      return;
    case 'community':
      coalition.found(act.id);
      return;
    case 'enter':
      coalition.enter(act.community, act.entry, at, act.openedFrom);
      return;
    case 'leave':
      coalition.leave(act.community, act.entry, at);
      return;
    case 'policy':
      coalition.policies.add(act.id);
      return;
    case 'clearance':
      if (coalition.policies.has(act.policy) && coalition.isMember(act.member))
        coalition.members.get(act.member)?.clearances.set(act.policy, act.rank);
      return;
    case 'attribute':
      coalition.attributes.add(act.id);
      return;
    case 'grant':
      grant(coalition, act);
      return;
  }
}

function grant(coalition: Coalition, { attribute, member, held }: Extract<Act, { kind: 'grant' }>): void {
  if (!coalition.attributes.has(attribute) || !coalition.isMember(member)) return;
  const attributes = coalition.members.get(member)?.attributes;
  if (held) attributes?.add(attribute);
  else attributes?.delete(attribute);
}
