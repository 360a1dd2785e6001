/** Beneath the name of a person or group that is being written: who of the view it may be, to be opened or proposed as the same. */
import { Checkbox, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { askedFor } from '@entente/contract/asked';
import type { AskedPerson, Candidate } from '@entente/contract/screening';
import { RecordLink, TitleOf } from '../../../part/entry.tsx';
import { bearerOf, bearerOfBoth } from '../../../record/bearer.ts';
import { mayBeSame } from '../../../record/links.ts';
import { textIn } from '../../../record/object.ts';
import { CandidateGrounds, CandidateHead } from '../../screening/candidate.tsx';
import { candidatesQuery } from '../../screening/questions.ts';
import { useForm } from './state.ts';

/** Milliseconds after the last change. */
const pause = 600;
const most = 3;
/** Those that are less likely would be noise while somebody writes. */
const least = 0.5;

export function LikelySame(): ReactNode {
  const { object } = useForm();
  // What is there already has been looked at: its record says what is proposed.
  if (textIn(object, 'created') !== undefined) return null;
  return (
    // Words and candidates come later: the form does not wait for them.
    <Suspense fallback={null}>
      <Offered />
    </Suspense>
  );
}

function Offered(): ReactNode {
  const { t } = useTranslation('record');
  const { object, sameAs } = useForm();
  const [text] = useDebouncedValue(JSON.stringify(askedFor(object)[0] ?? null), pause);
  const asked = (JSON.parse(text) as AskedPerson | null) ?? undefined;
  const found = useQuery({ ...candidatesQuery(asked, most), placeholderData: keepPreviousData });
  const candidates = (asked === undefined ? [] : (found.data?.candidates ?? [])).filter(
    ({ probability, entry }) =>
      probability >= least &&
      mayBeSame(object.id, entry.object.id) &&
      bearerOfBoth(object, entry.object) !== undefined,
  );
  const shown = new Set(candidates.map(({ entry }) => entry.object.id));
  const others = sameAs.filter((id) => !shown.has(id));
  if (asked === undefined || candidates.length + others.length === 0) return null;
  return (
    <section className="likely-same" aria-label={t('likely-same')}>
      <Text size="sm" fw={600} role="status">
        {t('likely-same')}
      </Text>
      {candidates.map((candidate) => (
        <Offer key={candidate.entry.object.id} asked={asked} candidate={candidate} />
      ))}
      {others.map((id) => (
        <div key={id} className="likely-same-one">
          <RecordLink id={id} fw={600}>
            <TitleOf id={id} />
          </RecordLink>
          <SameBox id={id} />
        </div>
      ))}
      <Text size="xs" c="dimmed">
        {t('likely-same.how')}
      </Text>
    </section>
  );
}

function Offer({ asked, candidate }: { asked: AskedPerson; candidate: Candidate }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <div className="likely-same-one">
      <CandidateHead candidate={candidate} />
      <details>
        <summary>{t('likely-same.why')}</summary>
        <CandidateGrounds asked={asked} candidate={candidate} />
      </details>
      <SameBox id={candidate.entry.object.id} />
    </div>
  );
}

function SameBox({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('record');
  const { object, sameAs, setSameAs } = useForm();
  return (
    <Checkbox
      size="sm"
      label={t(`likely-same.propose.${bearerOf(object)}`)}
      checked={sameAs.includes(id)}
      onChange={({ currentTarget: { checked } }) =>
        setSameAs(checked ? [...sameAs, id] : sameAs.filter((one) => one !== id))
      }
    />
  );
}
