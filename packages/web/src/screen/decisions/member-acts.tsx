/** What a release officer says for its member: each by one key, and none without a word of confirmation. */
import { Button, Kbd, Select, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { useFields } from '../../part/use-fields.ts';
import { useDraft } from '../record/kept-draft.ts';
import { renewDecisions } from './queries.ts';
import { ActDialogue, type Dialogue } from '../../part/act-dialogue.tsx';
import { isRunning, type Decision } from './queries.ts';

type Open = 'break' | 'statement' | 'note';

export function MemberActs({ decision, member }: { decision: Decision; member: string }): ReactNode {
  const { t } = useTranslation('decisions');
  const [open, setOpen] = useState<Open>();
  const { state, voice, objectors, notedBy, purpose, informed } = decision;
  const mayBreak =
    voice &&
    purpose === 'agree' &&
    !objectors.includes(member) &&
    ['under-silence', 'consultation'].includes(state);
  const mayState = voice && isRunning(decision);
  const mayNote = (voice || informed.includes(member)) && isRunning(decision) && !notedBy.includes(member);
  useHotkeys([
    ['b', () => mayBreak && setOpen('break')],
    ['r', () => mayState && setOpen('statement')],
    ['n', () => mayNote && setOpen('note')],
  ]);
  const close = (): void => setOpen(undefined);
  const { id } = decision;
  return (
    <>
      {mayBreak && (
        <Button color="red.8" onClick={() => setOpen('break')} rightSection={<Kbd aria-hidden>B</Kbd>}>
          {state === 'consultation' ? t('break.join') : t('break')}
        </Button>
      )}
      {mayState && (
        <Button
          variant="default"
          onClick={() => setOpen('statement')}
          rightSection={<Kbd aria-hidden>R</Kbd>}
        >
          {t('statement')}
        </Button>
      )}
      {mayNote && (
        <Button variant="default" onClick={() => setOpen('note')} rightSection={<Kbd aria-hidden>N</Kbd>}>
          {t('note')}
        </Button>
      )}
      <Break decision={decision} isOpen={open === 'break'} onClose={close} />
      <Statement id={id} isOpen={open === 'statement'} onClose={close} />
      <ActDialogue
        size="lg"
        renew={renewDecisions}
        isOpen={open === 'note'}
        onClose={close}
        title={t('note')}
        says={t('note.says')}
        confirm={t('note')}
        done={t('note.done')}
        act={() => cell.noteDecision({ id })}
      />
    </>
  );
}

const nothing = { reason: '', en: '', fr: '' };

function Break({ decision: { id, state }, ...dialogue }: Dialogue & { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  const { value, change, forget, beginWith } = useDraft(`decision.${id}.break`, nothing);
  const set =
    (key: keyof typeof nothing) =>
    ({ currentTarget }: { currentTarget: { value: string } }): void =>
      change({ ...value, [key]: currentTarget.value });
  const act = async (): Promise<void> => {
    const [en, fr] = [value.en.trim(), value.fr.trim()];
    const amendment = { ...(en === '' ? {} : { en }), ...(fr === '' ? {} : { fr }) };
    const isAmended = Object.keys(amendment).length > 0;
    await cell.breakSilence({ id, reason: value.reason.trim(), ...(isAmended ? { amendment } : {}) });
    forget();
    beginWith(nothing);
  };
  const isJoining = state === 'consultation';
  return (
    <ActDialogue
      size="lg"
      renew={renewDecisions}
      {...dialogue}
      isGrave
      title={isJoining ? t('break.join') : t('break')}
      says={isJoining ? t('break.join.says') : t('break.says')}
      confirm={isJoining ? t('break.join') : t('break')}
      done={t('break.done')}
      isReady={value.reason.trim() !== ''}
      act={act}
    >
      <Textarea
        data-autofocus
        required
        autosize
        minRows={3}
        maxLength={5000}
        label={t('break.reason')}
        description={t('break.reason.hint')}
        value={value.reason}
        onChange={set('reason')}
      />
      <Textarea autosize minRows={2} label={t('break.en')} lang="en" value={value.en} onChange={set('en')} />
      <Textarea autosize minRows={2} label={t('break.fr')} lang="fr" value={value.fr} onChange={set('fr')} />
    </ActDialogue>
  );
}

function Statement({ id, ...dialogue }: Dialogue & { id: string }): ReactNode {
  const { t } = useTranslation('decisions');
  const { given, set, field } = useFields<{ kind: 'reservation' | 'interpretative-statement'; text: string }>(
    {
      kind: 'reservation',
      text: '',
    },
  );
  const act = async (): Promise<void> => {
    await cell.stateOnDecision({ id, kind: given.kind, text: given.text.trim() });
    set({ text: '' });
  };
  return (
    <ActDialogue
      size="lg"
      renew={renewDecisions}
      {...dialogue}
      title={t('statement')}
      says={t('statement.says')}
      confirm={t('statement.confirm')}
      done={t('statement.done')}
      isReady={given.text.trim() !== ''}
      act={act}
    >
      <Select
        label={t('statement.kind')}
        allowDeselect={false}
        data={[
          { value: 'reservation', label: t('statement.reservation') },
          { value: 'interpretative-statement', label: t('statement.interpretation') },
        ]}
        value={given.kind}
        onChange={(kind) => set({ kind: kind as typeof given.kind })}
      />
      <Textarea
        data-autofocus
        required
        autosize
        minRows={3}
        maxLength={5000}
        label={t('statement.text')}
        {...field('text')}
      />
    </ActDialogue>
  );
}
