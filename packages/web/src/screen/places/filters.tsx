/** What is shown: words, kinds and a period, all of it in the address. */
import { CloseButton, MultiSelect, Pill, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked, type Asked } from '../../app/address.ts';
import type { CarriedKey } from '../../app/carried.ts';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';
import { DayInput } from '../../part/day-field.tsx';
import { TitleOf } from '../../part/entry.tsx';
import { useTimes } from '../../part/time.ts';
import { typesIn, wordForType } from '../../record/kind.ts';
import { tellingTypes } from './gathered.ts';

/** Changes the address, and leaves the rest of it. */
export function useAsk(): (change: Asked<CarriedKey>) => void {
  const navigate = useNavigate();
  const asked = useAsked<CarriedKey>();
  return (change) => {
    const search = Object.fromEntries(
      Object.entries({ ...asked, ...change }).filter(([, value]) => value !== ''),
    );
    void navigate({ to: '/places', search, replace: true, resetScroll: false });
  };
}

export function Filters(): ReactNode {
  const { t } = useTranslation('places');
  const asked = useAsked<CarriedKey>();
  const { since = '', before = '', start = '' } = asked;
  const ask = useAsk();
  return (
    <div className="places-filters">
      {start === '' ? (
        <Words key={asked.q === undefined ? 'none' : 'some'} />
      ) : (
        <Pill size="lg" className="places-around">
          {t('around')} <TitleOf id={start} />
          <CloseButton size="xs" aria-label={t('around.end')} onClick={() => ask({ start: '' })} />
        </Pill>
      )}
      <Kinds />
      <DayInput label={t('since')} value={since} onChange={(value) => ask({ since: value })} />
      <DayInput label={t('before')} value={before} onChange={(value) => ask({ before: value })} />
    </div>
  );
}

function Words(): ReactNode {
  const { t } = useTranslation('places');
  const { q = '' } = useAsked<CarriedKey>();
  const ask = useAsk();
  const [typed, setTyped] = useState(q);
  const askSoon = useDebouncedCallback((words: string) => ask({ q: words }), 250);
  return (
    <TextInput
      label={t('words')}
      leftSection={<IconSearch size={16} aria-hidden />}
      className="places-words"
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        askSoon(value);
      }}
    />
  );
}

function Kinds(): ReactNode {
  const { t } = useTranslation('places');
  const { t: stix } = useTranslation('stix');
  const times = useTimes();
  const { type } = useAsked<CarriedKey>();
  const kinds = typesIn(type);
  const ask = useAsk();
  const { data: facets } = useQuery({ queryKey: [ofView, 'facets'], queryFn: () => cell.facets() });
  const telling = new Set<string>(tellingTypes);
  const counted = (facets?.types ?? []).filter((one) => telling.has(one.type) || kinds.includes(one.type));
  return (
    <MultiSelect
      label={t('kinds')}
      className="places-kinds"
      placeholder={kinds.length === 0 ? t('kinds.all') : undefined}
      data={counted.map(({ type: value, count }) => ({
        value,
        label: t('kinds.one', { kind: wordForType(value, stix), number: times.number(count) }),
      }))}
      value={kinds}
      searchable
      clearable
      onChange={(chosen) => ask({ type: chosen.join(',') })}
    />
  );
}
