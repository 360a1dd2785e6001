/** What is wrong with a file, line by line, with what helps. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import { ProblemList } from './problem-list.tsx';
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
  return (
    <ProblemList
      title={
        rejected === 0
          ? t('remark.title', { count: problems.length, number: times.number(problems.length) })
          : t('problem.title', { count: rejected, number: times.number(rejected) })
      }
      notes={[
        rejected > problems.length && t('problem.more', { count: rejected, number: times.number(rejected) }),
        rejected > 0 && t('problem.help'),
      ]}
      place={t('problem.place')}
      source={source}
      lines={() => [
        [t('problem.line'), t('problem.object'), t('problem.place'), t('problem.what')],
        ...problems.map(({ line, id, path, message }) => [line, id, path, message]),
      ]}
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
