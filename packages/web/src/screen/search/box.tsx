/** The box of the screen: words as they are typed, or a list that is pasted. */
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconClipboardList, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ClipboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { meQuery } from '../../app/questions.ts';
import { standingBox } from './box-focus.ts';
import { isList, linesIn, setLines } from './pasted-lines.ts';
import { useQuestion } from './question.ts';
import { rememberSearch } from './recent.ts';

/** Milliseconds until what is typed is asked, and until it counts as searched. */
const pause = 120;
const settled = 1500;

export function SearchBox({ onDown }: { onDown: () => void }): ReactNode {
  const { t } = useTranslation('search');
  const { typed, type } = useTyped();
  return (
    <TextInput
      ref={standingBox}
      size="md"
      aria-label={t('box')}
      placeholder={t('box')}
      description={t('box.hint')}
      inputWrapperOrder={['input', 'description']}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      dir="auto"
      onPaste={pasteList}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        onDown();
      }}
      onChange={({ currentTarget: { value } }) => type(value)}
    />
  );
}

/** What is pasted and has several lines is looked up line by line. */
function pasteList(event: ClipboardEvent): void {
  const text = event.clipboardData.getData('text/plain');
  if (!isList(text)) return;
  event.preventDefault();
  setLines(linesIn(text));
}

/** What stands in the box. It follows the address where that was changed elsewhere, and leads it otherwise. */
function useTyped(): { typed: string; type: (words: string) => void } {
  const { question, ask } = useQuestion();
  const { data: me } = useQuery(meQuery);
  const { q = '' } = question;
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  useEffect(() => {
    if (q === asked.current) return;
    asked.current = q;
    setTyped(q);
  }, [q]);
  const send = useDebouncedCallback((words: string) => {
    asked.current = words;
    ask({ q: words });
  }, pause);
  const remember = useDebouncedCallback((words: string) => {
    if (me !== undefined) rememberSearch(me.account, words);
  }, settled);
  return {
    typed,
    type: (words) => {
      setLines(undefined);
      setTyped(words);
      send(words);
      remember(words);
    },
  };
}

/** A place to paste or write a list into. */
export function PasteButton(): ReactNode {
  const { t } = useTranslation('search');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconClipboardList size={16} aria-hidden />} onClick={open}>
        {t('paste')}
      </Button>
      <DialogueBox opened={isOpen} onClose={close} title={t('paste.title')} size="lg">
        <PasteForm onDone={close} />
      </DialogueBox>
    </>
  );
}

function PasteForm({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation('search');
  const { t: common } = useTranslation();
  const [text, setText] = useState('');
  const given = linesIn(text);
  const lookUp = (): void => {
    setLines(given);
    onDone();
  };
  return (
    <Stack>
      <Textarea
        data-autofocus
        autosize
        minRows={8}
        maxRows={18}
        label={t('paste.lines')}
        description={t('paste.hint')}
        dir="auto"
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {common('cancel')}
        </Button>
        <Button onClick={lookUp} disabled={given.lines.length === 0}>
          {t('paste.look-up')}
        </Button>
      </Group>
    </Stack>
  );
}
