/** Linking a record to another, or proposing that both are the same: a relationship under a label of its own. */
import { ActionIcon, Alert, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput, hasUnreadDay } from '../../part/day-field.tsx';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { ObjectTitle, TitleOf } from '../../part/entry.tsx';
import { Failed } from '../../part/states.tsx';
import { wordForRelationship } from '../../record/kind.ts';
import { mayBeSame } from '../../record/links.ts';
import type { StixObject } from '../../record/object.ts';
import { randomId, type Writing } from '../../record/writing.ts';
import { LabelMaker } from '../release/label-maker.tsx';
import { useContribute } from './contribute.ts';
import { useDraft } from './kept-draft.ts';
import { RecordPicker } from './record-picker.tsx';

/** Offered in this order; any other kind comes in by file. */
const relationships = [
  'related-to',
  'located-at',
  'attributed-to',
  'originates-from',
  'targets',
  'uses',
  'communicates-with',
  'derived-from',
  'indicates',
  'based-on',
] as const;

/** The other end, and the label that is begun with. */
interface Other {
  id: string;
  label: Writing['label'];
}

interface LinkDraft {
  other: string | undefined;
  relationship: string;
  isReverse: boolean;
  from: string;
  to: string;
  description: string;
  label: Writing['label'];
}

const blank = (isSame: boolean, other: Other | undefined): LinkDraft => ({
  other: other?.id,
  relationship: isSame ? 'duplicate-of' : 'related-to',
  isReverse: false,
  from: '',
  to: '',
  description: '',
  label: other?.label ?? {},
});

/** The relationship that the draft describes. */
function writingOf(object: StixObject, draft: LinkDraft & { other: string }): Writing {
  const ends = draft.isReverse ? [draft.other, object.id] : [object.id, draft.other];
  const midnight = (day: string): string => (day === '' ? '' : `${day}T00:00:00.000Z`);
  return {
    object: {
      type: 'relationship',
      spec_version: '2.1',
      id: randomId('relationship'),
      relationship_type: draft.relationship,
      source_ref: ends[0],
      target_ref: ends[1],
      description: draft.description,
      start_time: midnight(draft.from),
      stop_time: midnight(draft.to),
    },
    label: draft.label,
    portions: [],
    isTimed: true,
  };
}

interface Asked {
  object: StixObject;
  isSame: boolean;
  /** The other end where it is known, so that Enter proposes it. */
  other?: Other;
  onClose: () => void;
  /** Told with the label that was used, after the cell has taken it. */
  onDone?: (label: Writing['label']) => void;
}

export function LinkDialog(asked: Asked): ReactNode {
  const { t } = useTranslation('record');
  const title = asked.isSame ? t('same.propose') : t('link.title');
  return (
    <DialogueBox opened onClose={asked.onClose} size="lg" title={title}>
      <LinkForm {...asked} />
    </DialogueBox>
  );
}

function LinkForm({ object, isSame, other: given, onClose, onDone }: Asked): ReactNode {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const contribute = useContribute();
  const name = [isSame ? 'same' : 'link', object.id, ...(given === undefined ? [] : [given.id])].join('.');
  const draft = useDraft<LinkDraft>(name, blank(isSame, given));
  const [isTried, setTried] = useState(false);
  const { value } = draft;
  const { other } = value;
  const set = (some: Partial<LinkDraft>): void => draft.change({ ...value, ...some });
  const isBackward = value.from !== '' && value.to !== '' && value.to <= value.from;
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (other === undefined || isBackward || hasUnreadDay(event.currentTarget)) return;
    contribute.mutate(writingOf(object, { ...value, other }), {
      onSuccess: ({ outcome, waits }) => {
        if (outcome === 'rejected') return;
        draft.forget();
        notifications.show({ message: waits === true ? t('write.waits') : t('link.done') });
        onClose();
        onDone?.(value.label);
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {isSame && <Text size="sm">{t('same.what')}</Text>}
        {given === undefined ? (
          <RecordPicker
            label={isSame ? t('same.other') : t('link.other')}
            description={isSame ? t('same.other.hint') : t('link.other.hint')}
            error={isTried && other === undefined ? t('problem.required') : undefined}
            value={other}
            type={isSame ? object.type : undefined}
            isAllowed={(id) => (isSame ? mayBeSame(object.id, id) : id !== object.id)}
            onChange={(id) => set({ other: id })}
          />
        ) : (
          <Text fw={600}>
            <ObjectTitle object={object} /> = <TitleOf id={given.id} />
          </Text>
        )}
        {!isSame && <Kind object={object} value={value} set={set} />}
        {!isSame && (
          <Group grow align="flex-start">
            <DayInput label={t('link.from')} value={value.from} onChange={(day) => set({ from: day })} />
            <DayInput
              label={t('link.to')}
              value={value.to}
              error={isBackward ? t('problem.order') : undefined}
              onChange={(day) => set({ to: day })}
            />
          </Group>
        )}
        <Textarea
          label={isSame ? t('same.why') : t('property.description')}
          autosize
          minRows={2}
          value={value.description}
          onChange={({ currentTarget }) => set({ description: currentTarget.value })}
        />
        <LabelMaker value={value.label} onChange={(label) => set({ label })} />
        {contribute.data?.outcome === 'rejected' && (
          <Alert color="red" role="alert">
            {contribute.data.findings.map(({ path, message }) => (
              <p key={path} lang="en">
                {path} {message}
              </p>
            ))}
          </Alert>
        )}
        {contribute.isError && <Failed error={contribute.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            type="submit"
            loading={contribute.isPending}
            data-autofocus={given !== undefined || undefined}
          >
            {isSame ? t('same.submit') : t('link.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The kind of relationship, and the sentence that it makes; it may be turned around. */
function Kind({
  object,
  value,
  set,
}: {
  object: StixObject;
  value: LinkDraft;
  set: (some: Partial<LinkDraft>) => void;
}): ReactNode {
  const { t } = useTranslation('record');
  const { t: stix } = useTranslation('stix');
  const mine = <ObjectTitle object={object} />;
  const theirs = value.other === undefined ? <span>…</span> : <TitleOf id={value.other} />;
  return (
    <>
      <Select
        label={t('link.kind')}
        data={relationships.map((kind) => ({ value: kind, label: wordForRelationship(kind, stix) }))}
        value={value.relationship}
        allowDeselect={false}
        searchable
        onChange={(kind) => kind !== null && set({ relationship: kind })}
      />
      <Group gap="xs" wrap="nowrap" className="sentence">
        <Text size="sm" component="div">
          {value.isReverse ? theirs : mine} <em>{wordForRelationship(value.relationship, stix)}</em>{' '}
          {value.isReverse ? mine : theirs}
        </Text>
        <ActionIcon
          variant="default"
          aria-label={t('link.turn')}
          onClick={() => set({ isReverse: !value.isReverse })}
        >
          <IconArrowsExchange size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </>
  );
}
