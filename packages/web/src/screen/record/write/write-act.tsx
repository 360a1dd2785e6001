/** Writing about what is there: one's next version, one's own version of another's, or one's grading of it. */
import { Alert, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { meQuery, ofView } from '../../../app/questions.ts';
import { ContributorOf } from '../../../part/entry.tsx';
import { Empty, Failed, Loading } from '../../../part/states.tsx';
import { kindOf } from '../../../record/kind.ts';
import { titleOf, type Entry } from '../../../record/object.ts';
import { withValue } from '../../../record/path.ts';
import { safeText } from '../../../record/safe-text.ts';
import {
  assessmentPath,
  claimWriting,
  kindOfForm,
  writingOf,
  type Writing,
} from '../../../record/writing.ts';
import type { Draft } from '../kept-draft.ts';
import { useMayWrite } from '../questions.ts';
import { WriteForm } from './write-form.tsx';

interface Given {
  act: 'revise' | 'claim' | 'grade';
  served: Entry;
  claims: readonly Entry[];
}

/** What comes in while one writes changes nothing under the hand: the form stays with what it began with. */
export function WriteAct({ act, served, claims }: Given): ReactNode {
  const { t } = useTranslation('record');
  const mayWrite = useMayWrite();
  const { data: me } = useQuery(meQuery);
  const own = claims.find(({ contributor }) => contributor === me?.member.id);
  const [begun] = useState({ served, own });
  if (!mayWrite) return <Empty title={t('write.no-right')} next={t('write.no-right.next')} />;
  return begun.own === undefined ? (
    <Claim act={act === 'grade' ? 'grade' : 'claim'} entry={begun.served} />
  ) : (
    <Revise act={act === 'grade' ? 'grade' : 'revise'} own={begun.own} latest={own} />
  );
}

const useTitle = (object: Entry['object']): string => {
  const { t } = useTranslation('stix');
  return safeText(titleOf(object)).text || kindOf(object, t);
};

/** All that the other says, not yet graded. */
function gradingOf(object: Entry['object']): Writing {
  const copied = claimWriting(object, true);
  return { ...copied, object: withValue(copied.object, assessmentPath, undefined) };
}

/** One's own version of what another contributed. */
function Claim({ act, entry }: { act: 'claim' | 'grade'; entry: Entry }): ReactNode {
  const { t } = useTranslation('record');
  const { object } = entry;
  const title = useTitle(object);
  const isGrading = act === 'grade' || !('modified' in object);
  return (
    <WriteForm
      name={`${act}.${object.id}`}
      kind={kindOfForm(object)}
      fresh={isGrading ? gradingOf(object) : claimWriting(object, false)}
      title={t(`write.${act}`, { title })}
      lead={isGrading ? t('write.grade.lead') : t('write.claim.lead')}
      back={object.id}
      isGrading={isGrading}
      before={isGrading ? undefined : (draft) => <StartFrom entry={entry} draft={draft} />}
    />
  );
}

/** With nothing but the name, or with what the other says; before anything was written. */
function StartFrom({
  entry,
  draft: { isChanged, beginWith },
}: {
  entry: Entry;
  draft: Draft<Writing>;
}): ReactNode {
  const { t } = useTranslation('record');
  if (isChanged) return null;
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={500} id="start-from">
        {t('write.start-from')} <ContributorOf entry={entry} />
      </Text>
      <SegmentedControl
        aria-labelledby="start-from"
        data={[
          { value: 'bare', label: t('write.start.bare') },
          { value: 'copy', label: t('write.start.copy') },
        ]}
        onChange={(chosen) => beginWith(claimWriting(entry.object, chosen === 'copy'))}
      />
    </Stack>
  );
}

/** The next version of one's own. */
function Revise({
  act,
  own,
  latest,
}: {
  act: 'revise' | 'grade';
  own: Entry;
  latest: Entry | undefined;
}): ReactNode {
  const { t } = useTranslation('record');
  const { data: me } = useQuery(meQuery);
  const { object, version } = own;
  const title = useTitle(object);
  const written = writingOf(object);
  const selected = { object: object.id, version: version ?? undefined };
  const inForce = useQuery({
    queryKey: [ofView, 'label-in-force', selected],
    queryFn: () =>
      cell.explainContribution(
        selected.version === undefined ? { object: object.id } : { ...selected, version: selected.version },
      ),
  });
  if (inForce.isPending) return <Loading />;
  if (inForce.isError) return <Failed error={inForce.error} onRetry={() => void inForce.refetch()} />;
  // Under several labels it was given several times: which one the next version should have, its author says.
  const [held, ...others] = inForce.data.labels;
  const holds = held !== undefined && others.length === 0;
  // Without an audience the member's default would hold, which may be wider.
  const ownAudience = [[`member:${me?.member.id}`]];
  const alone = { ...written.label, any: ownAudience };
  return (
    <WriteForm
      name={`${act}.${object.id}`}
      kind={kindOfForm(object)}
      fresh={{
        ...written,
        label: holds ? { ...held, any: held.any?.length ? held.any : ownAudience } : alone,
      }}
      title={t(`write.${act}`, { title })}
      lead={t('write.revise.lead')}
      back={object.id}
      isGrading={act === 'grade' || !written.isTimed}
      instead={selected}
      before={({ value }) => (
        <>
          {!holds && <Alert color="orange">{t('write.relabelled')}</Alert>}
          {latest?.object['modified'] !== value.object['modified'] && (
            <Alert color="orange">{t('write.overtaken')}</Alert>
          )}
        </>
      )}
    />
  );
}
