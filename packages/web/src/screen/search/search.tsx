/** Search in the view, by words, kinds and dates. */
import { Button, Center, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';
import { EntryRow } from '../../part/entry.tsx';
import { Empty, Failed, Head, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { wordForType } from '../../record/kind.ts';

export function Search(): ReactNode {
  const { t } = useTranslation('search');
  return (
    <>
      <Head title={t('title')} />
      <Stack>
        <Asked />
        <Results />
      </Stack>
    </>
  );
}

function Asked(): ReactNode {
  const { t } = useTranslation('search');
  const { t: stix } = useTranslation('stix');
  const times = useTimes();
  const asked = useAsked<'q' | 'type' | 'since' | 'before'>();
  const { q = '', type = '' } = asked;
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const ask = useDebouncedCallback((words: string) => {
    void navigate({ to: '/search', search: { ...asked, q: words }, replace: true });
  }, 150);
  const { data: facets } = useQuery({ queryKey: [ofView, 'facets'], queryFn: () => cell.facets() });
  const types = (facets?.types ?? []).map((one) => ({
    value: one.type,
    label: `${wordForType(one.type, stix)} (${times.number(one.count)})`,
  }));
  return (
    <Stack gap="sm">
      <TextInput
        size="md"
        aria-label={t('box')}
        placeholder={t('box')}
        description={t('box.hint')}
        inputWrapperOrder={['input', 'description']}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          ask(value);
        }}
      />
      <MultiSelect
        label={t('filter.type')}
        data={types}
        value={type === '' ? [] : type.split(',')}
        searchable
        clearable
        onChange={(chosen) =>
          void navigate({ to: '/search', search: { ...asked, type: chosen.join(',') }, replace: true })
        }
      />
    </Stack>
  );
}

function Results(): ReactNode {
  const { t } = useTranslation('search');
  const asked = useAsked<'q' | 'type' | 'since' | 'before'>();
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const found = useInfiniteQuery({
    queryKey: [ofView, 'search', given],
    queryFn: ({ pageParam }) =>
      cell.search({ ...given, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const entries = found.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) return <Empty title={t('none')} next={t('none.next')} />;
  return (
    <div>
      {entries.map((entry) => (
        <EntryRow key={entry.object.id} entry={entry} />
      ))}
      {found.hasNextPage && (
        <Center py="md">
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </Center>
      )}
    </div>
  );
}
