/** How it stands with each addressee that one may know. */
import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandingBody } from '@entente/contract/request';
import { ForeignText } from '../../part/foreign.tsx';
import { useNames } from '../../part/names.ts';
import { useTimes } from '../../part/time.ts';
import { StateBadge } from './state.tsx';

export function Standings({ standings }: { standings: readonly StandingBody[] }): ReactNode {
  const { t } = useTranslation('requests');
  const names = useNames();
  const nameOf = ({ member }: StandingBody): string => names(member) ?? '';
  const byName = standings.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="standings">
      <Title order={2} id="standings">
        {t('standings')}
      </Title>
      <ul className="request-standings">
        {byName.map((standing) => (
          <Standing key={standing.member} standing={standing} />
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {t('standings.rule')}
      </Text>
    </Paper>
  );
}

function Standing({
  standing: { member, state, said, since, reason },
}: {
  standing: StandingBody;
}): ReactNode {
  const { t } = useTranslation('requests');
  const { t: common } = useTranslation();
  const names = useNames();
  const times = useTimes();
  return (
    <li>
      <div className="request-standing">
        <bdi>{names(member) ?? common('members.unknown')}</bdi>
        <StateBadge state={state} />
      </div>
      {since !== null && (
        <Text size="xs" c="dimmed">
          {said !== null && said !== state && `${t(`state.${said}`)} · `}
          {times.moment(since)}
        </Text>
      )}
      {reason !== null && <ForeignText text={reason} />}
    </li>
  );
}
