/** Candidates for hidden changes: each alters a world in one place, hidden or not. */
import type { World } from './acts.ts';
import { Drawing, type Change, type CutsOf } from './candidate/drawing.ts';
import { audience, owner, relabel, restate } from './candidate/labels.ts';
import { add, chain, claim, echo, link, recall, remove, repeat, revise } from './candidate/objects.ts';
import { part } from './candidate/parts.ts';
import { clearance, consent, roster } from './candidate/rights.ts';
import type { Pick } from './random.ts';

export const candidateKinds = [
  'remove',
  'add',
  'relabel',
  'revise',
  'link',
  'claim',
  'echo',
  'chain',
  'repeat',
  'restate',
  'audience',
  'owner',
  'part',
  'recall',
  'roster',
  'clearance',
  'consent',
] as const;
export type CandidateKind = (typeof candidateKinds)[number];

const makers: Readonly<Record<CandidateKind, (drawing: Drawing) => Change | undefined>> = {
  remove,
  add,
  relabel,
  revise,
  link,
  claim,
  echo,
  chain,
  repeat,
  restate,
  audience,
  owner,
  part,
  recall,
  roster,
  clearance,
  consent,
};

/**
 * A candidate of a kind, `undefined` where the world has nothing for it.
 * @param members from whom the change is to be hidden: their own acts stay as they are
 * @param cutsOf selectors that were cut from a contribution whenever the members saw it
 */
export const candidateOf = (
  kind: CandidateKind,
  world: World,
  members: readonly string[],
  pick: Pick,
  cutsOf: CutsOf = () => undefined,
): Change | undefined => makers[kind](new Drawing(world, members, pick, cutsOf));
