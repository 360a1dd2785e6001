/** Asking: what, why, by when, of whom, with which records, under which marking. */
import { Button, Checkbox, Group, MultiSelect, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import type { LabelBody } from '@entente/contract/label';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked, type Asked } from '../../app/address.ts';
import { cell } from '../../app/cell.ts';
import { hasUnreadDay, MomentInput } from '../../part/day-field.tsx';
import { Failed, Head, NoRight } from '../../part/states.tsx';
import { useDraft, type Draft } from '../record/kept-draft.ts';
import { RecordsPicker } from '../record/record-picker.tsx';
import { WouldSee } from '../release/difference/would-see.tsx';
import { TrafficLight } from '../release/label/handling.tsx';
import { MarkingToPrint } from '../release/label/line.tsx';
import { useAddressees } from './addressees.ts';
import { useMayAsk } from './may-ask.ts';
import { useActing } from './queries.ts';
import '../release/release.css';
import './requests.css';

interface AskDraft {
  title: string;
  text: string;
  reason: string;
  purpose: string;
  legalBasis: string;
  /** In the zone of the reader, as a field of date and time gives it. */
  by: string;
  records: string[];
  addressees: string[];
  tellAddressees: boolean;
  label: LabelBody;
}

/** What the address already says: a record, or whom to ask and on which ground. */
type GivenKey = 'about' | 'to' | 'purpose' | 'reason';
type Given = Asked<GivenKey>;

const blank = ({ about, to, purpose = '', reason = '' }: Given): AskDraft => ({
  title: '',
  text: '',
  reason,
  purpose,
  legalBasis: '',
  by: '',
  records: about === undefined ? [] : [about],
  addressees: to === undefined ? [] : [to],
  tellAddressees: false,
  label: {},
});

const filled = <Key extends string>(key: Key, text: string): { [One in Key]?: string } =>
  text.trim() === '' ? {} : ({ [key]: text } as { [One in Key]?: string });

function ask({ by, reason, purpose, legalBasis, ...draft }: AskDraft) {
  return cell.askRequest({
    ...draft,
    by: new Date(by).toISOString(),
    ...filled('reason', reason),
    ...filled('purpose', purpose),
    ...filled('legalBasis', legalBasis),
  });
}

export function Ask(): ReactNode {
  const { t } = useTranslation('requests');
  const given = useAsked<GivenKey>();
  const { about = 'new', to = '', reason = '' } = given;
  const name = [about, to, reason].join(' ').trim();
  const mayAsk = useMayAsk();
  if (!mayAsk)
    return (
      <NoRight title={t('ask.title')} why={t('ask.no-right')} next={t('ask.no-right.next')} to="requests" />
    );
  return (
    <>
      <Head title={t('ask.title')} lead={t('ask.lead')} />
      <Form key={name} name={name} given={given} />
    </>
  );
}

function Form({ name, given }: { name: string; given: Given }): ReactNode {
  const { t } = useTranslation('requests');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft<AskDraft>(`request.${name}`, blank(given));
  const [isTried, setTried] = useState(false);
  const asking = useActing(ask);
  const { value } = draft;
  const problems = problemsOf(value);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (problems.size > 0 || hasUnreadDay(event.currentTarget)) return;
    asking.mutate(value, {
      onSuccess: ({ id, waits }) => {
        draft.forget();
        notifications.show({ message: waits ? t('waits') : t('ask.done') });
        void navigate({ to: '/requests/$id', params: { id } });
      },
    });
  };
  const error = (field: keyof AskDraft): string | undefined =>
    isTried && problems.has(field) ? t(`problem.${problems.get(field) ?? 'required'}`) : undefined;
  return (
    <form onSubmit={submit} noValidate className="request-form">
      <Stack>
        <What draft={draft} error={error} />
        <Ground draft={draft} error={error} />
        <OfWhom draft={draft} error={error} />
        {asking.isError && <Failed error={asking.error} />}
        <Group justify="flex-end">
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/requests" />}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={asking.isPending}>
            {t('ask.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Problem = 'required' | 'passed';

function problemsOf({ title, text, by, addressees }: AskDraft): Map<keyof AskDraft, Problem> {
  const problems = new Map<keyof AskDraft, Problem>();
  if (title.trim() === '') problems.set('title', 'required');
  if (text.trim() === '') problems.set('text', 'required');
  if (by === '') problems.set('by', 'required');
  else if (Date.parse(by) <= Date.now()) problems.set('by', 'passed');
  if (addressees.length === 0) problems.set('addressees', 'required');
  return problems;
}

interface Part {
  draft: Draft<AskDraft>;
  error: (field: keyof AskDraft) => string | undefined;
}

type TextKey = 'title' | 'text' | 'reason' | 'purpose' | 'legalBasis';

function useFieldOf({ draft, error }: Part) {
  const set = (some: Partial<AskDraft>): void => draft.change({ ...draft.value, ...some });
  const field = (key: TextKey) => ({
    value: draft.value[key],
    error: error(key),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      set({ [key]: currentTarget.value }),
  });
  return { set, field };
}

function What(part: Part): ReactNode {
  const { t } = useTranslation('requests');
  const { set, field } = useFieldOf(part);
  return (
    <Paper withBorder p="md" component="section" aria-label={t('ask.what')}>
      <Stack>
        <TextInput label={t('field.title')} required maxLength={300} {...field('title')} />
        <Textarea label={t('field.text')} required autosize minRows={4} {...field('text')} />
        <RecordsPicker
          label={t('field.records')}
          description={t('field.records.hint')}
          value={part.draft.value.records}
          onChange={(records) => set({ records })}
        />
      </Stack>
    </Paper>
  );
}

function Ground(part: Part): ReactNode {
  const { t } = useTranslation('requests');
  const { set, field } = useFieldOf(part);
  return (
    <Paper withBorder p="md" component="section" aria-label={t('ask.ground')}>
      <Stack>
        <MomentInput
          label={t('field.by')}
          description={t('field.by.hint')}
          required
          maw={300}
          value={part.draft.value.by}
          error={part.error('by')}
          onChange={(by) => set({ by })}
        />
        <Textarea label={t('field.reason')} autosize minRows={2} {...field('reason')} />
        <TextInput label={t('field.purpose')} {...field('purpose')} />
        <TextInput label={t('field.legal-basis')} {...field('legalBasis')} />
      </Stack>
    </Paper>
  );
}

function OfWhom(part: Part): ReactNode {
  const { t } = useTranslation('requests');
  const { set } = useFieldOf(part);
  const { addressees, tellAddressees, label } = part.draft.value;
  const data = useAddressees();
  const whole: LabelBody = { ...label, ...(addressees.length === 0 ? {} : { any: [addressees] }) };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('ask.of-whom')}>
      <Stack>
        <MultiSelect
          label={t('field.addressees')}
          description={t('field.addressees.hint')}
          error={part.error('addressees')}
          required
          searchable
          hidePickedOptions
          nothingFoundMessage={t('field.addressees.none')}
          data={data}
          value={addressees}
          onChange={(chosen) => set({ addressees: chosen })}
        />
        <Checkbox
          label={t('field.tell')}
          description={t('field.tell.hint')}
          checked={tellAddressees}
          onChange={({ currentTarget }) => set({ tellAddressees: currentTarget.checked })}
        />
        <TrafficLight value={label} onChange={(changed) => set({ label: changed })} />
        {addressees.length > 0 && (
          <>
            <MarkingToPrint value={whole} />
            <WouldSee value={whole} />
          </>
        )}
        <Text size="xs" c="dimmed">
          {t('ask.draft')}
        </Text>
      </Stack>
    </Paper>
  );
}
