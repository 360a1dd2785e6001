/** Both records of a pair beside each other: who gave them, the parts of their names, what else each says. */
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContributorOf } from '../../../part/entry.tsx';
import { kindOf } from '../../../record/kind.ts';
import type { Entry } from '../../../record/object.ts';
import { Claims } from '../../record/claims.tsx';
import '../../record/record.css';
import { Aligned } from '../aligned.tsx';
import { RecordTitle } from '../candidate.tsx';
import { Evidence } from '../evidence.tsx';
import { LikelihoodShown } from '../likelihood.tsx';
import type { Pair } from './likely.ts';

export function Sides({ pair: { own, asked, candidate } }: { pair: Pair }): ReactNode {
  const { t } = useTranslation('screening');
  return (
    <>
      <article className="candidate">
        <div className="candidate-head" aria-live="polite">
          <Group gap="xl">
            <Side entry={own} />
            <Side entry={candidate.entry} />
          </Group>
          <LikelihoodShown probability={candidate.probability} />
        </div>
        <div className="candidate-grounds">
          <Aligned
            asked={asked.name}
            candidate={candidate}
            heads={[
              <ContributorOf key="own" entry={own} />,
              <ContributorOf key="other" entry={candidate.entry} />,
            ]}
          />
          <Evidence asked={asked} candidate={candidate} />
        </div>
      </article>
      <Text size="sm" fw={600} component="h2">
        {t('review.claims')}
      </Text>
      <Claims entries={[own, candidate.entry]} />
    </>
  );
}

function Side({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('stix');
  return (
    <RecordTitle entry={entry}>
      <Text size="xs" c="dimmed">
        {kindOf(entry.object, t)} · <ContributorOf entry={entry} />
      </Text>
    </RecordTitle>
  );
}
