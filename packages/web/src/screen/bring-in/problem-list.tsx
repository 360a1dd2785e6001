/** What is wrong, line by line, in a list that may be long; and the same as a file to keep. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LongTable } from '../../part/long-table.tsx';
import { keepAsFile } from './keep-as-file.ts';
import { csvOf } from './report.ts';

export function ProblemList({
  title,
  notes,
  place,
  source,
  lines,
  count,
  row,
}: {
  title: string;
  /** What is said above the list; empty ones are left out. */
  notes: readonly (string | false)[];
  /** What the second column is called. */
  place: string;
  source: string;
  /** What the file holds, its head first. */
  lines: () => Parameters<typeof csvOf>[0];
  count: number;
  /** Line, place and what is wrong there. */
  row: (index: number) => readonly ReactNode[];
}): ReactNode {
  const { t } = useTranslation('bring-in');
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3}>{title}</Title>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => keepAsFile(t('problem.file', { source }), csvOf(lines()))}
        >
          {t('problem.keep')}
        </Button>
      </Group>
      {notes
        .filter((note) => note !== false)
        .map((note) => (
          <Text size="sm" key={note}>
            {note}
          </Text>
        ))}
      <LongTable
        label={t('problem.label')}
        columns={[
          { key: 'line', head: t('problem.line'), track: '4.5rem' },
          { key: 'place', head: place, track: 'minmax(8rem, 16rem)' },
          { key: 'what', head: t('problem.what'), track: 'minmax(12rem, 1fr)' },
        ]}
        count={count}
        row={row}
      />
    </Stack>
  );
}
