/** Proposals that this record and another are the same, or not: whose, under which marking; one’s own can be taken back. */
import { Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEqual, IconEqualNot } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../app/questions.ts';
import { ContributorOf, RecordLink, TitleOf } from '../../part/entry.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { useTimes } from '../../part/time.ts';
import { otherEnd, settledKinds, type Neighbour } from '../../record/links.ts';
import { Grade } from './grade.tsx';
import { neighboursQuery, useMayWrite } from './questions.ts';
import { RecallDialog } from './recall.tsx';

export function SameProposals({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('record');
  const { data } = useInfiniteQuery(neighboursQuery(id));
  const links = data?.pages.flatMap(({ items }) => items) ?? [];
  const proposals = links.filter(({ entry }) =>
    settledKinds.includes(String(entry.object['relationship_type'])),
  );
  if (proposals.length === 0) return null;
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('same.title')} className="same">
      {proposals.map((link) => (
        <Proposal key={`${link.entry.object.id} ${link.entry.contributor}`} id={id} link={link} />
      ))}
    </Paper>
  );
}

function Proposal({ id, link }: { id: string; link: Neighbour }): ReactNode {
  const { t } = useTranslation('record');
  const times = useTimes();
  const mayWrite = useMayWrite();
  const { data: me } = useQuery(meQuery);
  const [isRecalling, recalling] = useDisclosure(false);
  const { entry } = link;
  const other = otherEnd(id, link);
  if (other === undefined) return null;
  const isOwn = entry.contributor === me?.member.id;
  const isSame = entry.object['relationship_type'] === 'duplicate-of';
  const Picture = isSame ? IconEqual : IconEqualNot;
  return (
    <Group justify="space-between" gap="sm" py={4}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Picture size={18} aria-hidden className="kind-icon" />
        <div>
          <Text size="sm">
            {isSame ? t('same.with') : t('same.not-with')}{' '}
            <RecordLink id={other} fw={600}>
              <TitleOf id={other} />
            </RecordLink>
          </Text>
          <Group gap={8}>
            <Text size="xs" c="dimmed">
              {isSame ? t('same.by') : t('same.not-by')} <ContributorOf entry={entry} />
              {entry.version !== null && <> · {times.day(entry.version)}</>}
            </Text>
            <Grade object={entry.object} isQuiet />
            <MarkingLine object={entry.object} label={entry.label} />
          </Group>
        </div>
      </Group>
      {isOwn && mayWrite && (
        <Button size="xs" variant="default" onClick={recalling.open}>
          {t('same.take-back')}
        </Button>
      )}
      <RecallDialog id={entry.object.id} isOpen={isRecalling} onClose={recalling.close} />
    </Group>
  );
}
