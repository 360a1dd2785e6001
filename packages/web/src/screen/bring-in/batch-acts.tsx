/** Giving a whole batch another label, and taking back what it put in. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { LabelBody } from '@entente/contract/label';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { IconArrowBackUp, IconTag } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery } from '../../app/questions.ts';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { LabelMaker } from '../release/label-maker.tsx';
import { ageEverything, forgetContributions } from './queries.ts';
import { countsOf, putInOf } from './report.ts';

type Batch = AnswerOf<Operations['batch']>;

export function BatchActs({ batch }: { batch: Batch }): ReactNode {
  const { t } = useTranslation('bring-in');
  const { data: me } = useQuery(meQuery);
  const [isRelabelling, relabelling] = useDisclosure(false);
  const [isUndoing, undoing] = useDisclosure(false);
  const isOpen = batch.state === 'complete' || batch.state === 'failed';
  if (!isOpen) return null;
  return (
    <>
      {me?.scopes.includes('label') === true && (
        <Button variant="default" leftSection={<IconTag size={16} aria-hidden />} onClick={relabelling.open}>
          {t('relabel')}
        </Button>
      )}
      {me?.scopes.includes('write') === true && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={undoing.open}
        >
          {t('undo')}
        </Button>
      )}
      <Modal
        opened={isRelabelling}
        onClose={relabelling.close}
        size="xl"
        title={t('relabel.title')}
        closeButtonProps={{ 'aria-label': t('act.close') }}
      >
        <Relabel batch={batch} onDone={relabelling.close} />
      </Modal>
      <Modal
        opened={isUndoing}
        onClose={undoing.close}
        title={t('undo.title')}
        closeButtonProps={{ 'aria-label': t('act.close') }}
      >
        <Undo batch={batch} onDone={undoing.close} />
      </Modal>
    </>
  );
}

function Relabel({ batch, onDone }: { batch: Batch; onDone: () => void }): ReactNode {
  const { t } = useTranslation('bring-in');
  const [label, setLabel] = useState<LabelBody>({});
  const act = useMutation({
    mutationFn: () => cell.relabelBatch({ id: batch.id, label }),
    onSuccess: async ({ waits }) => {
      notifications.show({ message: waits ? t('relabel.waits') : t('relabel.done') });
      onDone();
      await ageEverything();
    },
  });
  return (
    <Stack>
      <Text size="sm">{t('relabel.lead')}</Text>
      <LabelMaker value={label} onChange={setLabel} />
      {(label.any ?? []).length === 0 && <Alert color="gray">{t('relabel.alone')}</Alert>}
      {act.isError && <Failed error={act.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('act.leave')}
        </Button>
        <Button loading={act.isPending} onClick={() => act.mutate()}>
          {t('relabel.act')}
        </Button>
      </Group>
    </Stack>
  );
}

function Undo({ batch, onDone }: { batch: Batch; onDone: () => void }): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  const most = putInOf(countsOf(batch.counts));
  const act = useMutation({
    mutationFn: () => cell.undoBatch({ id: batch.id }),
    onSuccess: async ({ recalled }) => {
      notifications.show({ message: t('undo.done', { count: recalled, number: times.number(recalled) }) });
      onDone();
      await forgetContributions(batch.id);
      await ageEverything();
    },
  });
  return (
    <Stack>
      <Text size="sm">{t('undo.what', { count: most, number: times.number(most) })}</Text>
      <Text size="sm">{t('undo.views')}</Text>
      <Text size="sm">{t('undo.kept')}</Text>
      {act.isError && <Failed error={act.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {t('act.leave')}
        </Button>
        <Button color="red.9" loading={act.isPending} onClick={() => act.mutate()}>
          {t('undo.act')}
        </Button>
      </Group>
    </Stack>
  );
}
