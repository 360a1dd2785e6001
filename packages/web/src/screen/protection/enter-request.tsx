/** Enters what a data subject asks. */
import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { requestKinds } from '@entente/contract/subject';
import { cell } from '../../app/cell.ts';
import { questions } from '../../app/questions.ts';
import { Failed } from '../../part/states.tsx';
import { idsIn } from './ids.ts';

type Kind = (typeof requestKinds)[number];

/** What a request for information of the supervisor says already. */
export interface Asked {
  reference: string;
  subject: string;
}

/** @param asked where it is entered as a request of the supervisor */
export function EnterRequest({ asked }: { asked?: Asked }): ReactNode {
  const { t } = useTranslation('protection');
  const { t: common } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-md" onClick={open}>
        {t(asked === undefined ? 'subjects.enter' : 'subjects.enter.asked')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('subjects.enter')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <EntryForm asked={asked} onCancel={close} />
      </Modal>
    </>
  );
}

function EntryForm({ asked, onCancel }: { asked: Asked | undefined; onCancel: () => void }): ReactNode {
  const { t } = useTranslation('protection');
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('access');
  const [via, setVia] = useState<'subject' | 'supervisor'>(asked === undefined ? 'subject' : 'supervisor');
  const [subject, setSubject] = useState(asked?.subject ?? '');
  const [reference, setReference] = useState(asked?.reference ?? '');
  const [records, setRecords] = useState('');
  const doing = useMutation({
    mutationFn: () =>
      cell.enterSubjectRequest({
        kind,
        via,
        subject,
        objects: idsIn(records),
        ...(reference.trim() === '' ? {} : { reference }),
      }),
    onSuccess: async ({ id }) => {
      await questions.invalidateQueries({ queryKey: ['subject requests'] });
      await navigate({ to: '/protection', search: { tab: 'subjects', request: id } });
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
        <Select
          label={t('subjects.kind')}
          value={kind}
          allowDeselect={false}
          onChange={(value) => setKind(value ?? 'access')}
          data={requestKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          label={t('subjects.via')}
          value={via}
          allowDeselect={false}
          onChange={(value) => setVia(value === 'supervisor' ? 'supervisor' : 'subject')}
          data={(['subject', 'supervisor'] as const).map((value) => ({ value, label: t(`via.${value}`) }))}
        />
        <TextInput
          label={t('subjects.subject')}
          required
          maxLength={500}
          value={subject}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
        />
        <TextInput
          label={t('subjects.reference')}
          maxLength={200}
          value={reference}
          onChange={({ currentTarget }) => setReference(currentTarget.value)}
        />
        <Textarea
          label={t('subjects.objects')}
          description={t('subjects.objects.hint')}
          autosize
          minRows={2}
          value={records}
          onChange={({ currentTarget }) => setRecords(currentTarget.value)}
        />
        {doing.isError && <Failed error={doing.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={doing.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
