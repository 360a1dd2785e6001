/** The forms of a request: which records it is about, and the answer that was given. */
import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomes } from '@entente/contract/subject';
import { cell } from '../../app/cell.ts';
import { Failed } from '../../part/states.tsx';
import { idsIn } from './ids.ts';
import { refreshRequests } from './questions.ts';

type Outcome = (typeof outcomes)[number];

export function RecordsForm({ id, objects }: { id: string; objects: readonly string[] }): ReactNode {
  const { t } = useTranslation('protection');
  const { t: common } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [records, setRecords] = useState(objects.join('\n'));
  const doing = useMutation({
    mutationFn: () => cell.setSubjectRecords({ id, objects: idsIn(records) }),
    onSuccess: async () => {
      await refreshRequests();
      close();
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t('subjects.records.set')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('subjects.records.set')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack>
          <Textarea
            label={t('subjects.objects')}
            description={t('subjects.objects.hint')}
            autosize
            minRows={3}
            value={records}
            onChange={({ currentTarget }) => setRecords(currentTarget.value)}
          />
          {doing.isError && <Failed error={doing.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button loading={doing.isPending} onClick={() => doing.mutate()}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

export function AnswerForm({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('protection');
  const [outcome, setOutcome] = useState<Outcome>('granted');
  const [words, setWords] = useState('');
  const doing = useMutation({
    mutationFn: () => cell.answerSubject({ id, outcome, words }),
    onSuccess: refreshRequests,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        doing.mutate();
      }}
    >
      <Stack gap="sm">
        <Select
          label={t('subjects.outcome')}
          value={outcome}
          allowDeselect={false}
          maw={320}
          onChange={(value) => setOutcome(value ?? 'granted')}
          data={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
        <Textarea
          label={t('subjects.words')}
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        {doing.isError && <Failed error={doing.error} />}
        <Group>
          <Button type="submit" loading={doing.isPending}>
            {t('subjects.answer')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
