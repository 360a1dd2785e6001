/** The settings of the process as they are in force. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { cell } from '../../app/cell.ts';
import { useTimes } from '../../part/time.ts';
import { Facts } from '../../part/facts.tsx';

type InForce = Awaited<ReturnType<typeof cell.health>>['settings'];

export function SettingsInForce({ settings }: { settings: InForce }): ReactNode {
  const { t } = useTranslation('health');
  const times = useTimes();
  const isSet = (one: boolean): string => (one ? t('set') : t('not-set'));
  const { disputedBorders, maxContentLength, trustedProxies, identityProviders } = settings;
  return (
    <Facts
      title={t('settings')}
      lead={t('settings.lead')}
      facts={[
        [t('setting.name'), settings.name],
        [t('setting.publicUrl'), settings.publicUrl ?? t('setting.publicUrl.none')],
        [t('setting.listen'), settings.listen],
        [t('setting.trustedProxies'), <Lines key="proxies" of={trustedProxies} />],
        [t('setting.disputedBorders'), t(`borders.${disputedBorders}`)],
        [
          t('setting.maxContentLength'),
          t('setting.maxContentLength.bytes', { number: times.number(maxContentLength) }),
        ],
        [t('setting.logLevel'), settings.logLevel],
        [t('setting.identityProviders'), <Lines key="providers" of={identityProviders} />],
        [t('setting.outboundProxy'), isSet(settings.outboundProxy)],
        [t('setting.extraAuthorities'), isSet(settings.extraAuthorities)],
      ]}
    />
  );
}

function Lines({ of: lines }: { of: readonly string[] }): ReactNode {
  const { t } = useTranslation('health');
  if (lines.length === 0) return t('none');
  return (
    <Stack gap={2}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Stack>
  );
}
