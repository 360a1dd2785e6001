/** Hit/no-hit: the agreements of one's member. */
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementBody } from '@entente/contract/matching';
import { meQuery } from '../../app/questions.ts';
import { Foreign } from '../../part/foreign.tsx';
import { useNames } from '../../part/names.ts';
import { Empty, Failed, Head, Loading } from '../../part/states.tsx';
import { agreementsQuery, standingOf, useMatchingRights, useOwnMember } from './queries.ts';
import { AgreementSign } from './state.tsx';
import './matching.css';

export function Matching(): ReactNode {
  const { t } = useTranslation('matching');
  const { mayDecide } = useMatchingRights();
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return <Loading />;
  return (
    <>
      <Head title={t('title')} lead={t('lead')}>
        {mayDecide && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/matching/new" />}
          >
            {t('propose')}
          </Button>
        )}
      </Head>
      {me.narrow ? (
        <Alert color="gray" icon={<IconLock size={20} aria-hidden />}>
          {t('narrow')}
        </Alert>
      ) : (
        <Agreements />
      )}
    </>
  );
}

function Agreements(): ReactNode {
  const { t } = useTranslation('matching');
  const found = useQuery(agreementsQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.length === 0) return <Empty title={t('none')} next={t('none.next')} />;
  return (
    <ul className="lined-list" aria-label={t('all')}>
      {found.data.map((agreement) => (
        <Row key={agreement.id} agreement={agreement} />
      ))}
    </ul>
  );
}

function Row({ agreement }: { agreement: AgreementBody }): ReactNode {
  const { t } = useTranslation('matching');
  const { t: common } = useTranslation();
  const names = useNames();
  const { side, other } = standingOf(agreement, useOwnMember());
  const { id, purposes, waiting, state } = agreement;
  return (
    <li className="matching-row">
      <Group justify="space-between" gap="xs 16px" wrap="wrap">
        <Anchor fw={600} renderRoot={(props) => <Link {...props} to="/matching/$id" params={{ id }} />}>
          {t('with', { member: names(other) ?? common('members.unknown') })}
        </Anchor>
        <Group gap="xs">
          {state === 'in-force' && waiting > 0 && (
            <Text span size="sm" c="dimmed">
              {t('waiting', { count: waiting })}
            </Text>
          )}
          <AgreementSign agreement={agreement} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {t(`side.${side}`)} · <Foreign text={purposes.join(', ')} />
      </Text>
    </li>
  );
}
