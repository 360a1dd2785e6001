/** The record, or the link, that is chosen. */
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContributorOf, ObjectTitle, RecordLink } from '../../../part/entry.tsx';
import { ForeignText } from '../../../part/foreign.tsx';
import { KindIcon } from '../../../part/kind-icon.tsx';
import { MarkingLine } from '../../../part/marking-line.tsx';
import { kindOf } from '../../../record/kind.ts';
import { textIn, type Entry } from '../../../record/object.ts';
import { dateOf, gradeOf, type GraphEdge } from '../picture/edge.ts';
import type { GraphNode } from '../picture/picture.ts';
import type { Acts } from '../use-acts.ts';
import type { GraphState } from '../use-graph.ts';
import { Expansion } from './expansion.tsx';
import { useWords } from './words.ts';

export function Panel({ state, acts }: { state: GraphState; acts: Acts }): ReactNode {
  const { t } = useTranslation('graph');
  const { picture, chosen } = state;
  const node = chosen === undefined ? undefined : picture.nodes.get(chosen);
  const edge = chosen === undefined ? undefined : picture.edges.get(chosen);
  if (node !== undefined) return <NodePanel key={node.id} node={node} state={state} acts={acts} />;
  if (edge !== undefined) return <EdgePanel edge={edge} state={state} />;
  return (
    <Text size="sm" c="dimmed">
      {t('panel.none')}
    </Text>
  );
}

function NodePanel({ node, state, acts }: { node: GraphNode; state: GraphState; acts: Acts }): ReactNode {
  const { t } = useTranslation('graph');
  const { id, entry, isPinned } = node;
  const { ends, setEnds } = state;
  const description = textIn(entry.object, 'description');
  return (
    <Stack gap="sm">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <KindIcon object={entry.object} size={20} />
        <Title order={2} className="graph-title">
          <ObjectTitle object={entry.object} />
        </Title>
      </Group>
      <Facts entry={entry} />
      {description !== undefined && <ForeignText text={description} most={240} />}
      <Group gap={6}>
        <Button size="compact-sm" variant="default" onClick={() => acts.collapse(id)}>
          {t('collapse')}
        </Button>
        <Button size="compact-sm" variant="default" aria-pressed={isPinned} onClick={() => acts.pin(id)}>
          {isPinned ? t('unpin') : t('pin')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => acts.remove(id)}>
          {t('remove')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setEnds({ ...ends, from: id })}>
          {t('path.from-here')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setEnds({ ...ends, to: id })}>
          {t('path.to-here')}
        </Button>
      </Group>
      <RecordLink id={id} size="sm">
        {t('open-record')}
      </RecordLink>
      <Expansion id={id} shown={state.picture} onExpand={acts.expand} />
    </Stack>
  );
}

function EdgePanel({ edge, state: { picture, choose } }: { edge: GraphEdge; state: GraphState }): ReactNode {
  const { t } = useTranslation('graph');
  const words = useWords();
  const description = edge.isReference ? undefined : textIn(edge.entry.object, 'description');
  const ends = [picture.nodes.get(edge.source), picture.nodes.get(edge.target)];
  const [source, target] = ends.map((end) =>
    end === undefined ? null : (
      <Button key={end.id} size="compact-sm" variant="default" onClick={() => choose(end.id)}>
        <bdi>{words.title(end.entry)}</bdi>
      </Button>
    ),
  );
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="xs" c="dimmed">
        {t('link')}
      </Text>
      {source}
      <Title order={2} className="graph-title">
        ↓ {words.relation(edge)}
      </Title>
      {target}
      <Facts entry={edge.entry} />
      {edge.isReference && (
        <Text size="sm" c="dimmed">
          {t('link.stated-in')}
        </Text>
      )}
      {description !== undefined && <ForeignText text={description} most={240} />}
      <RecordLink id={edge.entry.object.id} size="sm">
        {t('open-record')}
      </RecordLink>
    </Stack>
  );
}

/** Kind, source, grade, date and marking. */
function Facts({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('graph');
  const { t: stix } = useTranslation('stix');
  const words = useWords();
  const grade = gradeOf(entry);
  const date = dateOf(entry);
  return (
    <Stack gap={4}>
      <Text size="sm">
        {kindOf(entry.object, stix)} · <ContributorOf entry={entry} />
      </Text>
      <Group gap={8}>
        {grade !== '' && (
          <Badge variant="outline" color="gray" radius="xs" tt="none">
            {t('grade', { grade })}
          </Badge>
        )}
        {date !== undefined && (
          <Text span size="xs" c="dimmed">
            {words.day(date)}
          </Text>
        )}
      </Group>
      <MarkingLine object={entry.object} label={entry.label} />
    </Stack>
  );
}
