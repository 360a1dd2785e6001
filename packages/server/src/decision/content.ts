/** The text of a decision, from what the secretary asked for. */
import type { Content, Effect } from '@entente/core/decision/content';
import type { World } from '../cell.ts';

type Admission = Extract<Effect, { kind: 'admission' }>;

/** An effect as it is asked for: of a new member, the hub draws the id. */
export type AskedEffect =
  Exclude<Effect, Admission> | (Omit<Admission, 'member' | 'identity'> & { identity?: string | undefined });

export interface AskedText extends Pick<Content, 'title' | 'text'> {
  effect: AskedEffect;
}

export interface AskedDraft extends AskedText {
  purpose: Content['purpose'];
  /** Null for the whole cell. */
  community: string | null;
  informed: readonly string[];
}

/** @param before the text that it follows: the member that it would admit keeps its id */
export function contentOf(
  world: World,
  purpose: Content['purpose'],
  { title, text, effect }: AskedText,
  before?: Content,
): Content {
  return { purpose, title, text, effect: effectOf(world, effect, before?.effect) };
}

function effectOf(world: World, effect: AskedEffect, before: Effect | undefined): Effect {
  if (effect.kind !== 'admission') return effect;
  const member = before?.kind === 'admission' ? before.member : world.uuid();
  return { ...effect, member, identity: effect.identity ?? `identity--${member}` };
}
