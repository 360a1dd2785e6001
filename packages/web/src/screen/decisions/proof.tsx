/** What proves what was shown: the digest of the text, when this account was shown it, and the report that issued it. */
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../app/questions.ts';
import { useTimes } from '../../part/time.ts';
import { receiptsQuery, type Decision } from './queries.ts';

export function Proof({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  const { data: me } = useQuery(meQuery);
  const { digest, issued, electors, informed } = decision;
  // The secretary issues what its own member may not read, and no log holds that it was shown it.
  const isReader = me !== undefined && [...electors, ...informed].includes(me.member.id);
  return (
    <section className="decision-proof" aria-label={t('proof')}>
      {digest !== '' && (
        <>
          <Text size="xs" c="dimmed">
            {t('digest')}
          </Text>
          <code>{digest}</code>
        </>
      )}
      {isReader && <Receipt decision={decision} account={me.account} />}
      {issued !== null && isReader && (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/record/$id" params={{ id: issued }} />}
        >
          {t('issued-as')}
        </Anchor>
      )}
    </section>
  );
}

function Receipt({ decision, account }: { decision: Decision; account: string }): ReactNode {
  const { t } = useTranslation('decisions');
  const times = useTimes();
  const { data: receipts } = useQuery(receiptsQuery(decision));
  const own = receipts?.items.find((one) => one.account === account && one.version === decision.version);
  if (own === undefined) return null;
  return <Text size="sm">{t('receipt', { at: times.moment(own.at) })}</Text>;
}
