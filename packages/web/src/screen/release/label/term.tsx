/** How long it holds, and by when it must be looked at again. */
import { Group, TextInput } from '@mantine/core';
import type { LabelBody } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
    type: 'date',
    value: dayOf(value[part]),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange(withPart(value, part, beginningOf(currentTarget.value))),
  });
  return (
    <Group gap="md" align="flex-end" grow>
      <TextInput label={t('term.until')} description={t('term.until.hint')} {...day('until')} />
      <TextInput label={t('term.review')} description={t('term.review.hint')} {...day('review')} />
    </Group>
  );
}
