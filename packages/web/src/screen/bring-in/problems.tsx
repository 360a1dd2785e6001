/** What is wrong with a file, line by line, with what helps; and the same as a file to keep. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import { keepAsFile } from './keep-as-file.ts';
import { csvOf } from './report.ts';
import { Rows } from './rows.tsx';
import type { ImportReport } from './report.ts';

type Problem = ImportReport['problems'][number];

export function Problems({
  problems,
  rejected,
  source,
}: {
  problems: readonly Problem[];
  rejected: number;
  source: string;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  if (problems.length === 0) return null;
  const head = [t('problem.line'), t('problem.place'), t('problem.what')];
  const keep = (): void => {
    const rows = problems.map(({ line, id, path, message }) => [line, id, path, message]);
    keepAsFile(
      t('problem.file', { source }),
      csvOf([[t('problem.line'), t('problem.object'), t('problem.place'), t('problem.what')], ...rows]),
    );
  };
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3}>
          {rejected === 0
            ? t('remark.title', { count: problems.length, number: times.number(problems.length) })
            : t('problem.title', { count: rejected, number: times.number(rejected) })}
        </Title>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={keep}
        >
          {t('problem.keep')}
        </Button>
      </Group>
      {rejected > problems.length && (
        <Text size="sm">{t('problem.more', { count: rejected, number: times.number(rejected) })}</Text>
      )}
      {rejected > 0 && (
        <Text size="sm" c="dimmed">
          {t('problem.help')}
        </Text>
      )}
      <Rows
        kind="problem"
        label={t('problem.label')}
        head={head}
        count={problems.length}
        row={(index) => {
          const { line, id, path, message } = problems[index] as Problem;
          return [
            line === undefined || line === 0 ? '—' : times.number(line),
            <Foreign key="place" text={path === undefined || path === '' ? (id ?? '—') : path} />,
            <What key="what" message={message} />,
          ];
        }}
      />
    </Stack>
  );
}

/** The cell's words are English; what helps with the commonest is said in the reader's language beneath. */
function What({ message }: { message: string }): ReactNode {
  const { t } = useTranslation('bring-in');
  const remedy = remedies.find(([pattern]) => pattern.test(message))?.[1];
  return (
    <>
      <Foreign text={message} language="en" />
      {remedy !== undefined && (
        <Text size="xs" c="dimmed">
          {t(`remedy.${remedy}`)}
        </Text>
      )}
    </>
  );
}

const remedies = [
  [/raise modified/, 'raise'],
  [/ahead of the clock/, 'clock'],
  [/not JSON/, 'json'],
  [/UTF-8/, 'encoding'],
  [/UUIDv|identifier/, 'identifier'],
  [/required|missing|must have/, 'required'],
  [/cites/, 'cited'],
] as const;
