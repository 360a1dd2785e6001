/** Who of the member's own people looked at a record again, until when it stays and why; the last first. */
import { Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery, ofView } from '../../app/questions.ts';
import { Foreign } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';

/** The last ones; all stand at the command line. */
const most = 5;

export function LookedAt({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('record');
  const times = useTimes();
  const { data: me } = useQuery(meQuery);
  const { data } = useQuery({
    queryKey: [ofView, 'confirmations', id],
    queryFn: () => cell.confirmations({ id }),
    enabled: me?.narrow === false,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Box mb="sm">
      <ul className="opened-by" aria-label={t('looked-at')}>
        {data.items.slice(0, most).map(({ at, review, reason }) => (
          <li key={at}>
            <Text size="xs">
              {t('looked-at.on', { day: times.day(at), review: times.day(review) })} <Foreign text={reason} />
            </Text>
          </li>
        ))}
      </ul>
    </Box>
  );
}
