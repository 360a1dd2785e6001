/** Proposing an agreement on hit/no-hit to another member. */
import { Button, Group, NumberInput, Paper, Radio, Select, Stack, TagsInput, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementSide } from '@entente/contract/matching';
import { cell } from '../../app/cell.ts';
import { membersQuery } from '../../app/questions.ts';
import { Failed, Head, NoRight } from '../../part/states.tsx';
import { useDraft, type Draft } from '../record/kept-draft.ts';
import { isGatewayKey } from './gateway-key.ts';
import { useActing, useMatchingRights, useOwnMember } from './queries.ts';
import './matching.css';

interface Proposal {
  member: string;
  side: AgreementSide;
  learnsFirst: AgreementSide;
  purposes: string[];
  keysADay: number;
  smallestBatch: number;
  key: string;
}

const blank: Proposal = {
  member: '',
  side: 'asker',
  learnsFirst: 'asker',
  purposes: [],
  keysADay: 20_000,
  smallestBatch: 64,
  key: '',
};

const sides = ['asker', 'owner'] as const;

type Problem = 'required' | 'batch' | 'key';

function problemsOf({ member, purposes, key, keysADay, smallestBatch }: Proposal) {
  const problems = new Map<keyof Proposal, Problem>();
  if (member === '') problems.set('member', 'required');
  if (purposes.length === 0) problems.set('purposes', 'required');
  if (!isGatewayKey(key.trim())) problems.set('key', key.trim() === '' ? 'required' : 'key');
  if (smallestBatch > keysADay) problems.set('smallestBatch', 'batch');
  return problems;
}

interface Part {
  draft: Draft<Proposal>;
  error: (field: keyof Proposal) => string | undefined;
}

export function Propose(): ReactNode {
  const { t } = useTranslation('matching');
  const { mayDecide } = useMatchingRights();
  return mayDecide ? (
    <Form />
  ) : (
    <NoRight
      title={t('propose.title')}
      why={t('propose.no-right')}
      next={t('propose.no-right.next')}
      to="matching"
    />
  );
}

function Form(): ReactNode {
  const { t } = useTranslation('matching');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('matching.new', blank);
  const [isTried, setTried] = useState(false);
  const proposing = useActing((given: Proposal) => cell.proposeMatching({ ...given, key: given.key.trim() }));
  const problems = problemsOf(draft.value);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problems.size > 0) return;
    proposing.mutate(draft.value, {
      onSuccess: ({ id }) => {
        draft.forget();
        notifications.show({ message: t('propose.done') });
        void navigate({ to: '/matching/$id', params: { id } });
      },
    });
  };
  const error: Part['error'] = (field) =>
    isTried && problems.has(field) ? t(`problem.${problems.get(field) ?? 'required'}`) : undefined;
  return (
    <>
      <Head title={t('propose.title')} lead={t('propose.lead')} />
      <form onSubmit={submit} noValidate className="matching-form">
        <Stack>
          <Parties draft={draft} error={error} />
          <Limits draft={draft} error={error} />
          <OwnKey draft={draft} error={error} />
          {proposing.isError && <Failed error={proposing.error} />}
          <Group justify="flex-end">
            <Button variant="default" renderRoot={(props) => <Link {...props} to="/matching" />}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={proposing.isPending}>
              {t('propose.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}

function useOthers(): { value: string; label: string }[] {
  const { data: members = [] } = useQuery(membersQuery);
  const own = useOwnMember();
  return members
    .filter(({ id, departed }) => !departed && id !== own)
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name }) => ({ value: id, label: name }));
}

function Parties({ draft: { value, change }, error }: Part): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <Paper withBorder p="md">
      <Stack>
        <Select
          label={t('field.member')}
          required
          searchable
          nothingFoundMessage={t('field.member.none')}
          data={useOthers()}
          value={value.member === '' ? null : value.member}
          onChange={(member) => change({ ...value, member: member ?? '' })}
          error={error('member')}
        />
        <Radio.Group
          label={t('field.side')}
          value={value.side}
          onChange={(side) => change({ ...value, side })}
        >
          <Stack gap="xs" mt="xs">
            {sides.map((side) => (
              <Radio key={side} value={side} label={t(`side.${side}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label={t('field.learns')}
          value={value.learnsFirst}
          onChange={(side) => change({ ...value, learnsFirst: side })}
        >
          <Stack gap="xs" mt="xs">
            {sides.map((side) => (
              <Radio
                key={side}
                value={side}
                label={t(`learns.${side}`)}
                description={t(`learns.${side}.hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Paper>
  );
}

/** What stands between thousands in that language. */
const separatorOf = (language: string): string =>
  new Intl.NumberFormat(language).formatToParts(1000).find(({ type }) => type === 'group')?.value ?? '';

function Limits({ draft: { value, change }, error }: Part): ReactNode {
  const { t, i18n } = useTranslation('matching');
  const count = (key: 'keysADay' | 'smallestBatch') => ({
    min: 1,
    allowDecimal: false,
    allowNegative: false,
    thousandSeparator: separatorOf(i18n.language),
    value: value[key],
    onChange: (given: number | string) => change({ ...value, [key]: Number(given) || 1 }),
    error: error(key),
  });
  return (
    <Paper withBorder p="md" component="section" aria-label={t('terms')}>
      <Stack>
        <TagsInput
          label={t('field.purposes')}
          description={t('field.purposes.hint')}
          required
          acceptValueOnBlur
          value={value.purposes}
          onChange={(purposes) => change({ ...value, purposes })}
          error={error('purposes')}
        />
        <NumberInput
          label={t('field.keys-a-day')}
          description={t('field.keys-a-day.hint')}
          {...count('keysADay')}
        />
        <NumberInput
          label={t('field.smallest-batch')}
          description={t('field.smallest-batch.hint')}
          {...count('smallestBatch')}
        />
      </Stack>
    </Paper>
  );
}

function OwnKey({ draft: { value, change }, error }: Part): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <Paper withBorder p="md">
      <Textarea
        label={t('own-key')}
        description={t('own-key.hint')}
        required
        autosize
        minRows={2}
        spellCheck={false}
        value={value.key}
        onChange={({ currentTarget }) => change({ ...value, key: currentTarget.value })}
        error={error('key')}
      />
    </Paper>
  );
}
