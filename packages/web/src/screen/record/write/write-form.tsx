/** A record being written: its fields, its grading, its label, and sending it in. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { LabelBody } from '@entente/contract/label';
import { useTranslation } from 'react-i18next';
import { hasUnreadDay } from '../../../part/day-field.tsx';
import { Failed, Head } from '../../../part/states.tsx';
import { useTimes } from '../../../part/time.ts';
import { withValue } from '../../../record/path.ts';
import { problemsOf } from '../../../record/problems.ts';
import { withScripts, type Kind, type Writing } from '../../../record/writing.ts';
import { LabelMaker } from '../../release/label-maker.tsx';
import { useContribute } from '../contribute.ts';
import { useDraft, type Draft } from '../kept-draft.ts';
import { Assessment } from './assessment.tsx';
import { KindFields } from './kind-fields.tsx';
import { Section } from './section.tsx';
import { FormContext, type Finding, type FormState } from './state.ts';

interface Asked {
  /** Name of the draft. */
  name: string;
  /** Which fields; those of any object where it is left out. */
  kind: Kind | undefined;
  fresh: Writing;
  title: string;
  lead?: string;
  /** The record to go back to; the search where there is none. */
  back?: string | undefined;
  /** Only the grading is asked for. */
  isGrading?: boolean;
  /** What is relabelled by it. */
  instead?: { object: string; version?: string | undefined };
  /** What stands before the fields. */
  before?: ((draft: Draft<Writing>) => ReactNode) | undefined;
}

export function WriteForm(asked: Asked): ReactNode {
  const { name, kind, fresh, title, lead, back, isGrading = false, instead, before } = asked;
  const { t } = useTranslation('record');
  const draft = useDraft<Writing>(name, fresh);
  const contribute = useContribute();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [isTried, setTried] = useState(false);
  const problems = problemsOf(draft.value.object);
  const findings = contribute.data?.outcome === 'rejected' ? contribute.data.findings : [];
  const state = stateOf(draft.value, draft.change, isTried ? problems : new Map(), findings);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (problems.size > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    if (hasUnreadDay(event.currentTarget)) return;
    const writing = { ...draft.value, object: withScripts(draft.value.object) };
    contribute.mutate(writing, {
      onSuccess: ({ id, outcome, waits }) => {
        if (outcome === 'rejected') return;
        draft.forget();
        notifications.show({ message: waits === true ? t('write.waits') : t('write.done') });
        void navigate({ to: '/record/$id', params: { id } });
      },
    });
  };
  return (
    <FormContext value={state}>
      <Head title={title} {...(lead === undefined ? {} : { lead })} />
      <form ref={form} onSubmit={submit} noValidate>
        <Stack maw={980}>
          <KeptSince draft={draft} fresh={fresh} />
          {before?.(draft)}
          {!isGrading && <KindFields kind={kind} />}
          <Assessment />
          <Section title={t('write.label')}>
            <Text size="sm" c="dimmed">
              {t('write.label.what')} {kind !== 'observable' && t('write.label.parts')}
            </Text>
            <LabelMaker
              value={draft.value.label}
              onChange={(label) => draft.change({ ...draft.value, label })}
              instead={instead}
            />
          </Section>
          {isTried && problems.size > 0 && (
            <Alert color="red" role="alert">
              {t('write.problems', { count: problems.size })}
            </Alert>
          )}
          <Findings findings={findings} />
          {contribute.isError && <Failed error={contribute.error} />}
          <Buttons back={back} isBusy={contribute.isPending} />
        </Stack>
      </form>
    </FormContext>
  );
}

/** What fields share of a draft. */
function stateOf(
  writing: Writing,
  change: (writing: Writing) => void,
  problems: FormState['problems'],
  findings: readonly Finding[],
): FormState {
  const others = (selector: string) => writing.portions.filter((portion) => portion.selector !== selector);
  return {
    object: writing.object,
    portions: writing.portions,
    problems,
    findings,
    set: (path, value) => change({ ...writing, object: placed(writing.object, path, value) }),
    change: (object) => change({ ...writing, object }),
    sameAs: writing.sameAs ?? [],
    setSameAs: (sameAs) => change({ ...writing, sameAs }),
    setPortion: (selector: string, label: LabelBody | undefined) =>
      change({
        ...writing,
        portions: label === undefined ? others(selector) : [...others(selector), { selector, label }],
      }),
  };
}

/** Details that begin here say what kind of extension they are (STIX 2.1 §7.3). */
function placed(
  object: Writing['object'],
  path: readonly (string | number)[],
  value: unknown,
): Writing['object'] {
  const [first, id] = path;
  const whole = withValue(object, path, value);
  if (first !== 'extensions' || id === undefined) return whole;
  return withValue(whole, [first, id, 'extension_type'], 'property-extension');
}

/** That one goes on with what was kept on this device, and how to begin anew. */
function KeptSince({
  draft: { since, beginWith },
  fresh,
}: {
  draft: Draft<Writing>;
  fresh: Writing;
}): ReactNode {
  const { t } = useTranslation('record');
  const times = useTimes();
  if (since === undefined) return null;
  return (
    <Alert color="gray">
      <Group justify="space-between">
        <Text size="sm">{t('draft.since', { date: times.moment(since) })}</Text>
        <Button size="xs" variant="default" onClick={() => beginWith(fresh)}>
          {t('draft.anew')}
        </Button>
      </Group>
    </Alert>
  );
}

/** What the cell found, in its own words; each stands at its field, too. */
function Findings({ findings }: { findings: readonly Finding[] }): ReactNode {
  const { t } = useTranslation('record');
  if (findings.length === 0) return null;
  return (
    <Alert color="red" role="alert" title={t('write.rejected')}>
      <ul className="plain-list">
        {findings.map(({ path, message }) => (
          <li key={`${path} ${message}`} lang="en">
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Buttons({ back, isBusy }: { back: string | undefined; isBusy: boolean }): ReactNode {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const leave = (): void =>
    void (back === undefined
      ? navigate({ to: '/search', search: {} })
      : navigate({ to: '/record/$id', params: { id: back } }));
  return (
    <Group justify="space-between" className="write-foot">
      <Text size="xs" c="dimmed">
        {t('draft.kept')}
      </Text>
      <Group>
        <Button variant="default" onClick={leave}>
          {common('back')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {t('write.submit')}
        </Button>
      </Group>
    </Group>
  );
}
