/** What is shown of the graph, by kind, member and time; and what its colours mean. */
import { Button, MultiSelect, Stack, Switch, Text, useComputedColorScheme } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { colourOfCommunity, colourOfKind, communitiesWithColour } from '../canvas/colours.ts';
import { typeOfKind } from '../../../record/kind.ts';
import { kindKeyOf } from '../picture/edge.ts';
import { noFilter, type Filter } from '../picture/picture.ts';
import { isFiltering } from '../picture/visible.ts';
import type { GraphState } from '../use-graph.ts';
import { Days } from './start.tsx';
import { useWords } from './words.ts';

export function Filters({ state }: { state: GraphState }): ReactNode {
  const { t } = useTranslation('graph');
  const words = useWords();
  const { picture, act } = state;
  const { filter } = picture;
  const set = (change: Partial<Filter>): void =>
    act((before) => ({ ...before, filter: { ...before.filter, ...change } }));
  const types = useMemo(
    () => countsOf([...picture.nodes.values()].map(({ entry }) => kindKeyOf(entry))),
    [picture.nodes],
  );
  // A type that the map has chosen stands for all of its kinds.
  const absent = filter.types
    .filter((kind) => !types.some(([one]) => one === kind))
    .map((kind): [string, number] => [
      kind,
      types.reduce((sum, [one, count]) => (typeOfKind(one) === kind ? sum + count : sum), 0),
    ]);
  const members = useMemo(
    () =>
      countsOf(
        [...picture.nodes.values(), ...picture.edges.values()].flatMap(
          ({ entry }) => entry.contributor ?? [],
        ),
      ),
    [picture.nodes, picture.edges],
  );
  return (
    <Stack gap="sm">
      <MultiSelect
        label={t('filter.types')}
        placeholder={filter.types.length === 0 ? t('filter.all') : ''}
        data={[...types, ...absent].map(([type, count]) => ({
          value: type,
          label: `${words.kind(type)} (${count})`,
        }))}
        value={filter.types}
        onChange={(chosen) => set({ types: chosen })}
        clearable
      />
      <MultiSelect
        label={t('filter.members')}
        placeholder={filter.members.length === 0 ? t('filter.all') : ''}
        data={members.map(([id]) => ({ value: id, label: words.member(id) }))}
        value={filter.members}
        onChange={(chosen) => set({ members: chosen })}
        clearable
      />
      <Days
        labels={[t('filter.since'), t('filter.before')]}
        since={filter.since ?? ''}
        before={filter.before ?? ''}
        onSince={(day) => set({ since: day || undefined })}
        onBefore={(day) => set({ before: day || undefined })}
      />
      {(filter.since !== undefined || filter.before !== undefined) && (
        <Text size="xs" c="dimmed">
          {t('filter.period')}
        </Text>
      )}
      {isFiltering(filter) && (
        <Button
          variant="default"
          size="xs"
          onClick={() => set({ ...noFilter, since: undefined, before: undefined })}
        >
          {t('filter.none')}
        </Button>
      )}
    </Stack>
  );
}

/** What each colour stands for, and how much there is of it. */
export function Legend({
  state: { picture, visible, act },
  communities,
  onLook,
}: {
  state: GraphState;
  communities: ReadonlyMap<string, number> | undefined;
  onLook: (ids: string[]) => void;
}): ReactNode {
  const { t } = useTranslation('graph');
  const words = useWords();
  const scheme = useComputedColorScheme('light');
  const ids = [...visible.nodes];
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const entry = picture.nodes.get(id)?.entry;
    if (entry === undefined) continue;
    const key = communities === undefined ? kindKeyOf(entry) : String(communities.get(id) ?? '');
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  const largest = [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, communitiesWithColour);
  return (
    <Stack gap="xs">
      <Switch
        label={t('communities')}
        checked={picture.isGrouped}
        onChange={() => act((before) => ({ ...before, isGrouped: !before.isGrouped }))}
      />
      <ul className="graph-legend" aria-label={t('legend')}>
        {largest.map(([key, members]) => (
          <li key={key}>
            <button type="button" onClick={() => onLook(members)}>
              <span
                className="graph-dot"
                style={{
                  background:
                    communities === undefined
                      ? colourOfKind(key, scheme)
                      : colourOfCommunity(Number(key), scheme),
                }}
              />
              <Text span size="sm">
                {communities === undefined ? words.kind(key) : t('community', { number: Number(key) + 1 })}
              </Text>
              <Text span size="xs" c="dimmed" ml="auto">
                {members.length}
              </Text>
            </button>
          </li>
        ))}
      </ul>
      {groups.size > largest.length && (
        <Text size="xs" c="dimmed">
          {t('legend.others', { count: groups.size - largest.length })}
        </Text>
      )}
    </Stack>
  );
}

function countsOf(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
