/** The objects that a report refers to, as far as they are in the view. */
import { Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';
import { ContributorOf, ObjectTitle, RecordLink } from '../../part/entry.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { kindOf } from '../../record/kind.ts';
import type { Entry } from '../../record/object.ts';

const referencesQuery = (id: string) =>
  queryOptions({
    queryKey: [ofView, 'references', id],
    queryFn: () => Array.fromAsync(cell.every('objectReferences', { id, limit: 1000 })),
  });

export function ObjectsReferredTo({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('reports');
  const found = useQuery(referencesQuery(id));
  return (
    <aside className="report-objects" aria-label={t('objects')}>
      <Title order={2} size="h3" mb="xs">
        {t('objects')}
      </Title>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && <Objects entries={referredTo(found.data)} />}
    </aside>
  );
}

const referredTo = (references: readonly { properties: string[]; entry: Entry }[]): Entry[] =>
  references.flatMap(({ properties, entry }) =>
    properties.some((property) => property.startsWith('object_refs')) ? [entry] : [],
  );

function Objects({ entries }: { entries: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('reports');
  const { t: stix } = useTranslation('stix');
  if (entries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('objects.none')}
      </Text>
    );
  }
  return (
    <ul className="report-object-list">
      {entries.map((entry) => (
        <li key={entry.object.id}>
          <KindIcon object={entry.object} size={16} />
          <div>
            <div className="lines">
              <RecordLink id={entry.object.id} size="sm">
                <ObjectTitle object={entry.object} />
              </RecordLink>
            </div>
            <Text size="xs" c="dimmed">
              {kindOf(entry.object, stix)} · <ContributorOf entry={entry} />
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
