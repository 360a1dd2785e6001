/** What a file holds, before it is put in: what would come of its objects. */
import { Alert, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { Numbers } from './numbers.tsx';
import { Problems } from './problems.tsx';
import { putInOf } from './report.ts';
import type { ImportReport } from './report.ts';

/** @param isUnder whether it was checked under the label that is chosen now */
export function Checked({
  report,
  source,
  isUnder,
}: {
  report: ImportReport;
  source: string;
  isUnder: boolean;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const changesNothing = putInOf(report) === 0 && report.failure === undefined;
  return (
    <Stack gap="sm" role="status">
      {!isUnder && (
        <Alert color="orange" title={t('check.other-label')}>
          {t('check.other-label.why')}
        </Alert>
      )}
      {report.failure !== undefined && (
        <Alert color="red" title={t('check.broken')}>
          <Foreign text={report.failure} language="en" />
        </Alert>
      )}
      {changesNothing && <Text fw={600}>{t('check.nothing-new')}</Text>}
      <Numbers counts={report} />
      {report.unchanged > 0 && (
        <Text size="sm" c="dimmed">
          {t('check.unchanged')}
        </Text>
      )}
      <Problems problems={report.problems} rejected={report.rejected} source={source} />
    </Stack>
  );
}
