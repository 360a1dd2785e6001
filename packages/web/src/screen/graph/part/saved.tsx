/** Graphs that were saved, by whomever: each shows what the reader's own view has of it. */
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../../part/dialogue-box.tsx';
import { ContributorOf } from '../../../part/entry.tsx';
import { Foreign } from '../../../part/foreign.tsx';
import { MarkingLine } from '../../../part/marking-line.tsx';
import { Empty, Failed, Loading } from '../../../part/states.tsx';
import { textIn, type Entry } from '../../../record/object.ts';
import { savedGraphsQuery } from '../ask/saved-graphs.ts';
import { dateOf } from '../picture/edge.ts';
import { useWords } from './words.ts';

export function SavedGraphs({
  isOpen,
  onClose,
  onOpen,
}: {
  isOpen: boolean;
  onClose: () => void;
  onOpen: (entry: Entry) => void;
}): ReactNode {
  const { t } = useTranslation('graph');
  return (
    <DialogueBox opened={isOpen} onClose={onClose} title={t('saved')} size="lg">
      {isOpen && <List onOpen={onOpen} />}
    </DialogueBox>
  );
}

function List({ onOpen }: { onOpen: (entry: Entry) => void }): ReactNode {
  const { t } = useTranslation('graph');
  const words = useWords();
  const saved = useQuery(savedGraphsQuery);
  if (saved.isPending) return <Loading />;
  if (saved.isError) return <Failed error={saved.error} onRetry={() => void saved.refetch()} />;
  if (saved.data.length === 0) return <Empty title={t('saved.none')} next={t('saved.none.next')} />;
  return saved.data.map((entry) => (
    <Group key={entry.object.id} className="graph-saved" justify="space-between" wrap="nowrap">
      <div>
        <Text fw={600} component="div">
          <Foreign text={textIn(entry.object, 'name') ?? ''} />
        </Text>
        <Group gap={8}>
          <Text span size="xs" c="dimmed">
            <ContributorOf entry={entry} /> · {words.day(dateOf(entry) ?? '')}
          </Text>
          <MarkingLine object={entry.object} label={entry.label} />
        </Group>
      </div>
      <Button size="xs" variant="default" onClick={() => onOpen(entry)}>
        {t('saved.open')}
      </Button>
    </Group>
  ));
}
