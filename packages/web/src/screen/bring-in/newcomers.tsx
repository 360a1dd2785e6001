/** Persons and groups of a file that would be new: whoever brings it in may look first whether they are in the view. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { screenOf } from '../../app/files.ts';
import { Fetched } from '../../part/fetched.tsx';
import { useTimes } from '../../part/time.ts';
import type { ToScreen } from './report.ts';

const NewcomersFound = screenOf(() => import('./newcomers-found.tsx'), 'NewcomersFound');

/** @param hasLines whether the lines that are told are lines of what was given */
export function Newcomers({
  toScreen: { items, more },
  hasLines,
}: {
  toScreen: ToScreen;
  hasLines: boolean;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  const [isAsked, setAsked] = useState(false);
  // Fetched ahead: where the network is away when one asks, loading the page anew would lose the file that was chosen.
  useEffect(() => {
    if (items.length > 0) void NewcomersFound.preload?.();
  }, [items.length]);
  const count = items.length + more;
  if (items.length === 0) return null;
  return (
    <Stack gap="xs" my="sm" component="section" aria-labelledby="newcomers">
      <Title order={3} id="newcomers">
        {t('newcomers', { count, number: times.number(count) })}
      </Title>
      <Text size="sm">
        {t('newcomers.why', { count })}
        {more > 0 && ` ${t('newcomers.more', { number: times.number(items.length) })}`}
      </Text>
      {isAsked ? (
        <Fetched>
          <NewcomersFound items={items} hasLines={hasLines} />
        </Fetched>
      ) : (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUsersGroup size={14} aria-hidden />}
            onClick={() => setAsked(true)}
          >
            {t('newcomers.look')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
