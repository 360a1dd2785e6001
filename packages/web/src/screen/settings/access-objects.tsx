/** Which objects an access record is of. */
import { Anchor } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { RecordLink } from '../../part/entry.tsx';
import { Listed } from '../../part/listed.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { wordForTypeOfId } from '../../record/kind.ts';
import type { RecordFilter } from './access-filter.ts';

type Narrow = (part: Partial<RecordFilter>) => void;

/** All of them: a list that was taken along may have thousands. */
export function AllObjects({
  record: { id, member },
  onNarrow,
}: {
  record: { id: string; member?: string };
  onNarrow: Narrow;
}): ReactNode {
  const { t } = useTranslation('settings');
  const found = useInfiniteQuery({
    queryKey: ['access-record', member, id],
    queryFn: ({ pageParam }) => {
      const page = { id, limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return member === undefined
        ? cell.accessRecordObjects(page)
        : cell.supervisedRecordObjects({ ...page, member });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Listed list={found} none={t('access.none')}>
      {(versions, onEnd) => {
        const objects = [...new Set(versions.map(({ object }) => object))];
        return (
          <LongTable
            className="access-table"
            label={t('access.objects')}
            columns={[{ key: 'object', head: t('access.object-kind'), track: '1fr' }]}
            count={objects.length}
            keyOf={(index) => objects[index] ?? ''}
            row={(index) => [
              <NamedRecord
                key="object"
                object={objects[index] ?? ''}
                isOfCell={member !== undefined}
                onNarrow={onNarrow}
              />,
            ]}
            onEnd={onEnd}
          />
        );
      }}
    </Listed>
  );
}

export function NamedRecords({
  objects,
  isOfCell = false,
  onNarrow,
}: {
  objects: readonly string[];
  isOfCell?: boolean;
  onNarrow: Narrow;
}): ReactNode {
  return (
    <ul className="access-objects">
      {[...new Set(objects)].map((object) => (
        <li key={object}>
          <NamedRecord object={object} isOfCell={isOfCell} onNarrow={onNarrow} />
        </li>
      ))}
    </ul>
  );
}

/** By kind and the end of the id: to show names would be to read them. */
function NamedRecord({
  object,
  isOfCell,
  onNarrow,
}: {
  object: string;
  isOfCell: boolean;
  onNarrow: Narrow;
}): ReactNode {
  const { t } = useTranslation('settings');
  const { t: stix } = useTranslation('stix');
  return (
    <>
      <RecordLink id={object} size="sm">
        {wordForTypeOfId(object, stix)} …{object.slice(-8)}
      </RecordLink>{' '}
      <Anchor
        component="button"
        type="button"
        size="xs"
        aria-label={t(isOfCell ? 'supervision.who-else' : 'access.who-else', { object })}
        onClick={() => onNarrow({ object })}
      >
        {t('access.who')}
      </Anchor>
    </>
  );
}
