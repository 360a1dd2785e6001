/** One agreement on hit/no-hit: what is agreed, the keys to compare, and its runs. */
import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementBody } from '@entente/contract/matching';
import { useAddressId } from '../../app/address.ts';
import { useNames } from '../../part/names.ts';
import { Head, Loading, NotShown } from '../../part/states.tsx';
import { AgreementActs } from './acts.tsx';
import { agreementQuery, standingOf, useOwnMember } from './queries.ts';
import { Runs } from './runs.tsx';
import { AgreementSign } from './state.tsx';
import { GatewayKeys, Terms } from './terms.tsx';
import './matching.css';

export function AgreementScreen(): ReactNode {
  const id = useAddressId();
  const found = useQuery(agreementQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError)
    return <NotShown error={found.error} onRetry={() => void found.refetch()} to="matching" />;
  return <Agreement agreement={found.data} />;
}

function Agreement({ agreement }: { agreement: AgreementBody }): ReactNode {
  const { t } = useTranslation('matching');
  const { t: common } = useTranslation();
  const names = useNames();
  const standing = standingOf(agreement, useOwnMember());
  const name = names(standing.other) ?? common('members.unknown');
  const { state, rests } = agreement;
  return (
    <>
      <Head title={t('with', { member: name })} lead={t(`side.${standing.side}`)}>
        <AgreementActs agreement={agreement} standing={standing} />
      </Head>
      <Group gap="md" mb="xs">
        <AgreementSign agreement={agreement} />
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/matching" />}>
          {t('all')}
        </Anchor>
      </Group>
      <Text size="sm" mb="md">
        {t(standing.sends ? 'part.sends' : 'part.answers')}
      </Text>
      {rests && state === 'in-force' && (
        <Alert color="orange" icon={<IconPlayerPause size={20} aria-hidden />} mb="md">
          {t('rests.says')}
        </Alert>
      )}
      <div className="beside matching-keys">
        <Runs agreement={agreement} standing={standing} />
        <Stack>
          <Terms agreement={agreement} standing={standing} />
          <GatewayKeys agreement={agreement} standing={standing} />
        </Stack>
      </div>
    </>
  );
}
