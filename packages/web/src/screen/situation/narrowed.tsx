/** What the list of arrivals is narrowed to besides members, and how to take that back. */
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { useTimes } from '../../part/time.ts';
import { wordForType } from '../../record/kind.ts';
import type { SituationKey } from './use-since.ts';

export function Narrowed(): ReactNode {
  const { t } = useTranslation('situation');
  const { t: stix } = useTranslation('stix');
  const times = useTimes();
  const navigate = useNavigate();
  const { type, since, before } = useAsked<SituationKey>();
  if (type === undefined && before === undefined) return null;
  const several = type?.includes(',') === true ? t('trends.other') : t('narrowed.kinds');
  const kind = type === undefined || type.includes(',') ? several : wordForType(type, stix);
  return (
    <>
      <span>
        {since === undefined || before === undefined
          ? kind
          : t('narrowed.week', { kind, day: times.day(since) })}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void navigate({ to: '/', search: {}, resetScroll: false })}
      >
        {t('narrowed.all')}
      </Button>
    </>
  );
}
