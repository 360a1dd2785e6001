/** The page on which a report is written: text, what it names and refers to, who may see it. */
import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../part/states.tsx';
import type { StixObject } from '../../record/object.ts';
import { LabelMaker } from '../release/label-maker.tsx';
import { lackingIn, type Draft } from './draft.ts';
import type { DraftPlace } from './kept-drafts.ts';
import { LinkPanel } from './link-panel.tsx';
import { ReportFields } from './report-fields.tsx';
import { TextEditor } from './text-editor.tsx';
import { useKeptDraft } from './use-kept-draft.ts';
import { usePutReport } from './use-put-report.ts';

export function ReportEditor({
  place,
  start,
  before,
}: {
  place: DraftPlace;
  start: Draft;
  before: StixObject | undefined;
}): ReactNode {
  const { t } = useTranslation('reports');
  const { draft, change, forget, isKept } = useKeptDraft(place, start);
  const put = usePutReport(before, forget);
  const link = (id: string): void => {
    if (!draft.objects.includes(id)) change({ objects: [...draft.objects, id] });
  };
  const unlink = (id: string): void => change({ objects: draft.objects.filter((one) => one !== id) });
  return (
    <div className="report beside report-writing">
      <Stack className="report-page" gap="lg">
        <ReportFields draft={draft} onChange={change} />
        <TextEditor draft={draft} onChange={(paragraphs) => change({ paragraphs })} onLink={link} />
        <Paper withBorder p="md" component="section" aria-labelledby="report-label">
          <Title order={2} size="h3" id="report-label">
            {t('label')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('label.hint')}
          </Text>
          <LabelMaker
            value={draft.label}
            onChange={(label) => change({ label })}
            instead={before === undefined ? undefined : { object: before.id }}
          />
        </Paper>
        {put.isError && <Failed error={put.error} />}
        {put.data?.outcome === 'rejected' && <Rejected findings={put.data.findings} />}
        <Save draft={draft} isPending={put.isPending} isKept={isKept} onSave={() => put.mutate(draft)} />
      </Stack>
      <LinkPanel draft={draft} onLink={link} onUnlink={unlink} />
    </div>
  );
}

function Save({
  draft,
  isPending,
  isKept,
  onSave,
}: {
  draft: Draft;
  isPending: boolean;
  isKept: boolean;
  onSave: () => void;
}): ReactNode {
  const { t } = useTranslation('reports');
  const lacking = lackingIn(draft);
  return (
    <Group gap="md" align="center" className="report-save">
      <Button disabled={lacking.length > 0} loading={isPending} onClick={onSave}>
        {t('put-in')}
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {lacking.map((one) => t(`lacking.${one}`)).join(' ')}
        {lacking.length === 0 && t(isKept ? 'kept' : 'not-kept')}
      </Text>
    </Group>
  );
}

function Rejected({ findings }: { findings: readonly { path: string; message: string }[] }): ReactNode {
  const { t } = useTranslation('reports');
  return (
    <Alert color="red" title={t('rejected')} role="alert">
      {findings.map(({ path, message }) => (
        <Text key={`${path} ${message}`} size="sm">
          <code>{path}</code> {message}
        </Text>
      ))}
    </Alert>
  );
}
