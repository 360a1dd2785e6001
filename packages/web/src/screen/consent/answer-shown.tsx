/** What an owner said: its word, its conditions in words, and whether it withdrew. */
import { Text } from '@mantine/core';
import type { OwnerAnswerBody } from '@entente/contract/consent';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ForeignText } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import { LabelLine } from '../../part/marking-line.tsx';
import { PartName } from '../release/matrix/part-name.tsx';

export function AnswerShown({ answer }: { answer: OwnerAnswerBody | null }): ReactNode {
  const { t } = useTranslation('consent');
  const times = useTimes();
  if (answer === null) return <Text size="sm">{t('answer.none')}</Text>;
  const { word, at, words, conditions, withdrawn } = answer;
  const { any, until, parts = [] } = conditions;
  return (
    <div className="consent-answer">
      <Text size="sm">
        {t(word === 'consent' ? 'answer.consents' : 'answer.refuses', { time: times.moment(at) })}
      </Text>
      {words !== undefined && <ForeignText text={words} />}
      {any !== undefined && (
        <div className="consent-condition">
          <Text span size="xs">
            {t('condition.only')}
          </Text>
          <LabelLine label={{ any }} />
        </div>
      )}
      {until !== undefined && <Text size="xs">{t('condition.until', { date: times.day(until) })}</Text>}
      {parts.length > 0 && (
        <Text size="xs" component="div">
          {t('condition.without')}{' '}
          {parts.map((part) => (
            <span key={part} className="consent-part">
              <PartName selector={part} />
            </span>
          ))}
        </Text>
      )}
      {withdrawn !== undefined && (
        <Text size="sm" fw={600}>
          {t('answer.withdrawn', { time: times.moment(withdrawn) })}
        </Text>
      )}
    </div>
  );
}
