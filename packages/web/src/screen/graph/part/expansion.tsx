/** Which neighbours are added, and how many: each kind with its number, so that nothing is cut in silence. */
import { Button, Checkbox, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '../../../part/states.tsx';
import { typeOfId } from '../../../record/object.ts';
import { aroundQuery } from '../ask/around.ts';
import { groupOf, otherEnd, type GraphEdge } from '../picture/edge.ts';
import type { Picture } from '../picture/picture.ts';
import { usualMany, type Acts } from '../use-acts.ts';
import { useWords } from './words.ts';

interface NeighbourGroup {
  key: string;
  edge: GraphEdge;
  type: string;
  isOut: boolean;
  all: Set<string>;
}

export function Expansion({
  id,
  shown,
  onExpand,
}: {
  id: string;
  shown: Picture;
  onExpand: Acts['expand'];
}): ReactNode {
  const { t } = useTranslation('graph');
  const around = useQuery(aroundQuery(id));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [many, setMany] = useState(usualMany);
  if (around.isPending) return <Loading />;
  if (around.isError) return <Failed error={around.error} onRetry={() => void around.refetch()} />;
  const groups = groupsOf(around.data.edges, id);
  const wanted = groups.filter(({ key }) => !left.has(key));
  const waiting = new Set(wanted.flatMap(({ all }) => [...all]).filter((one) => !shown.nodes.has(one))).size;
  const toggle = (key: string): void => {
    const now = new Set(left);
    if (!now.delete(key)) now.add(key);
    setLeft(now);
  };
  return (
    <Stack gap="xs">
      <Title order={3}>{t('expand.title')}</Title>
      {groups.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('expand.none')}
        </Text>
      )}
      {groups.map((group) => (
        <GroupRow
          key={group.key}
          group={group}
          shown={shown}
          isWanted={!left.has(group.key)}
          onToggle={toggle}
        />
      ))}
      {!around.data.isWhole && (
        <Text size="xs" c="dimmed">
          {t('expand.not-whole')}
        </Text>
      )}
      {waiting > 0 && (
        <Group align="flex-end" gap="xs">
          <NumberInput
            label={t('expand.many')}
            value={many}
            min={1}
            max={1000}
            w={110}
            size="xs"
            onChange={(value) => setMany(Math.max(1, Number(value) || usualMany))}
          />
          <Button size="xs" onClick={() => void onExpand(id, new Set(wanted.map(({ key }) => key)), many)}>
            {t('expand.some', { count: Math.min(many, waiting), all: waiting })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function GroupRow({
  group: { key, edge, type, isOut, all },
  shown,
  isWanted,
  onToggle,
}: {
  group: NeighbourGroup;
  shown: Picture;
  isWanted: boolean;
  onToggle: (key: string) => void;
}): ReactNode {
  const { t } = useTranslation('graph');
  const words = useWords();
  const there = [...all].filter((one) => shown.nodes.has(one)).length;
  const named = { link: words.relation(edge), kind: words.kind(type) };
  return (
    <Checkbox
      size="sm"
      checked={isWanted}
      onChange={() => onToggle(key)}
      label={isOut ? t('group.out', named) : t('group.in', named)}
      description={t('group.shown', { count: all.size, shown: there })}
    />
  );
}

function groupsOf(edges: readonly GraphEdge[], id: string): NeighbourGroup[] {
  const groups = new Map<string, NeighbourGroup>();
  for (const edge of edges) {
    const key = groupOf(edge, id);
    const other = otherEnd(edge, id);
    const group = groups.get(key) ?? {
      key,
      edge,
      type: typeOfId(other),
      isOut: edge.source === id,
      all: new Set<string>(),
    };
    group.all.add(other);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => other.all.size - one.all.size);
}
