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

/** @param kept the record that is chosen, and how one is, where that is kept elsewhere */
export function useChoice(
  groups: readonly Group[],
  kept?: readonly [string | undefined, (id?: string) => void],
): Chosen {
  const own = useState<string>();
  const [record, choose] = kept ?? own;
  const [keys, setKeys] = useState<readonly string[]>();
  const choice = useMemo((): Choice | undefined => {
    if (keys !== undefined) return { kind: 'spots', keys };
    return record === undefined ? undefined : { kind: 'record', id: record };
  }, [keys, record]);
  const { spots, records } = useMemo(() => {
    if (choice === undefined) return { spots: [], records: [] };
    if (choice.kind === 'spots') {
      return { spots: choice.keys, records: entriesAt(choice.keys, groups).map(({ object }) => object.id) };
    }
    const holding = groups.filter(({ placed }) => placed.some(({ entry }) => entry.object.id === choice.id));
    return { spots: holding.map(({ key }) => key), records: [choice.id] };
  }, [choice, groups]);
  const chooseOne = (spotsNow: readonly string[] | undefined, id: string | undefined): void => {
    setKeys(spotsNow);
    if (id !== record) choose(id);
  };
  return {
    choice,
    chooseSpots: (some) => chooseOne(some, undefined),
    chooseRecord: (id) => chooseOne(undefined, id),
    chooseNothing: () => chooseOne(undefined, undefined),
    spots,
    records,
  };
}

const entriesAt = (keys: readonly string[], groups: readonly Group[]): Entry[] =>
  groups.filter(({ key }) => keys.includes(key)).flatMap(({ placed }) => placed.map(({ entry }) => entry));
