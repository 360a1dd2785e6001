/** Says of chosen records that they were looked at, until when they stay and why. */
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { ofView, questions } from '../../app/questions.ts';
import { DayInput } from '../../part/day-field.tsx';
import { Failed } from '../../part/states.tsx';

/** A day a year from now, as the field of a date wants it. */
const inAYear = (): string => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

export function ConfirmReviews({
  objects,
  onConfirmed,
}: {
  objects: readonly string[];
  onConfirmed: () => void;
}): ReactNode {
  const { t } = useTranslation('protection');
  const { t: common } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const count = objects.length;
  const act = count === 0 ? t('reviews.confirm.none') : t('reviews.confirm', { count });
  return (
    <>
      <Button size="compact-md" disabled={count === 0} onClick={open}>
        {act}
      </Button>
      <Modal opened={isOpen} onClose={close} title={act} closeButtonProps={{ 'aria-label': common('close') }}>
        <ConfirmForm
          objects={objects}
          act={act}
          onCancel={close}
          onDone={() => {
            close();
            onConfirmed();
          }}
        />
      </Modal>
    </>
  );
}

function ConfirmForm({
  objects,
  act,
  onCancel,
  onDone,
}: {
  objects: readonly string[];
  act: string;
  onCancel: () => void;
  onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('protection');
  const [date, setDate] = useState(inAYear);
  const [reason, setReason] = useState('');
  const doing = useMutation({
    mutationFn: () => cell.confirmReviews({ objects: [...objects], review: `${date}T00:00:00Z`, reason }),
    onSuccess: async () => {
      await questions.invalidateQueries({ queryKey: [ofView] });
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        doing.mutate();
      }}
    >
      <Stack>
        <Text size="sm">{t('reviews.confirm.says')}</Text>
        <DayInput label={t('reviews.date')} required value={date} onChange={setDate} />
        <Textarea
          label={t('reviews.reason')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {doing.isError && <Failed error={doing.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={doing.isPending}>
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
