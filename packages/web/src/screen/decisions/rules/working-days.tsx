/** On which days a silence may end: shown to everybody, changed by the secretary. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarQuery } from '../../../app/questions.ts';
import { Failed, Loading } from '../../../part/states.tsx';
import { useTimes } from '../../../part/time.ts';
import { Facts } from '../../../part/facts.tsx';
import { useIsSecretary } from '../../../part/secretary.ts';
import { useDayNames, zoneText } from './days.ts';
import { ChangeDays } from './change-days.tsx';

export function WorkingDays(): ReactNode {
  const { t } = useTranslation('deciding');
  const times = useTimes();
  const dayNames = useDayNames();
  const isSecretary = useIsSecretary();
  const { data, error, refetch } = useQuery(calendarQuery);
  const [isChanging, { open, close }] = useDisclosure(false);
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const weekend = dayNames.filter(({ day }) => data.weekend.includes(day)).map(({ name }) => name);
  const holidays = data.holidays.toSorted().map((one) => times.day(one));
  return (
    <>
      <Facts
        title={t('days')}
        lead={t('days.lead')}
        facts={[
          [t('days.offset'), zoneText(data.offset)],
          [t('days.weekend'), weekend.join(', ') || t('days.weekend.none')],
          [t('days.holidays'), holidays.join(' · ') || t('days.holidays.none')],
        ]}
      />
      {isSecretary && (
        <Button variant="default" onClick={open} style={{ alignSelf: 'flex-start' }}>
          {t('days.change')}
        </Button>
      )}
      {isChanging && <ChangeDays calendar={data} onClose={close} />}
    </>
  );
}
