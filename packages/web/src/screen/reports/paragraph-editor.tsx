/** One paragraph in the making: what it names is lit as one writes, and linked by one key. */
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftParagraph } from './draft.ts';
import { carried, mentionToLink, stretchesOf } from './mentioned.ts';
import { mentionsQuery, mostCharacters } from './mentions-query.ts';
import { ParagraphActs } from './paragraph-acts.tsx';
import { joinedToPrevious, pastedAt, splitAt, type Changed } from './paragraphs.ts';

export interface ParagraphProps {
  number: number;
  paragraph: DraftParagraph;
  all: readonly DraftParagraph[];
  /** Objects that the report refers to. */
  linked: readonly string[];
  onChange: (paragraphs: DraftParagraph[]) => void;
  onMoved: (changed: Changed) => void;
  onLink: (id: string) => void;
}

export function ParagraphEditor(props: ParagraphProps): ReactNode {
  const { t } = useTranslation('reports');
  const { number, paragraph, all, onChange } = props;
  const { key, text } = paragraph;
  const mentions = useMentions(text);
  const linked = new Set(props.linked);
  const { press, paste, said } = useKeys(props, mentions, linked);
  return (
    <div className="paragraph">
      <ParagraphActs {...props} />
      <div className="paragraph-box">
        <div className="paragraph-lit" aria-hidden dir="auto">
          {stretchesOf(text, mentions).map(({ from, text: stretch, objects }) =>
            objects.length === 0 ? (
              <span key={from}>{stretch}</span>
            ) : (
              <mark key={from} className={objects.some((id) => linked.has(id)) ? 'linked' : 'known'}>
                {stretch}
              </mark>
            ),
          )}
          {'\u200b'}
        </div>
        <textarea
          id={`paragraph-${key}`}
          dir="auto"
          rows={1}
          maxLength={mostCharacters}
          aria-label={t('paragraph', { number })}
          aria-describedby="text-hint"
          placeholder={all.length === 1 ? t('paragraph.begin') : undefined}
          value={text}
          onChange={({ currentTarget: { value } }) =>
            onChange(all.map((one) => (one.key === key ? { ...one, text: value } : one)))
          }
          onKeyDown={press}
          onPaste={paste}
        />
      </div>
      <Text size="xs" c="dimmed" role="status" className="paragraph-said">
        {said}
      </Text>
    </div>
  );
}

/** Mentions of the text as it stands, though the cell was asked a moment ago. */
function useMentions(text: string): ReturnType<typeof carried> {
  const [asked] = useDebouncedValue(text, 250);
  const { data } = useQuery(mentionsQuery(asked));
  return data === undefined ? [] : carried(data.mentions, data.text, text);
}

interface Keys {
  press: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  paste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** What the last key did, in words. */
  said: string;
}

function useKeys(
  { paragraph: { key, text }, all, onMoved, onLink }: ParagraphProps,
  mentions: ReturnType<typeof carried>,
  linked: ReadonlySet<string>,
): Keys {
  const { t } = useTranslation('reports');
  const [said, setSaid] = useState('');
  const link = (caret: number): void => {
    const mention = mentionToLink(mentions, caret, linked);
    if (mention === undefined) return setSaid(t('link.nothing'));
    const [only, ...others] = mention.objects;
    // Of several that are called so, one has to be chosen beside the text.
    if (others.length > 0) return document.getElementById(`link-${only ?? ''}`)?.focus();
    onLink(only ?? '');
    return setSaid(t('link.done', { name: text.slice(mention.from, mention.to) }));
  };
  return {
    said,
    press: (event) => {
      if (event.nativeEvent.isComposing) return;
      const { selectionStart: from, selectionEnd: to } = event.currentTarget;
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.key === 'Enter' && isCommand) {
        event.preventDefault();
        link(from);
      } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        onMoved(splitAt(all, key, from, to));
      } else if (event.key === 'Backspace' && from === 0 && to === 0) {
        const changed = joinedToPrevious(all, key);
        if (changed === undefined) return;
        event.preventDefault();
        onMoved(changed);
      }
    },
    paste: (event) => {
      const { selectionStart: from, selectionEnd: to } = event.currentTarget;
      const changed = pastedAt(all, key, { from, to }, event.clipboardData.getData('text/plain'));
      if (changed === undefined) return;
      event.preventDefault();
      onMoved(changed);
    },
  };
}
