/** Writing a report: a new one, or one's own anew. What was begun on this device is offered again. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressId } from '../../app/address.ts';
import { meQuery, objectQuery } from '../../app/questions.ts';
import { Foreign } from '../../part/foreign.tsx';
import { Head, Loading, NoRight, NotShown } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import type { StixObject } from '../../record/object.ts';
import { draftOf } from './draft-of.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { forgetDraft, keptDraft, type DraftPlace, type KeptDraft } from './kept-drafts.ts';
import { ReportEditor } from './report-editor.tsx';
import './reports.css';

export function NewReport(): ReactNode {
  const { t } = useTranslation('reports');
  const { data: me } = useQuery(meQuery);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  if (me === undefined) return <Loading />;
  if (!me.scopes.includes('write'))
    return <NoRight title={t('new')} why={t('may-not-write')} next={t('may-not-write.next')} to="reports" />;
  return (
    <>
      <Head title={t('new')} lead={t('new.lead')} />
      <Offered place={{ account: me.account, report: 'new' }} start={emptyDraft(today)} />
    </>
  );
}

export function EditReport(): ReactNode {
  const { t } = useTranslation('reports');
  const id = useAddressId();
  const { data: me } = useQuery(meQuery);
  // What is written anew does not change under the hand.
  const found = useQuery({ ...objectQuery(id), staleTime: 'static' });
  if (found.isError)
    return <NotShown error={found.error} onRetry={() => void found.refetch()} to="reports" />;
  if (found.isPending || me === undefined) return <Loading />;
  const { object, contributor } = found.data;
  if (object.type !== 'report' || contributor !== me.member.id || !me.scopes.includes('write'))
    return <NoRight title={t('edit')} why={t('not-yours')} to="reports" />;
  const start = draftOf(object);
  if (start === undefined)
    return <NoRight title={t('edit')} why={t('other-marks')} next={t('other-marks.next')} to="reports" />;
  return (
    <>
      <Head title={t('edit')} lead={t('edit.lead')} />
      <Offered place={{ account: me.account, report: id }} start={start} before={object} />
    </>
  );
}

/** Begins with what was kept, where whoever writes wants that. */
function Offered({
  place,
  start,
  before,
}: {
  place: DraftPlace;
  start: Draft;
  before?: StixObject | undefined;
}): ReactNode {
  const [kept, setKept] = useState(() => keptDraft(place, localStorage));
  const [begun, setBegun] = useState(kept === undefined ? start : undefined);
  if (begun !== undefined) return <ReportEditor place={place} start={begun} before={before} />;
  return (
    <Offer
      kept={kept}
      onGoOn={(draft) => setBegun(draft)}
      onDiscard={() => {
        forgetDraft(place, localStorage);
        setKept(undefined);
        setBegun(start);
      }}
    />
  );
}

function Offer({
  kept,
  onGoOn,
  onDiscard,
}: {
  kept: KeptDraft | undefined;
  onGoOn: (draft: Draft) => void;
  onDiscard: () => void;
}): ReactNode {
  const { t } = useTranslation('reports');
  const times = useTimes();
  if (kept === undefined) return null;
  const { draft, at } = kept;
  return (
    <Alert title={t('offer', { time: times.moment(at) })} maw={640}>
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          {draft.title.trim() === '' ? t('untitled') : <Foreign text={draft.title} />}
        </Text>
        <Group gap="xs">
          <Button size="sm" onClick={() => onGoOn(draft)}>
            {t('offer.go-on')}
          </Button>
          <Button size="sm" variant="default" onClick={onDiscard}>
            {t('offer.discard')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
