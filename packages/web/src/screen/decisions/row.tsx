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

export function DecisionRow({ decision }: { decision: Summary }): ReactNode {
  const { t } = useTranslation('decisions');
  const times = useTimes();
  const { id, title, effect, version, voices, seenBy, brokenBy, opened, reservations, voice, purpose } =
    decision;
  const language = spoken();
  const said = [
    t(`effect.${effect.kind}`),
    ...(version > 1 ? [t('version', { version: times.number(version) })] : []),
    ...(purpose === 'note' ? [t('for-note')] : []),
    ...(reservations > 0 ? [t('reservations', { count: reservations })] : []),
    ...(brokenBy > 0 ? [t('objectors', { count: brokenBy })] : []),
  ];
  return (
    <div className="decision-row">
      <div className="decision-main">
        <Group gap="xs" align="baseline">
          <Anchor
            fw={opened || version === 0 ? 500 : 700}
            renderRoot={(props) => <Link {...props} to="/decisions/$id" params={{ id }} />}
          >
            <Foreign text={title[language]} language={language} />
          </Anchor>
          {!opened && version > 0 && (
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
              seen: times.number(seenBy),
              of: times.number(voices),
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
