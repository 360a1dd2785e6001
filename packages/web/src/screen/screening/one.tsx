/** One person: fields, and candidates as they are filled in. */
import { Button, SimpleGrid, Stack, Text, TextInput, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Screened } from '@entente/contract/screening';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { countriesIn } from '../record/value/words.ts';
import { CandidateShown } from './candidate.tsx';
import { useKept } from './kept.ts';
import { faint } from './probability.ts';
import { askedOf, birthIn, nobody, type TypedPerson } from './person.ts';
import { candidatesQuery } from './questions.ts';

/** Milliseconds until what is typed is asked. */
const pause = 300;
const most = 10;
/** Characters of a birth date that is likely to be written out. */
const longEnough = 8;

export function OnePerson(): ReactNode {
  const [typed, setTyped] = useKept('person', nobody);
  const [settled] = useDebouncedValue(typed, pause);
  const asked = askedOf(settled);
  return (
    <Stack gap="md">
      <PersonFields value={typed} onChange={setTyped} />
      {asked === undefined ? <NobodyYet /> : <Candidates asked={asked} />}
    </Stack>
  );
}

function NobodyYet(): ReactNode {
  const { t } = useTranslation('screening');
  return <Empty title={t('none-yet')} next={t('none-yet.next')} />;
}

function PersonFields({
  value,
  onChange,
}: {
  value: TypedPerson;
  onChange: (value: TypedPerson) => void;
}): ReactNode {
  const { t, i18n } = useTranslation('screening');
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  const field = (key: keyof TypedPerson) => ({
    value: value[key],
    maxLength: key === 'name' ? 500 : 200,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ ...value, [key]: currentTarget.value }),
  });
  const born = value.born.trim();
  return (
    <form role="search" aria-label={t('one.form')} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        {...field('name')}
        size="md"
        dir="auto"
        autoComplete="off"
        label={t('field.name')}
        description={t('field.name.hint')}
        mb="sm"
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput
          {...field('born')}
          label={t('field.born')}
          description={t('field.born.hint')}
          error={born.length >= longEnough && birthIn(born) === undefined ? t('field.born.wrong') : undefined}
        />
        <Select
          label={t('field.nationality')}
          description={t('field.optional')}
          data={countries}
          value={value.nationality === '' ? null : value.nationality}
          searchable
          clearable
          onChange={(code) => onChange({ ...value, nationality: code ?? '' })}
        />
        <TextInput
          {...field('document')}
          label={t('field.document')}
          description={t('field.document.hint')}
        />
      </SimpleGrid>
    </form>
  );
}

function Candidates({ asked }: { asked: NonNullable<ReturnType<typeof askedOf>> }): ReactNode {
  const found = useQuery({ ...candidatesQuery(asked, most), placeholderData: keepPreviousData });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  return found.data === undefined ? null : <Ranked screened={found.data} />;
}

/** The likeliest first; those that are hardly so behind a button. */
function Ranked({ screened: { asked, candidates } }: { screened: Screened }): ReactNode {
  const { t } = useTranslation('screening');
  const [isWhole, setWhole] = useState(false);
  const near = candidates.filter(({ probability }) => probability >= faint);
  const shown = isWhole ? candidates : near;
  const left = candidates.length - near.length;
  return (
    <section aria-label={t('candidates')}>
      <Text size="sm" fw={600} role="status" mb="xs">
        {t('found', { count: near.length })}
      </Text>
      {near.length === 0 && <Empty title={t('none')} next={t('none.next')} />}
      <Stack gap="sm">
        {shown.map((candidate) => (
          <CandidateShown key={candidate.entry.object.id} asked={asked} candidate={candidate} />
        ))}
      </Stack>
      {left > 0 && (
        <Button size="xs" variant="subtle" mt="sm" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('faint.fewer') : t('faint.more', { count: left })}
        </Button>
      )}
      <Text size="xs" c="dimmed" mt="sm">
        {t('no-proof')}
      </Text>
    </section>
  );
}
