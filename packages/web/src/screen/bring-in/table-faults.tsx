/** What is wrong with rows of a table, in words: what refuses a row, and what is only left out of it. */
import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import { ProblemList } from './problem-list.tsx';
import { isRefusal } from './table/convert.ts';
import type { Problem } from './table/row.ts';

const wordsFor = ({ fault, other, found, wanted }: Problem, t: TFunction<'bring-in'>): string =>
  t(`fault.${fault}`, { line: other ?? '', found: found ?? '', wanted: wanted ?? '' });

export function FaultLine({ problem }: { problem: Problem }): ReactNode {
  const { t } = useTranslation('bring-in');
  const Picture = isRefusal(problem) ? IconAlertTriangle : IconInfoCircle;
  return (
    <Group
      gap={6}
      wrap="nowrap"
      align="flex-start"
      className="bring-in-fault"
      data-refusal={isRefusal(problem) || undefined}
    >
      <Picture size={16} aria-hidden />
      <Text size="sm" component="div">
        {wordsFor(problem, t)} <Written problem={problem} />
      </Text>
    </Group>
  );
}

function Written({ problem: { text } }: { problem: Problem }): ReactNode {
  return text === undefined || text === '' ? null : (
    <Text span size="sm" c="dimmed">
      <Foreign text={text} />
    </Text>
  );
}

/** Every row with something wrong. */
export function Faults({
  problems,
  told,
  source,
}: {
  problems: readonly Problem[];
  told: number;
  source: string;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  if (problems.length === 0) return null;
  return (
    <ProblemList
      title={t('problem.title', { count: told, number: times.number(told) })}
      notes={[told > problems.length && t('problem.first', { number: times.number(problems.length) })]}
      place={t('column.header')}
      source={source}
      lines={() => [
        [t('problem.line'), t('column.header'), t('problem.what'), t('problem.text')],
        ...problems.map((one) => [one.line, one.column, wordsFor(one, t), one.text]),
      ]}
      count={problems.length}
      row={(index) => {
        const problem = problems[index] as Problem;
        return [
          times.number(problem.line),
          <Foreign key="column" text={problem.column ?? '—'} />,
          <FaultLine key="what" problem={problem} />,
        ];
      }}
    />
  );
}
