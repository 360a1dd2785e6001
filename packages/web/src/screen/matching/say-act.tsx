/** An act for which a person gives a text: a button, and the dialogue that it opens. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { Failed } from '../../part/states.tsx';
import { useActing } from './queries.ts';

interface Said {
  /** What the button is called, here and in the dialogue. */
  act: string;
  title: string;
  says: string;
  label: string;
  hint?: string;
  onSay: (text: string) => Promise<unknown>;
  onDone?: () => void;
}

export function SayAct({ variant, ...said }: Said & { variant?: 'default' }): ReactNode {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" {...(variant !== undefined && { variant })} onClick={open}>
        {said.act}
      </Button>
      <DialogueBox opened={isOpen} onClose={close} title={said.title}>
        <SayForm {...said} onClose={close} />
      </DialogueBox>
    </>
  );
}

function SayForm({
  act,
  says,
  label,
  hint,
  onSay,
  onDone,
  onClose,
}: Said & { onClose: () => void }): ReactNode {
  const { t } = useTranslation('matching');
  const { t: common } = useTranslation();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const saying = useActing(() => onSay(text.trim()));
  const isBlank = text.trim() === '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isBlank) return;
    saying.mutate(undefined, {
      onSuccess: () => {
        onClose();
        onDone?.();
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">{says}</Text>
        <Textarea
          label={label}
          description={hint}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={isTried && isBlank ? t('problem.required') : undefined}
          data-autofocus
        />
        {saying.isError && <Failed error={saying.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={saying.isPending}>
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
