/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys are the box's (APG, combobox) */
/** What stands in the box that opens from anywhere: recent searches, then what is found. */
import { Anchor, Group, Text, TextInput } from '@mantine/core';
import { IconClipboardList, IconClock, IconSearch } from '@tabler/icons-react';
import { Suspense, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '@entente/contract/screening';
import { ContributorOf, ObjectTitle } from '../../part/entry.tsx';
import { focused } from '../../part/focused.ts';
import { Foreign } from '../../part/foreign.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { kindOf } from '../../record/kind.ts';
import { titleOf } from '../../record/object.ts';
import { likelihoodOf } from '../screening/probability.ts';
import { isList, linesIn, type Lines } from './pasted-lines.ts';
import { useChoices, type Choice } from './use-choices.ts';
import { useGoing } from './use-going.ts';

export interface AnywhereProps {
  /** What was typed before the box was there. */
  begun: string;
  onClose: () => void;
}

export function AnywhereBox({ begun, onClose }: AnywhereProps): ReactNode {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState(begun);
  const [lines, setLines] = useState<Lines>();
  const [at, setAt] = useState(0);
  const { choices, like, isNothing, error, forget } = useChoices(typed, lines);
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
  const options = choices.map((choice, index) => (
    <div
      key={keyOf(choice)}
      id={`anywhere-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={at === index}
      onClick={() => go(choice)}
    >
      <ChoiceLine choice={choice} />
    </div>
  ));
  return (
    <div onKeyDown={press}>
      <TextInput
        ref={focused}
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
      <div id="anywhere" role="listbox" aria-label={t('title')} className="anywhere">
        {options.slice(0, choices.length - like)}
        {like > 0 && (
          <div role="group" aria-label={t('like')}>
            <Text component="div" aria-hidden px="md" pt={8} pb={2} size="xs" c="dimmed" fw={600}>
              {t('like')}
            </Text>
            {options.slice(-like)}
          </div>
        )}
      </div>
      {error !== null && <Failed error={error} />}
      <Text px="md" py={8} size="xs" c="dimmed" role="status">
        {isNothing ? t('none') : t('anywhere.hint')}
      </Text>
    </div>
  );
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
            {choice.like !== undefined && (
              <Suspense fallback={null}>
                <LikeName candidate={choice.like} />
              </Suspense>
            )}
          </span>
          <Text span size="xs" c="dimmed" className="nowrap">
            {kindOf(choice.entry.object, stix)} · <ContributorOf entry={choice.entry} />
          </Text>
        </>
      );
  }
}

/** The name that is like what was typed, where it is not the title, and how likely it is meant. */
function LikeName({ candidate: { entry, name, probability } }: { candidate: Candidate }): ReactNode {
  const { t } = useTranslation('screening');
  return (
    <Text span size="xs" c="dimmed" ms={8}>
      {name !== titleOf(entry.object) && (
        <>
          <Foreign text={name} /> ·{' '}
        </>
      )}
      {t(`likelihood.${likelihoodOf(probability)}`)}
    </Text>
  );
}
