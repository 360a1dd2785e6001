/** What a check found, in words. */
import { Alert, Code, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { Audit } from '@entente/core/ledger/audit';
import { sayFinding } from '@entente/core/ledger/words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spoken } from '../../app/language.ts';
import { useTimes } from '../../part/time.ts';

export function Found({ found, isFirst }: { found: Audit; isFirst: boolean }): ReactNode {
  return found.findings.length === 0 ? <Good found={found} isFirst={isFirst} /> : <Bad found={found} />;
}

function Good({ found, isFirst }: { found: Audit; isFirst: boolean }): ReactNode {
  const { t } = useTranslation('ledger');
  const times = useTimes();
  const { topSize, at, log, receipts, kept } = found;
  const time = times.moment(new Date(at / 1000).toISOString());
  return (
    <Alert
      mt="md"
      color="green"
      icon={<IconShieldCheck size={20} aria-hidden />}
      title={t('good')}
      className="ledger-found"
      classNames={{ title: 'ledger-good' }}
    >
      <List size="sm" spacing={4}>
        <List.Item>{t('good.top', { count: topSize, size: times.number(topSize), time })}</List.Item>
        <List.Item>{t('good.log', { count: log.size, size: times.number(log.size) })}</List.Item>
        <List.Item>
          {log.isOpened
            ? t('good.opened', {
                acts: times.number(log.acts),
                reads: times.number(log.reads),
                erased: times.number(log.erased),
              })
            : t('good.unopened')}
        </List.Item>
        <List.Item>
          {t('good.receipts', { held: times.number(receipts.held), waiting: times.number(receipts.waiting) })}
        </List.Item>
      </List>
      {isFirst && (
        <>
          <Text size="sm" mt="sm">
            {t('good.first')}
          </Text>
          <Code block className="ledger-note" mt="xs">
            {kept.key}
          </Code>
        </>
      )}
    </Alert>
  );
}

function Bad({ found: { findings } }: { found: Audit }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <Alert
      mt="md"
      color="red"
      icon={<IconAlertTriangle size={20} aria-hidden />}
      title={t('bad')}
      className="ledger-found"
    >
      <List size="sm" spacing={6}>
        {findings.map((finding) => (
          <List.Item key={JSON.stringify(finding)}>{sayFinding(finding, spoken())}</List.Item>
        ))}
      </List>
      <Text size="sm" mt="sm">
        {t('bad.next')}
      </Text>
    </Alert>
  );
}
