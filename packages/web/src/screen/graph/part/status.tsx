/** How much of the graph is shown, and whether there may be more than is drawn. */
import { Alert, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../../part/time.ts';
import { mostEdges, mostNodes } from '../picture/picture.ts';
import type { Told } from '../use-acts.ts';
import type { GraphState } from '../use-graph.ts';
import { useWords } from './words.ts';

/** Where there may be more than is drawn well. */
export function Full({ state: { picture } }: { state: GraphState }): ReactNode {
  const { t } = useTranslation('graph');
  const times = useTimes();
  if (picture.nodes.size < mostNodes && picture.edges.size < mostEdges) return null;
  return (
    <Alert color="yellow" role="status">
      {t('full.most', { nodes: times.number(mostNodes), edges: times.number(mostEdges) })}
    </Alert>
  );
}

/** How much is shown, and what came of the last act; read aloud as it changes. */
export function StatusLine({
  state: { picture, visible, chosen },
  told: { said },
}: {
  state: GraphState;
  told: Told;
}): ReactNode {
  const { t } = useTranslation('graph');
  const words = useWords();
  const node = chosen === undefined ? undefined : picture.nodes.get(chosen);
  const hidden = picture.nodes.size - visible.nodes.size;
  return (
    <Group justify="space-between" gap="md" wrap="nowrap" align="flex-start">
      <Text size="xs" c="dimmed" role="status">
        {node !== undefined && (
          <>
            <bdi>{words.title(node.entry)}</bdi>
            {' · '}
          </>
        )}
        {said}
      </Text>
      <Text size="xs" c="dimmed" className="nowrap">
        {t('records', { count: visible.nodes.size })} · {t('links', { count: visible.edges.size })}
        {hidden > 0 && <> · {t('hidden', { count: hidden })}</>}
      </Text>
    </Group>
  );
}
