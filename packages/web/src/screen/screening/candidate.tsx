/** One candidate: how likely, which record it is, the two names side by side, and what speaks for and against. */
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedPerson, Candidate } from '@entente/contract/screening';
import { ContributorOf, ObjectTitle, RecordLink } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { kindOf } from '../../record/kind.ts';
import { titleOf, type Entry } from '../../record/object.ts';
import { Aligned } from './aligned.tsx';
import { Evidence } from './evidence.tsx';
import { LikelihoodShown } from './likelihood.tsx';
import './screening.css';

export function CandidateShown({
  asked,
  candidate,
  children,
}: {
  asked: AskedPerson;
  candidate: Candidate;
  /** What can be done with it. */
  children?: ReactNode;
}): ReactNode {
  return (
    <article className="candidate">
      <CandidateHead candidate={candidate} />
      <CandidateGrounds asked={asked} candidate={candidate} />
      {children !== undefined && <Group gap="xs">{children}</Group>}
    </article>
  );
}

/**
 * Which record it is: its title, its kind, who gave it, under which marking, and the name that is likest, where it is
 * another; and how likely it is meant.
 */
export function CandidateHead({
  candidate: { entry, name, probability },
}: {
  candidate: Candidate;
}): ReactNode {
  const { t } = useTranslation('stix');
  const { t: words } = useTranslation('screening');
  const alias = name !== titleOf(entry.object) && (
    <Text span size="sm" c="dimmed" ms={8}>
      {words('under-name')} <Foreign text={name} />
    </Text>
  );
  return (
    <div className="candidate-head">
      <RecordTitle entry={entry} beside={alias}>
        <Group gap={8}>
          <Text span size="xs" c="dimmed">
            {kindOf(entry.object, t)} · <ContributorOf entry={entry} />
          </Text>
          <MarkingLine object={entry.object} label={entry.label} />
        </Group>
      </RecordTitle>
      <LikelihoodShown probability={probability} />
    </div>
  );
}

/** A record's title, which leads to it, with what else is said of it beside and beneath. */
export function RecordTitle({
  entry,
  beside,
  children,
}: {
  entry: Entry;
  beside?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <div className="candidate-title">
      <KindIcon object={entry.object} />
      <div>
        <RecordLink id={entry.object.id} fw={600}>
          <ObjectTitle object={entry.object} />
        </RecordLink>
        {beside}
        {children}
      </div>
    </div>
  );
}

/** The names part by part, and the evidence beside them. */
export function CandidateGrounds({
  asked,
  candidate,
}: {
  asked: AskedPerson;
  candidate: Candidate;
}): ReactNode {
  const { t } = useTranslation('screening');
  return (
    <div className="candidate-grounds">
      <Aligned asked={asked.name} candidate={candidate} heads={[t('side.asked'), t('side.known')]} />
      <Evidence asked={asked} candidate={candidate} />
    </div>
  );
}
