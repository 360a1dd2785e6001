/** What is chosen: spots of the map, or one record of the timeline. */
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Entry } from '../../record/object.ts';
import type { Group } from './group.ts';
import { SpotName } from './spot-name.tsx';
import type { Shown } from './spots.tsx';

export type Choice = { kind: 'spots'; keys: readonly string[] } | { kind: 'record'; id: string };

/** The records of a choice, as far as they are still there. */
export function shownOf(
  choice: Choice | undefined,
  groups: readonly Group[],
  entries: readonly Entry[],
): Shown[] {
  if (choice === undefined) return [];
  if (choice.kind === 'record') {
    const found = entries.filter(({ object }) => object.id === choice.id);
    return found.map((entry) => ({ entry, sense: undefined }));
  }
  return groups
    .filter(({ key }) => choice.keys.includes(key))
    .flatMap(({ placed }) => placed.map(({ entry, sense }) => ({ entry, sense })));
}

export function titleOfChoice(choice: Choice, groups: readonly Group[], t: TFunction<'places'>): ReactNode {
  if (choice.kind === 'record') return t('chosen.one');
  const [group, ...others] = groups.filter(({ key }) => choice.keys.includes(key));
  if (group === undefined) return null;
  return others.length === 0 ? <SpotName group={group} /> : t('chosen.spots', { count: others.length + 1 });
}
