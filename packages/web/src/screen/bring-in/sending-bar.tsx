/** How far a file is on its way, and how to end it. */
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSize } from './size.ts';

export function SendingBar({
  sent,
  size,
  reading,
  onEnd,
}: {
  sent: number;
  size: number;
  /** What is said once everything has gone. */
  reading: string;
  onEnd: () => void;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const sizes = useSize();
  const hasGone = sent >= size;
  const said = hasGone ? reading : t('sent', { sent: sizes(sent), size: sizes(size) });
  return (
    <Stack gap={6}>
      <Progress
        value={size === 0 ? 100 : Math.min(100, (sent / size) * 100)}
        animated={hasGone}
        aria-label={t('sent.label')}
      />
      <Group justify="space-between">
        <Text size="sm" role="status">
          {said}
        </Text>
        <Button size="xs" variant="default" onClick={onEnd}>
          {t('end')}
        </Button>
      </Group>
    </Stack>
  );
}
