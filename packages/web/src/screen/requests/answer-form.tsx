/** Answering: words and what one's member contributed, under a label of one's choice. */
import { Button, Checkbox, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconMessageReply } from '@tabler/icons-react';
import type { LabelBody } from '@entente/contract/label';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { hasUnreadDay } from '../../part/day-field.tsx';
import { Failed } from '../../part/states.tsx';
import { useDraft } from '../record/kept-draft.ts';
import { RecordsPicker } from '../record/record-picker.tsx';
import { LabelMaker } from '../release/label-maker.tsx';
import { useActing } from './queries.ts';

interface AnswerDraft {
  text: string;
  records: string[];
  isPart: boolean;
  label: LabelBody;
}

interface Given {
  request: string;
  /** The member that asked. */
  asker: string;
}

export function AnswerForm({ request, asker }: Given): ReactNode {
  const { t } = useTranslation('requests');
  const first: AnswerDraft = { text: '', records: [], isPart: false, label: { any: [[`member:${asker}`]] } };
  const draft = useDraft<AnswerDraft>(`answer.${request}`, first);
  const [isOpen, { open, close }] = useDisclosure(draft.isChanged);
  if (!isOpen) {
    return (
      <div>
        <Button leftSection={<IconMessageReply size={16} aria-hidden />} onClick={open}>
          {t('answer')}
        </Button>
      </div>
    );
  }
  const done = (): void => {
    draft.beginWith(first);
    close();
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="answering">
      <Title order={2} id="answering" mb="xs">
        {t('answer')}
      </Title>
      <Fields request={request} asker={asker} value={draft.value} change={draft.change} onDone={done} />
    </Paper>
  );
}

function Fields({
  request,
  asker,
  value,
  change,
  onDone,
}: Given & { value: AnswerDraft; change: (value: AnswerDraft) => void; onDone: () => void }): ReactNode {
  const { t } = useTranslation('requests');
  const { t: common } = useTranslation();
  const [isTried, setTried] = useState(false);
  const answering = useActing(({ text, records, isPart, label }: AnswerDraft) =>
    cell.answerRequest({
      id: request,
      extent: isPart ? 'partly-answered' : 'answered',
      text,
      records,
      label,
    }),
  );
  const isBlank = value.text.trim() === '';
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (isBlank || hasUnreadDay(event.currentTarget)) return;
    answering.mutate(value, {
      onSuccess: ({ waits }) => {
        notifications.show({ message: waits ? t('waits') : t('answer.done') });
        onDone();
      },
    });
  };
  const isSeen = (value.label.any ?? []).every(
    (clause) => clause.includes(`member:${asker}`) || clause.some((one) => !one.startsWith('member:')),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Textarea
          label={t('answer.text')}
          required
          autosize
          minRows={4}
          value={value.text}
          error={isTried && isBlank ? t('problem.required') : undefined}
          onChange={({ currentTarget }) => change({ ...value, text: currentTarget.value })}
          data-autofocus
        />
        <RecordsPicker
          label={t('answer.records')}
          description={t('answer.records.hint')}
          value={value.records}
          onChange={(records) => change({ ...value, records })}
        />
        <Checkbox
          label={t('answer.part')}
          checked={value.isPart}
          onChange={({ currentTarget }) => change({ ...value, isPart: currentTarget.checked })}
        />
        <LabelMaker value={value.label} onChange={(label) => change({ ...value, label })} />
        <Text size="sm" {...(isSeen && { c: 'dimmed' })} role="status">
          {isSeen ? t('answer.rule') : t('answer.unseen')}
        </Text>
        {answering.isError && <Failed error={answering.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={answering.isPending}>
            {t('answer.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
