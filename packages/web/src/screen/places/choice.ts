/** What is chosen: spots of the map, or one record of the timeline. */
import { useMemo, useState } from 'react';
import type { Entry } from '../../record/object.ts';
import type { Group } from './group.ts';

export type Choice = { kind: 'spots'; keys: readonly string[] } | { kind: 'record'; id: string };

export interface Chosen {
  choice: Choice | undefined;
  chooseSpots: (keys: readonly string[]) => void;
  chooseRecord: (id: string) => void;
  chooseNothing: () => void;
  /** The spots that were chosen, or at which the record stands that was. */
  spots: readonly string[];
  /** Ids of the records that were chosen, or stand at the spots that were. */
  records: readonly string[];
}

export function useChoice(groups: readonly Group[]): Chosen {
  const [choice, choose] = useState<Choice>();
  const { spots, records } = useMemo(() => {
    if (choice === undefined) return { spots: [], records: [] };
    if (choice.kind === 'spots') {
      return { spots: choice.keys, records: entriesAt(choice.keys, groups).map(({ object }) => object.id) };
    }
    const holding = groups.filter(({ placed }) => placed.some(({ entry }) => entry.object.id === choice.id));
    return { spots: holding.map(({ key }) => key), records: [choice.id] };
  }, [choice, groups]);
  return {
    choice,
    chooseSpots: (keys) => choose({ kind: 'spots', keys }),
    chooseRecord: (id) => choose({ kind: 'record', id }),
    chooseNothing: () => choose(undefined),
    spots,
    records,
  };
}

const entriesAt = (keys: readonly string[], groups: readonly Group[]): Entry[] =>
  groups.filter(({ key }) => keys.includes(key)).flatMap(({ placed }) => placed.map(({ entry }) => entry));
