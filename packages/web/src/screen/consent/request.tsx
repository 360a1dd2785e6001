/** A request for consent as both sides see it: about what, for whom, what for, by when. */
import { Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import { ForeignText } from '../../part/foreign.tsx';
import { useTimes } from '../../part/time.ts';
import { LabelLine } from '../../part/marking-line.tsx';
import '../release/release.css';
import type { Asked, Received } from './questions.ts';
import { ConsentState } from './state.tsx';

export function Request({
  request,
  by,
  hints,
  children,
}: {
  request: Asked | Received;
  /** Who asked, and when. */
  by: string;
  /** What is to be known of those that it is asked for. */
  hints?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('consent');
  const times = useTimes();
  const { object, state, label, purpose, versions } = request;
  const isForUnknown = request.role === 'owner' && request.others && (label.any ?? []).length === 0;
  return (
    <Paper withBorder p="md" component="article" className="consent-request">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="4px 16px">
          <div className="consent-about">
            <RecordLink id={object} fw={600}>
              <TitleOf id={object} />
            </RecordLink>
            <Text size="sm" c="dimmed">
              {by}
            </Text>
          </div>
          <ConsentState state={state} />
        </Group>
        <dl className="release-pairs">
          <dt>{t('for-whom')}</dt>
          <dd>
            {isForUnknown ? <Text size="xs">{t('unknown-only')}</Text> : <LabelLine label={label} />}
            {hints}
          </dd>
          {purpose !== '' && (
            <>
              <dt>{t('purpose')}</dt>
              <dd>
                <ForeignText text={purpose} />
              </dd>
            </>
          )}
          <dt>{t('by')}</dt>
          <dd>
            <time dateTime={request.by}>{times.moment(request.by)}</time>
          </dd>
          {versions.length > 0 && (
            <>
              <dt>{t('versions', { count: versions.length })}</dt>
              <dd>{versions.map((version) => times.moment(version)).join(' · ')}</dd>
            </>
          )}
        </dl>
        {children}
      </Stack>
    </Paper>
  );
}
