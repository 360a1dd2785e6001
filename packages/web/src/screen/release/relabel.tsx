/** A dialog that gives one's own contributions another label, after it has said what that changes for whom. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHourglass } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LabelBody } from '@entente/contract/label';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { DifferenceShown } from './difference/shown.tsx';
import { LabelMaker } from './label-maker.tsx';
import { explainedQuery, type Own } from './matrix/questions.ts';

/** Shown as long as it is rendered; `onDone` once it is closed, whether something was relabelled or not. */
export function Relabel({
  selection,
  onDone,
}: {
  selection: readonly { object: string; version?: string | undefined }[];
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const { t: common } = useTranslation();
  return (
    <Modal
      opened
      onClose={onDone}
      size="xl"
      title={t('relabel.title', { count: selection.length })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Beginning selection={selection} onDone={onDone} />
    </Modal>
  );
}

/** Begins with the label that the first has now. */
function Beginning({ selection, onDone }: { selection: readonly Own[]; onDone: () => void }): ReactNode {
  const [first] = selection;
  const explained = useQuery({ ...explainedQuery(first ?? { object: '' }), enabled: first !== undefined });
  if (explained.isError) return <Failed error={explained.error} onRetry={() => void explained.refetch()} />;
  if (explained.isPending) return <Loading />;
  return <Form selection={selection} before={explained.data.labels[0] ?? {}} onDone={onDone} />;
}

function Form({
  selection,
  before,
  onDone,
}: {
  selection: readonly Own[];
  before: LabelBody;
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const { t: common } = useTranslation();
  const questions = useQueryClient();
  const [label, setLabel] = useState(before);
  const [only] = selection.length === 1 ? selection : [];
  const relabel = useMutation({
    mutationFn: () => cell.relabelContributions({ selection: [...selection], label }),
    onSuccess: async ({ relabelled, waits }) => {
      await questions.invalidateQueries({ queryKey: [ofView] });
      if (waits) return;
      notifications.show({ message: t('relabel.done', { count: relabelled }), withCloseButton: false });
      onDone();
    },
  });
  if (relabel.data?.waits === true) return <Waits onDone={onDone} />;
  return (
    <Stack gap="md">
      {only === undefined && <Text size="sm">{t('relabel.many', { count: selection.length })}</Text>}
      <LabelMaker value={label} onChange={setLabel} instead={only} />
      {only === undefined && <DifferenceShown selection={selection} value={label} />}
      {relabel.isError && <Failed error={relabel.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {common('cancel')}
        </Button>
        <Button loading={relabel.isPending} onClick={() => relabel.mutate()}>
          {t('relabel.save')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The wider label waits for a second person; until then a narrower one holds. */
function Waits({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation('release');
  const { t: common } = useTranslation();
  return (
    <Stack>
      <Alert icon={<IconHourglass size={18} aria-hidden />} title={t('relabel.waits')} role="status">
        {t('relabel.waits.lead')}
      </Alert>
      <Group justify="flex-end">
        <Button onClick={onDone}>{common('close')}</Button>
      </Group>
    </Stack>
  );
}
