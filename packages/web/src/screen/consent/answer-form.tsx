/** Answering as an owner: consent, under conditions where there are any, or refusal with the reason. */
import { Button, Group, MultiSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { objectQuery } from '../../app/questions.ts';
import { DayInput } from '../../part/day-field.tsx';
import { Failed } from '../../part/states.tsx';
import { useDraft } from '../record/kept-draft.ts';
import { useAudiences } from '../release/label/choices.ts';
import { beginningOf, dayOf } from '../release/label/parts.ts';
import { useDone, type Received } from './questions.ts';

interface Answer {
  word: 'consent' | 'refuse' | '';
  words: string;
  only: string[];
  until: string;
  parts: string[];
}

const empty: Answer = { word: '', words: '', only: [], until: '', parts: [] };

const given = ({ word, words, only, until, parts }: Answer) => {
  const said = words.trim() === '' ? {} : { words: words.trim() };
  if (word !== 'consent') return { word: 'refuse' as const, ...said };
  return {
    word,
    ...said,
    conditions: {
      ...(only.length > 0 && { any: [only] }),
      ...(until !== '' && { until }),
      ...(parts.length > 0 && { parts }),
    },
  };
};

export function AnswerForm({ request, onDone }: { request: Received; onDone: () => void }): ReactNode {
  const { t } = useTranslation('consent');
  const { t: common } = useTranslation();
  const done = useDone();
  const { id } = request;
  const draft = useDraft(`consent.${id}`, empty);
  const { value } = draft;
  const change = (part: Partial<Answer>): void => draft.change({ ...value, ...part });
  const answer = useMutation({
    mutationFn: () => cell.answerConsent({ id, ...given(value) }),
    onSuccess: async () => {
      draft.forget();
      await done(t(value.word === 'consent' ? 'answered.consent' : 'answered.refuse'));
      onDone();
    },
  });
  const isReady = value.word === 'consent' || (value.word === 'refuse' && value.words.trim() !== '');
  return (
    <Stack
      component="form"
      gap="sm"
      className="release-indent consent-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) answer.mutate();
      }}
    >
      <Radio.Group
        label={t('form.word')}
        value={value.word}
        onChange={(word) => change({ word: word === 'consent' ? 'consent' : 'refuse' })}
      >
        <Group mt={6} gap="lg">
          <Radio value="consent" label={t('form.consent')} />
          <Radio value="refuse" label={t('form.refuse')} />
        </Group>
      </Radio.Group>
      {value.word === 'consent' && <Conditions request={request} value={value} onChange={change} />}
      {value.word !== '' && (
        <Textarea
          label={t(value.word === 'consent' ? 'form.words' : 'form.reason')}
          required={value.word === 'refuse'}
          autosize
          minRows={2}
          maxLength={2000}
          value={value.words}
          onChange={({ currentTarget }) => change({ words: currentTarget.value })}
        />
      )}
      {answer.isError && <Failed error={answer.error} />}
      <Group gap="xs">
        <Button type="submit" disabled={!isReady} loading={answer.isPending}>
          {t(value.word === 'refuse' ? 'form.send-refusal' : 'form.send')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {common('cancel')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('form.once')}
        </Text>
      </Group>
    </Stack>
  );
}

function Conditions({
  request: { object, label },
  value,
  onChange,
}: {
  request: Received;
  value: Answer;
  onChange: (part: Partial<Answer>) => void;
}): ReactNode {
  const { t } = useTranslation('consent');
  const named = new Set(label.any?.flat());
  // Members, and what was asked for: who asks may know of nothing else.
  const audiences = useAudiences(value.only)
    .map(({ group, items }) => ({
      group,
      items: items.filter((one) => named.has(one.value) || one.value.startsWith('member:')),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Stack gap="sm">
      <MultiSelect
        label={t('form.only')}
        description={t('form.only.hint')}
        data={audiences}
        value={value.only}
        onChange={(only) => onChange({ only })}
        searchable
        hidePickedOptions
      />
      <DayInput
        label={t('form.until')}
        description={t('form.until.hint')}
        value={dayOf(value.until)}
        onChange={(day) => onChange({ until: beginningOf(day) ?? '' })}
      />
      <MultiSelect
        label={t('form.parts')}
        description={t('form.parts.hint')}
        data={usePartsOf(object, value.parts)}
        value={value.parts}
        onChange={(parts) => onChange({ parts })}
        searchable
        hidePickedOptions
      />
    </Stack>
  );
}

/** Every object has these; what holds the label is no part either. */
const fixed = new Set([
  'type',
  'id',
  'spec_version',
  'created',
  'modified',
  'extensions',
  'granular_markings',
]);

/** Properties of one's own version: of the asker's nothing is known. */
function usePartsOf(object: string, chosen: readonly string[]): string[] {
  const { data } = useQuery(objectQuery(object));
  const names = Object.keys(data?.object ?? {}).filter((name) => !fixed.has(name));
  return [...new Set([...names, ...chosen])];
}
