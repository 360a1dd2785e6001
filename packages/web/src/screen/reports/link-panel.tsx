/** Beside the text: records that it names and that are not linked yet, and those that the report refers to. */
import { ActionIcon, Button, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLink, IconSearch, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { objectQuery, ofView } from '../../app/questions.ts';
import { ContributorOf, ObjectTitle, TitleOf } from '../../part/entry.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { kindOf } from '../../record/kind.ts';
import { typeOfId } from '../../record/object.ts';
import type { Draft } from './draft.ts';
import { mentionsQuery } from './mentions-query.ts';

interface Linking {
  draft: Draft;
  onLink: (id: string) => void;
  onUnlink: (id: string) => void;
}

export function LinkPanel({ draft, onLink, onUnlink }: Linking): ReactNode {
  const { t } = useTranslation('reports');
  const named = useNamed(draft).filter((id) => !draft.objects.includes(id));
  return (
    <aside className="report-objects" aria-label={t('objects')}>
      <section aria-labelledby="mentions-head">
        <Title order={2} size="h3" id="mentions-head">
          {t('mentions')}
        </Title>
        <Text size="xs" c="dimmed" mb="xs" role="status">
          {named.length === 0 ? t('mentions.none') : t('mentions.count', { count: named.length })}
        </Text>
        <ul className="report-object-list">
          {named.map((id) => (
            <Named key={id} id={id} onLink={() => onLink(id)} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="objects-head">
        <Title order={2} size="h3" id="objects-head" mt="md" mb="xs">
          {t('objects')}
        </Title>
        <ul className="report-object-list">
          {draft.objects.map((id) => (
            <Linked key={id} id={id} onUnlink={() => onUnlink(id)} />
          ))}
        </ul>
        <Other linked={draft.objects} onLink={onLink} />
      </section>
    </aside>
  );
}

/** Ids of what the text names, in its order. */
function useNamed({ paragraphs }: Draft): string[] {
  const [texts] = useDebouncedValue(JSON.stringify([...new Set(paragraphs.map(({ text }) => text))]), 250);
  const asked = useQueries({ queries: (JSON.parse(texts) as string[]).map((text) => mentionsQuery(text)) });
  return [...new Set(asked.flatMap(({ data }) => (data?.mentions ?? []).flatMap(({ objects }) => objects)))];
}

function Named({ id, onLink }: { id: string; onLink: () => void }): ReactNode {
  const { t } = useTranslation('reports');
  const { t: stix } = useTranslation('stix');
  const { data } = useQuery(objectQuery(id));
  return (
    <li>
      <KindIcon object={data?.object ?? { type: typeOfId(id), id }} size={16} />
      <div>
        <TitleOf id={id} />
        {data !== undefined && (
          <Text size="xs" c="dimmed">
            {kindOf(data.object, stix)} · <ContributorOf entry={data} />
          </Text>
        )}
      </div>
      <Button
        id={`link-${id}`}
        size="compact-xs"
        variant="light"
        leftSection={<IconLink size={14} aria-hidden />}
        onClick={onLink}
      >
        {t('link')}
      </Button>
    </li>
  );
}

function Linked({ id, onUnlink }: { id: string; onUnlink: () => void }): ReactNode {
  const { t } = useTranslation('reports');
  const { data } = useQuery(objectQuery(id));
  return (
    <li>
      <KindIcon object={data?.object ?? { type: typeOfId(id), id }} size={16} />
      <div>
        <TitleOf id={id} />
      </div>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('unlink')} onClick={onUnlink}>
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}

/** Whatever else of the view the report is to refer to, found by words. */
function Other({ linked, onLink }: { linked: readonly string[]; onLink: (id: string) => void }): ReactNode {
  const { t } = useTranslation('reports');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 150);
  const { data } = useQuery({
    queryKey: [ofView, 'to-link', q],
    queryFn: () => cell.search({ q, limit: 8 }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const entries = q === '' ? [] : (data?.items ?? []).filter(({ object }) => !linked.includes(object.id));
  return (
    <>
      <TextInput
        size="xs"
        mt="xs"
        label={t('other')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <ul className="report-object-list">
        {entries.map((entry) => (
          <li key={entry.object.id}>
            <KindIcon object={entry.object} size={16} />
            <div>
              <ObjectTitle object={entry.object} />
            </div>
            <Button size="compact-xs" variant="light" onClick={() => onLink(entry.object.id)}>
              {t('link')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
