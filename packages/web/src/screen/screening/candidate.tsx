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
import { titleOf } from '../../record/object.ts';
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
      <div className="candidate-head">
        <CandidateTitle candidate={candidate} />
        <LikelihoodShown probability={candidate.probability} />
      </div>
      <CandidateGrounds asked={asked} candidate={candidate} />
      {children !== undefined && <Group gap="xs">{children}</Group>}
    </article>
  );
}

/** Which record it is: its title, its kind, who gave it, under which marking; and the name that is likest, where it is another. */
export function CandidateTitle({ candidate: { entry, name } }: { candidate: Candidate }): ReactNode {
  const { t } = useTranslation('stix');
  const { t: words } = useTranslation('screening');
  return (
    <div className="candidate-title">
      <KindIcon object={entry.object} />
      <div>
        <RecordLink id={entry.object.id} fw={600}>
          <ObjectTitle object={entry.object} />
        </RecordLink>
        {name !== titleOf(entry.object) && (
          <Text span size="sm" c="dimmed" ms={8}>
            {words('under-name')} <Foreign text={name} />
          </Text>
        )}
        <Group gap={8}>
          <Text span size="xs" c="dimmed">
            {kindOf(entry.object, t)} · <ContributorOf entry={entry} />
          </Text>
          <MarkingLine object={entry.object} />
        </Group>
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
