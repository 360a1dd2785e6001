/** Writing a text: a draft, a draft that is changed, or the next version after consultation. */
import { Button, Group, SegmentedControl, Text, Textarea, TextInput, Title } from '@mantine/core';
import { effectKinds } from '@entente/contract/decision';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressId, useAsked } from '../../../app/address.ts';
import { cell } from '../../../app/cell.ts';
import { MomentInput } from '../../../part/day-field.tsx';
import { Failed, Head, Loading, NoRight, NotShown } from '../../../part/states.tsx';
import { useDraft } from '../../record/kept-draft.ts';
import { decisionQuery, renewDecisions, useDecisionRights, type Decision } from '../queries.ts';
import { momentOf } from '../secretary-acts.tsx';
import { CommunityField, EffectFields, InformedField } from './effect-fields.tsx';
import { draftOf, emptyText, isComplete, textOf, writtenOf, type Written } from './form.ts';
import '../decisions.css';

export function NewDecision(): ReactNode {
  const { kind, community = '' } = useAsked<'kind' | 'community'>();
  const asked = effectKinds.find((one) => one === kind);
  return <Allowed decision={undefined} first={{ ...emptyText, community, ...(asked && { kind: asked }) }} />;
}

export function ChangeDecision(): ReactNode {
  const { data, error, refetch } = useQuery({ ...decisionQuery(useAddressId()), refetchInterval: false });
  if (error !== null) return <NotShown error={error} onRetry={() => void refetch()} to="decisions" />;
  return data === undefined ? <Loading /> : <Allowed decision={data} first={writtenOf(data)} />;
}

interface Writing {
  decision: Decision | undefined;
  /** What stands there before anything is written. */
  first: Written;
}

function Allowed({ decision, first }: Writing): ReactNode {
  const { t } = useTranslation('decisions');
  const rights = useDecisionRights();
  if (rights === undefined) return <Loading />;
  const isOpen = decision === undefined || decision.state === 'draft' || decision.state === 'consultation';
  if (!rights.isSecretary || !isOpen) {
    return <NoRight title={t('title')} why={t('write.not')} next={t('write.not.next')} to="decisions" />;
  }
  return <Form decision={decision} first={first} />;
}

function Form({ decision, first }: Writing): ReactNode {
  const { t } = useTranslation('decisions');
  const navigate = useNavigate();
  const isRevision = decision?.state === 'consultation';
  const draft = useDraft<Written>(
    `decision.${decision?.id ?? `new.${first.kind}.${first.community}`}.${decision?.version ?? 0}`,
    first,
  );
  const [expiry, setExpiry] = useState('');
  // What was drafted stays drafted where tabling it is refused.
  const [made, setMade] = useState(decision?.id);
  const keep = useMutation({
    mutationFn: async (isTabled: boolean): Promise<string> => {
      const id = await kept(made, isRevision, draft.value, expiry);
      setMade(id);
      if (isTabled && !isRevision) await cell.tableDecision({ id, expiry: momentOf(expiry) });
      return id;
    },
    onSuccess: async (id) => {
      draft.forget();
      await renewDecisions();
      await navigate({ to: '/decisions/$id', params: { id } });
    },
  });
  const change = (part: Partial<Written>): void => draft.change({ ...draft.value, ...part });
  const isReady = isComplete(draft.value);
  const title = decision === undefined ? t('draft') : isRevision ? t('write.revise') : t('write.change');
  return (
    <>
      <Head title={title} lead={t('write.lead')} />
      <form className="decision-write" onSubmit={(event) => event.preventDefault()}>
        {!isRevision && <Purpose written={draft.value} change={change} />}
        <Languages written={draft.value} change={change} />
        <Title order={2}>{t('effect')}</Title>
        <EffectFields written={draft.value} change={change} />
        <Title order={2}>{t('write.who')}</Title>
        <CommunityField written={draft.value} change={change} />
        {!isRevision && <InformedField written={draft.value} change={change} />}
        <MomentInput
          label={t('expiry')}
          description={t('expiry.hint')}
          maw={320}
          value={expiry}
          onChange={setExpiry}
        />
        {keep.error !== null && <Failed error={keep.error} />}
        <Group>
          <Button
            disabled={!isReady || expiry === ''}
            loading={keep.isPending}
            onClick={() => keep.mutate(true)}
          >
            {isRevision ? t('write.put-next') : t('act.table')}
          </Button>
          {!isRevision && (
            <Button
              variant="default"
              disabled={!isReady}
              loading={keep.isPending}
              onClick={() => keep.mutate(false)}
            >
              {t('write.keep')}
            </Button>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {t('write.frozen')}
        </Text>
      </form>
    </>
  );
}

async function kept(
  id: string | undefined,
  isRevision: boolean,
  written: Written,
  expiry: string,
): Promise<string> {
  if (id === undefined) return (await cell.draftDecision(draftOf(written))).id;
  if (isRevision) await cell.reviseDecision({ id, ...textOf(written), expiry: momentOf(expiry) });
  else await cell.changeDraft({ id, ...draftOf(written) });
  return id;
}

interface Part {
  written: Written;
  change: (part: Partial<Written>) => void;
}

function Purpose({ written: { purpose }, change }: Part): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <SegmentedControl
      aria-label={t('write.purpose')}
      maw={420}
      value={purpose}
      onChange={(one) => change({ purpose: one === 'note' ? 'note' : 'agree' })}
      data={[
        { value: 'agree', label: t('write.agree') },
        { value: 'note', label: t('for-note') },
      ]}
    />
  );
}

const sides = [
  { language: 'en', title: 'titleEn', text: 'textEn' },
  { language: 'fr', title: 'titleFr', text: 'textFr' },
] as const;

function Languages({ written, change }: Part): ReactNode {
  const { t } = useTranslation('decisions');
  return (
    <div className="decision-sides">
      {sides.map(({ language, title, text }) => (
        <div key={language} className="decision-write">
          <TextInput
            required
            maxLength={300}
            lang={language}
            label={t(`write.title.${language}`)}
            value={written[title]}
            onChange={({ currentTarget: { value } }) => change({ [title]: value })}
          />
          <Textarea
            required
            autosize
            minRows={6}
            maxLength={50_000}
            lang={language}
            label={t(`write.text.${language}`)}
            value={written[text]}
            onChange={({ currentTarget: { value } }) => change({ [text]: value })}
          />
        </div>
      ))}
    </div>
  );
}
