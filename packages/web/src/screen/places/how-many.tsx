/** How many are shown, of how many where it is known; and the way to the rest. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../part/time.ts';

export function HowMany({
  count,
  total,
  within,
  hasMore,
  isFetchingMore,
  more,
}: {
  count: number;
  /** How many there are; left out where nobody has counted. */
  total?: number | undefined;
  /** How many are dated in the period, where there is one. */
  within?: number | undefined;
  hasMore: boolean;
  isFetchingMore: boolean;
  more: () => void;
}): ReactNode {
  const { t } = useTranslation('places');
  const times = useTimes();
  const number = times.number(count);
  const said = !hasMore
    ? t('shown.all', { count, number })
    : total === undefined
      ? t('shown.first', { count, number })
      : t('shown.of', { count, number, total: times.number(total) });
  return (
    <Group gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {said}
      </Text>
      {within !== undefined && (
        <Text size="sm" fw={600} role="status">
          {t('shown.period', { count: within, number: times.number(within) })}
        </Text>
      )}
      {hasMore && (
        <Button size="compact-sm" variant="default" loading={isFetchingMore} onClick={more}>
          {t('shown.more')}
        </Button>
      )}
    </Group>
  );
}
