/** Under which label a file goes in, and whether it goes in whole or not at all. */
import { Alert, Checkbox, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import type { LabelBody } from '@entente/contract/label';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { Loading } from '../../part/states.tsx';
import { LabelMaker } from '../release/label-maker.tsx';

export interface TermsChosen {
  /** Joined with what the objects state; without it, the default of one's member counts. */
  label: LabelBody | undefined;
  strict: boolean;
}

export const standing: TermsChosen = { label: undefined, strict: false };

export function Terms({
  source,
  chosen,
  onChange,
}: {
  source: string;
  chosen: TermsChosen;
  onChange: (terms: TermsChosen) => void;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const { label, strict } = chosen;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="terms">
      <Title order={2} id="terms" mb="sm">
        {t('terms')}
      </Title>
      <Stack gap="md">
        <Radio.Group
          label={t('terms.label')}
          description={t('terms.label.why')}
          value={label === undefined ? 'default' : 'own'}
          onChange={(value) => onChange({ ...chosen, label: value === 'own' ? {} : undefined })}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="default"
              label={t('terms.default')}
              description={<DefaultLabel source={source} />}
            />
            <Radio value="own" label={t('terms.own')} description={t('terms.own.why')} />
          </Stack>
        </Radio.Group>
        {label !== undefined && (
          <LabelMaker value={label} onChange={(made) => onChange({ ...chosen, label: made })} />
        )}
        <Checkbox
          label={t('terms.strict')}
          description={t('terms.strict.why')}
          checked={strict}
          onChange={({ currentTarget: { checked } }) => onChange({ ...chosen, strict: checked })}
        />
        {strict && <Alert color="gray">{t('terms.strict.size')}</Alert>}
      </Stack>
    </Paper>
  );
}

/** What one's member laid down for this source, as it will print. */
function DefaultLabel({ source }: { source: string }): ReactNode {
  const { t } = useTranslation('bring-in');
  const line = useQuery({
    queryKey: ['default-label', source],
    queryFn: async () => {
      const { defaults } = await cell.memberPolicy();
      const label = defaults[source] ?? defaults['*'];
      return label === undefined ? null : (await cell.makeLabel({ label })).line;
    },
  });
  if (line.isPending) return <Loading />;
  if (line.isError) return t('terms.default.unknown');
  return line.data === null ? (
    t('terms.default.none')
  ) : (
    <Text span size="xs">
      {t('terms.default.is', { line: line.data })}
    </Text>
  );
}
