/** One decision on the board. */
import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spoken } from '../../app/language.ts';
import { Foreign } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import { Clock } from './silence-clock.tsx';
import type { Summary } from './queries.ts';
import { DecisionState } from './state.tsx';

export function DecisionRow({ decision, member }: { decision: Summary; member: string }): ReactNode {
  const { t } = useTranslation('decisions');
  const times = useTimes();
  const { id, title, effect, version, electors, seen, objectors, reservations, voice, purpose } = decision;
  const language = spoken();
  const hasSeen = seen.includes(member);
  const said = [
    t(`effect.${effect.kind}`),
    ...(version > 1 ? [t('version', { version: times.number(version) })] : []),
    ...(purpose === 'note' ? [t('for-note')] : []),
    ...(reservations > 0 ? [t('reservations', { count: reservations })] : []),
    ...(objectors.length > 0 ? [t('objectors', { count: objectors.length })] : []),
  ];
  return (
    <div className="decision-row">
      <div className="decision-main">
        <Group gap="xs" wrap="nowrap" align="baseline">
          <Anchor
            fw={hasSeen || version === 0 ? 500 : 700}
            renderRoot={(props) => <Link {...props} to="/decisions/$id" params={{ id }} />}
          >
            <Foreign text={title[language]} language={language} />
          </Anchor>
          {!hasSeen && version > 0 && (
            <Text span size="xs" c="dimmed">
              {t('not-opened')}
            </Text>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {said.join(' · ')}
        </Text>
      </div>
      <div className="decision-seen">
        {version > 0 && (
          <Text size="xs">
            {t('seen-by', {
              seen: times.number(electors.filter((one) => seen.includes(one)).length),
              of: times.number(electors.length),
            })}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {version === 0 ? '' : voice ? t('voice') : t('no-voice')}
        </Text>
      </div>
      <div className="decision-time">
        <DecisionState decision={decision} />
        <Clock decision={decision} />
      </div>
    </div>
  );
}
