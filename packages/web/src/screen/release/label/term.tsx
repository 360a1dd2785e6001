/** How long it holds, and by when it must be looked at again. */
import { Group } from '@mantine/core';
import type { LabelBody } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../part/day-field.tsx';
import { beginningOf, dayOf, withPart } from './parts.ts';

export function Term({
  value,
  onChange,
}: {
  value: LabelBody;
  onChange: (label: LabelBody) => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const day = (part: 'until' | 'review') => ({
    value: dayOf(value[part]),
    onChange: (chosen: string) => onChange(withPart(value, part, beginningOf(chosen))),
  });
  return (
    <Group gap="md" align="flex-end" grow>
      <DayInput label={t('term.until')} description={t('term.until.hint')} {...day('until')} />
      <DayInput label={t('term.review')} description={t('term.review.hint')} {...day('review')} />
    </Group>
  );
}
