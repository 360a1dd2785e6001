/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys are the box's (APG, combobox) */
/** The search box that opens from anywhere: answers as one types, arrows and Enter to go there. */
import { Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';
import { ContributorOf, ObjectTitle } from '../../part/entry.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { kindOf } from '../../record/kind.ts';
import type { Entry } from '../../record/object.ts';

export function SearchAnywhere({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Modal opened={isOpen} onClose={onClose} withCloseButton={false} size="lg" yOffset="10vh" padding={0}>
      {isOpen && <Box onClose={onClose} />}
    </Modal>
  );
}

function Box({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 80);
  const [at, setAt] = useState(0);
  const { data } = useQuery({
    queryKey: [ofView, 'anywhere', q],
    queryFn: () => cell.search({ q, limit: 8 }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const entries = q === '' ? [] : (data?.items ?? []);
  const go = (entry: Entry | undefined): void => {
    onClose();
    if (entry === undefined) void navigate({ to: '/search', search: { q: typed.trim() } });
    else void navigate({ to: '/record/$id', params: { id: entry.object.id } });
  };
  const press = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setAt((before) => (before + move + entries.length + 1) % (entries.length + 1));
    } else if (event.key === 'Enter' && typed.trim() !== '') go(at === 0 ? undefined : entries[at - 1]);
  };
  return (
    <div onKeyDown={press}>
      <TextInput
        data-autofocus
        size="lg"
        variant="unstyled"
        px="md"
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls="anywhere"
        aria-activedescendant={q === '' ? undefined : `anywhere-${at}`}
        aria-label={t('box')}
        placeholder={t('box')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          setAt(0);
        }}
      />
      <ul id="anywhere" role="listbox" aria-label={t('title')} className="anywhere">
        {typed.trim() !== '' && (
          <li id="anywhere-0" role="option" aria-selected={at === 0} onClick={() => go(undefined)}>
            <IconSearch size={18} aria-hidden />
            <span>{t('anywhere.all')}</span>
          </li>
        )}
        {entries.map((entry, index) => (
          <Found
            key={entry.object.id}
            id={`anywhere-${index + 1}`}
            entry={entry}
            isSelected={at === index + 1}
            onGo={() => go(entry)}
          />
        ))}
      </ul>
      {q !== '' && data?.items.length === 0 && (
        <Text p="md" size="sm" c="dimmed" role="status">
          {t('none')}
        </Text>
      )}
    </div>
  );
}

function Found({
  id,
  entry,
  isSelected,
  onGo,
}: {
  id: string;
  entry: Entry;
  isSelected: boolean;
  onGo: () => void;
}): ReactNode {
  const { t } = useTranslation('stix');
  return (
    <li id={id} role="option" aria-selected={isSelected} onClick={onGo}>
      <KindIcon object={entry.object} />
      <span className="anywhere-title">
        <ObjectTitle object={entry.object} />
      </span>
      <Text span size="xs" c="dimmed" className="nowrap">
        {kindOf(entry.object, t)} · <ContributorOf entry={entry} />
      </Text>
    </li>
  );
}
