/** Beside the results: kinds, members, markings and dates, each with what it would find. */
import { Anchor, Button, Checkbox, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../part/day-field.tsx';
import { Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { facetsQuery, isNarrowed, listIn, toggledIn, unnarrowed, useQuestion } from './question.ts';
import { useFilterWords } from './use-filter-words.ts';

/** Values of a list that are shown before the rest is asked for. */
const mostShown = 8;

export function Facets(): ReactNode {
  const { t } = useTranslation('search');
  const { wordFor } = useFilterWords();
  const { question, ask } = useQuestion();
  const counted = useQuery({ ...facetsQuery(question), placeholderData: keepPreviousData });
  // What is found is shown first.
  const data = useDeferredValue(counted.data);
  const { type, contributor, marking } = question;
  // Dates stand below what is counted.
  if (data === undefined && !counted.isError) return <Loading />;
  const kinds = valuesOf(
    data?.types.map((one) => ({ value: one.type, count: one.count })),
    listIn(type),
  );
  const members = valuesOf(
    data?.contributors.flatMap((one) =>
      one.contributor === null ? [] : [{ value: one.contributor, count: one.count }],
    ),
    listIn(contributor),
  );
  const markings = valuesOf(
    data?.markings.map((one) => ({ value: one.marking, count: one.count })),
    listIn(marking),
  );
  return (
    <Stack gap="md">
      <Facet
        title={t('filter.type')}
        values={kinds}
        chosen={listIn(type)}
        wordOf={wordFor.type}
        onToggle={(value) => ask({ type: toggledIn(type, value) })}
      />
      <Facet
        title={t('filter.contributor')}
        values={members}
        chosen={listIn(contributor)}
        wordOf={wordFor.contributor}
        onToggle={(value) => ask({ contributor: toggledIn(contributor, value) })}
      />
      <Facet
        title={t('filter.marking')}
        values={markings}
        chosen={listIn(marking)}
        wordOf={wordFor.marking}
        onToggle={(value) => ask({ marking: toggledIn(marking, value) })}
      />
      <Dates />
      {data?.more === true && <Counted />}
      {isNarrowed(question) && (
        <Button size="xs" variant="default" onClick={() => ask(unnarrowed)}>
          {t('filter.clear')}
        </Button>
      )}
    </Stack>
  );
}

interface Value {
  value: string;
  count: number;
}

/** The most frequent first; what is chosen stays, also where nothing is found of it. */
function valuesOf(found: readonly Value[] = [], chosen: readonly string[]): Value[] {
  const lost = chosen.filter((value) => !found.some((one) => one.value === value));
  return [...found.toSorted((a, b) => b.count - a.count), ...lost.map((value) => ({ value, count: 0 }))];
}

function Facet({
  title,
  values,
  chosen,
  wordOf,
  onToggle,
}: {
  title: string;
  values: readonly Value[];
  chosen: readonly string[];
  wordOf: (value: string) => string;
  onToggle: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation('search');
  const times = useTimes();
  const [isWhole, setWhole] = useState(false);
  if (values.length === 0) return null;
  const shown = isWhole
    ? values
    : values.filter(({ value }, place) => place < mostShown || chosen.includes(value));
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {shown.map(({ value, count }) => (
        <Checkbox
          key={value}
          size="xs"
          className="facet-value"
          checked={chosen.includes(value)}
          onChange={() => onToggle(value)}
          label={
            <>
              <bdi>{wordOf(value)}</bdi> <span className="facet-count">{times.number(count)}</span>
            </>
          }
        />
      ))}
      {values.length > mostShown && (
        <Anchor component="button" type="button" size="xs" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('filter.fewer') : t('filter.all', { number: times.number(values.length) })}
        </Anchor>
      )}
    </fieldset>
  );
}

/** Days, at which versions begin and end in universal time. */
function Dates(): ReactNode {
  const { t } = useTranslation('search');
  const { question, ask } = useQuestion();
  const day = (time: string | undefined): string => time?.slice(0, 10) ?? '';
  const time = (chosen: string): string => (chosen === '' ? '' : `${chosen}T00:00:00Z`);
  return (
    <fieldset className="facet">
      <legend>{t('filter.dates')}</legend>
      <DayInput
        size="xs"
        label={t('filter.since')}
        value={day(question.since)}
        onChange={(value) => ask({ since: time(value) })}
      />
      <DayInput
        size="xs"
        mt={6}
        label={t('filter.before')}
        value={day(question.before)}
        onChange={(value) => ask({ before: time(value) })}
      />
    </fieldset>
  );
}

function Counted(): ReactNode {
  const { t } = useTranslation('search');
  return (
    <Text size="xs" c="dimmed">
      {t('filter.counted')}
    </Text>
  );
}
