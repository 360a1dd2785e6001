/** An act for which a person gives a text: a button, and the dialogue that it opens. */
import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { ActDialogue } from '../../part/act-dialogue.tsx';
import { useRenew } from './queries.ts';

export function SayAct({
  act,
  variant,
  label,
  hint,
  problem,
  onSay,
  ...words
}: {
  /** What the button is called, here and in the dialogue. */
  act: string;
  variant?: 'default';
  title: string;
  says: string;
  label: string;
  hint?: string;
  /** What is wrong with a text that is there. */
  problem?: (text: string) => string | undefined;
  done: string;
  onSay: (text: string) => Promise<unknown>;
}): ReactNode {
  const [isOpen, { open, close }] = useDisclosure(false);
  const [text, setText] = useState('');
  const renew = useRenew();
  const given = text.trim();
  const wrong = given === '' ? undefined : problem?.(given);
  return (
    <>
      <Button size="compact-sm" {...(variant !== undefined && { variant })} onClick={open}>
        {act}
      </Button>
      <ActDialogue
        {...words}
        confirm={act}
        isOpen={isOpen}
        onClose={close}
        isReady={given !== '' && wrong === undefined}
        act={() => onSay(given)}
        renew={renew}
      >
        <Textarea
          label={label}
          description={hint}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={wrong}
          data-autofocus
          spellCheck={problem === undefined}
        />
      </ActDialogue>
    </>
  );
}
