/** The line of marking as it will print, and what the cell finds wrong with the label. */
import { Alert, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { LabelBody } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { Foreign } from '../../../part/foreign.tsx';
import { useNames } from '../../../part/names.ts';
import { Failed } from '../../../part/states.tsx';

/** Milliseconds without a change before the cell is asked. */
export const pause = 300;

export const madeQuery = (label: LabelBody) =>
  queryOptions({
    queryKey: ['label', 'made', JSON.stringify(label)],
    queryFn: () => cell.makeLabel({ label }),
  });

export function MarkingToPrint({ value }: { value: LabelBody }): ReactNode {
  const { t } = useTranslation('release');
  const [label] = useDebouncedValue(value, pause);
  const made = useQuery({ ...madeQuery(label), placeholderData: keepPreviousData });
  if (made.isError) return <Failed error={made.error} onRetry={() => void made.refetch()} />;
  const { line = '', alone = false, problems = [] } = made.data ?? {};
  return (
    <Stack gap="xs">
      <div className="release-line" aria-live="polite" aria-busy={made.isFetching}>
        <Text size="xs" c="dimmed">
          {t('line.title')}
        </Text>
        <div className="release-line-text">{line === '' ? '…' : <Foreign text={line} />}</div>
        {alone && problems.length === 0 && <Text size="xs">{t('line.alone')}</Text>}
      </div>
      {problems.length > 0 && <Problems label={label} parts={problems.map(({ part }) => part)} />}
    </Stack>
  );
}

function Problems({ label, parts }: { label: LabelBody; parts: string[] }): ReactNode {
  const { t } = useTranslation('release');
  const names = useNames();
  const said = (part: string): string => {
    const name = names(part.slice(part.indexOf(':') + 1)) ?? part;
    if (part in (label.levels ?? {})) return t('problem.policy', { name });
    return label.all?.includes(part) === true
      ? t('problem.attribute', { name })
      : t('problem.audience', { name });
  };
  return (
    <Alert
      variant="default"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t('problem.title')}
      role="alert"
    >
      <List size="sm">
        {parts.map((part) => (
          <List.Item key={part}>{said(part)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
