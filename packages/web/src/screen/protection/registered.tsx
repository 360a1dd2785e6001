/** Where a request for information comes from the supervisor: what the own register has of it, or the way into it. */
import { Anchor, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery, meQuery } from '../../app/questions.ts';
import { Foreign } from '../../part/foreign.tsx';
import { Failed } from '../../part/states.tsx';
import { EnterRequest, type Asked } from './enter-request.tsx';
import { referringQuery } from './questions.ts';

/** @param asker the member that asks: shown is something for a supervisor alone, and to those who keep the register */
export function Registered({ asker, asked }: { asker: string; asked: Asked }): ReactNode {
  const { data: me } = useQuery(meQuery);
  const { data: members = [] } = useQuery(membersQuery);
  if (me === undefined || me.narrow) return null;
  if (members.find(({ id }) => id === asker)?.supervises !== true) return null;
  const isOfficer = me.roles.includes('release-officer');
  if (!isOfficer && !me.roles.includes('auditor')) return null;
  return <InRegister asked={asked} mayEnter={isOfficer && me.scopes.includes('write')} />;
}

function InRegister({ asked, mayEnter }: { asked: Asked; mayEnter: boolean }): ReactNode {
  const { t } = useTranslation('protection');
  const found = useQuery(referringQuery(asked.reference));
  if (found.isPending) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="registered">
      <Title order={2} id="registered" mb="xs">
        {t('tab.subjects')}
      </Title>
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && (
        <Text size="sm" c="dimmed" mb={mayEnter ? 'xs' : 0}>
          {t('subjects.not-entered')}
        </Text>
      )}
      <ul className="request-records">
        {found.data?.items.map(({ id, kind, subject }) => (
          <li key={id}>
            <Anchor
              renderRoot={(props) => (
                <Link {...props} to="/protection" search={{ tab: 'subjects', request: id }} />
              )}
            >
              {t(`kind.${kind}`)} · <Foreign text={subject} />
            </Anchor>
          </li>
        ))}
      </ul>
      {mayEnter && found.data?.items.length === 0 && <EnterRequest asked={asked} />}
    </Paper>
  );
}
