/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys are the box's (APG, combobox) */
/** What stands in the box that opens from anywhere: recent searches, then what is found. */
import { Anchor, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconClipboardList, IconClock, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery, ofView } from '../../app/questions.ts';
import { ContributorOf, ObjectTitle } from '../../part/entry.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { kindOf } from '../../record/kind.ts';
import type { Entry } from '../../record/object.ts';
import { isList, linesIn, type Lines } from './pasted-lines.ts';
import { forgetSearches, recentOf } from './recent.ts';
import { useGoing } from './use-going.ts';

/** A line of the list, and where it leads. */
export type Choice =
  | { kind: 'words'; words: string }
  | { kind: 'recent'; words: string }
  | { kind: 'entry'; entry: Entry }
  | { kind: 'lines'; lines: Lines };

export function AnywhereBox({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState('');
  const [lines, setLines] = useState<Lines>();
  const [at, setAt] = useState(0);
  const { choices, found, forget } = useChoices(typed, lines);
  const go = useGoing(typed, onClose);
  const press = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    const chosen = choices[at];
    if (move !== undefined && choices.length > 0) {
      event.preventDefault();
      setAt((before) => (before + move + choices.length) % choices.length);
    } else if (event.key === 'Enter' && chosen !== undefined) go(chosen);
  };
  const type = (words: string): void => {
    setTyped(words);
    setLines(undefined);
    setAt(0);
  };
  const isEmpty = typed.trim() !== '' && found.data?.items.length === 0;
  return (
    <div onKeyDown={press}>
      <TextInput
        data-autofocus
        size="lg"
        variant="unstyled"
        px="md"
        dir="auto"
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls="anywhere"
        aria-activedescendant={choices.length === 0 ? undefined : `anywhere-${at}`}
        aria-label={t('box')}
        placeholder={t('box')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!isList(text)) return;
          event.preventDefault();
          setLines(linesIn(text));
          setAt(0);
        }}
        onChange={({ currentTarget: { value } }) => type(value)}
      />
      {forget !== undefined && <Recent onForget={forget} />}
      <ul id="anywhere" role="listbox" aria-label={t('title')} className="anywhere">
        {choices.map((choice, index) => (
          <li
            key={keyOf(choice)}
            id={`anywhere-${index}`}
            role="option"
            aria-selected={at === index}
            onClick={() => go(choice)}
          >
            <ChoiceLine choice={choice} />
          </li>
        ))}
      </ul>
      {found.isError && <Failed error={found.error} />}
      <Text px="md" py={8} size="xs" c="dimmed" role="status">
        {isEmpty ? t('none') : t('anywhere.hint')}
      </Text>
    </div>
  );
}

/** What there is to choose; `forget` where it is what was searched before. */
function useChoices(typed: string, lines: Lines | undefined) {
  const { data: me } = useQuery(meQuery);
  const account = me?.account;
  const [, setForgotten] = useState(0);
  const [q] = useDebouncedValue(typed.trim(), 80);
  const found = useQuery({
    queryKey: [ofView, 'anywhere', q],
    queryFn: () => cell.search({ q, limit: 8 }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  if (lines !== undefined) return { choices: [{ kind: 'lines', lines } as Choice], found, forget: undefined };
  if (typed.trim() !== '') {
    const entries = q === '' ? [] : (found.data?.items ?? []);
    const choices: Choice[] = [
      { kind: 'words', words: typed.trim() },
      ...entries.map((entry): Choice => ({ kind: 'entry', entry })),
    ];
    return { choices, found, forget: undefined };
  }
  const recent = account === undefined ? [] : recentOf(account);
  const forget = (): void => {
    if (account !== undefined) forgetSearches(account);
    setForgotten((before) => before + 1);
  };
  const choices = recent.map((words): Choice => ({ kind: 'recent', words }));
  return { choices, found, forget: recent.length > 0 ? forget : undefined };
}

function keyOf(choice: Choice): string {
  if (choice.kind === 'entry') return choice.entry.object.id;
  return choice.kind === 'recent' ? `recent ${choice.words}` : choice.kind;
}

function Recent({ onForget }: { onForget: () => void }): ReactNode {
  const { t } = useTranslation('search');
  return (
    <Group justify="space-between" px="md" py={6}>
      <Text size="xs" c="dimmed" fw={600}>
        {t('anywhere.recent')}
      </Text>
      <Anchor component="button" type="button" size="xs" onClick={onForget}>
        {t('anywhere.forget')}
      </Anchor>
    </Group>
  );
}

function ChoiceLine({ choice }: { choice: Choice }): ReactNode {
  const { t } = useTranslation('search');
  const { t: stix } = useTranslation('stix');
  const times = useTimes();
  switch (choice.kind) {
    case 'lines': {
      const count = choice.lines.lines.length;
      return (
        <>
          <IconClipboardList size={18} aria-hidden />
          <span>{t('anywhere.lines', { count, number: times.number(count) })}</span>
        </>
      );
    }
    case 'words':
      return (
        <>
          <IconSearch size={18} aria-hidden />
          <span>{t('anywhere.all')}</span>
        </>
      );
    case 'recent':
      return (
        <>
          <IconClock size={18} aria-hidden />
          <bdi className="anywhere-title">{choice.words}</bdi>
        </>
      );
    case 'entry':
      return (
        <>
          <KindIcon object={choice.entry.object} />
          <span className="anywhere-title">
            <ObjectTitle object={choice.entry.object} />
          </span>
          <Text span size="xs" c="dimmed" className="nowrap">
            {kindOf(choice.entry.object, stix)} · <ContributorOf entry={choice.entry} />
          </Text>
        </>
      );
  }
}
