/** Who opened what the member gave, as far as it may know. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { useNames } from './names.ts';
import { useTimes } from './time.ts';

/** Nothing where nobody did, and nobody else may have it. */
export function OpenedBy({ readers, rest }: AnswerOf<Operations['objectOpenings']>): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const times = useTimes();
  if (readers.length === 0 && !rest) return null;
  return (
    <ul className="opened-by">
      {readers.map(({ member, first }) => (
        <li key={member}>
          <Text size="xs">
            {t('opened.by', { member: names(member) ?? t('members.unknown'), day: times.day(first) })}
          </Text>
        </li>
      ))}
      {rest && (
        <li>
          <Text size="xs" c="dimmed">
            {t('opened.rest')}
          </Text>
        </li>
      )}
    </ul>
  );
}
