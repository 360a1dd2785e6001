/** The state of a decision, by word and colour. */
import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Summary } from './queries.ts';

const colours: Record<Summary['state'], string> = {
  draft: 'gray',
  tabled: 'petrol',
  'under-silence': 'petrol',
  consultation: 'orange',
  adopted: 'teal',
  noted: 'teal',
  issued: 'teal',
  withdrawn: 'gray',
  referred: 'gray',
  lapsed: 'gray',
};

export function DecisionState({ decision: { state, outcome } }: { decision: Summary }): ReactNode {
  const { t } = useTranslation('decisions');
  const isImpossible = outcome === 'impossible';
  return (
    <Badge
      color={isImpossible ? 'red' : colours[state]}
      variant="light"
      c="var(--mantine-color-text)"
      tt="none"
      className="decision-state"
    >
      {isImpossible ? t('state.impossible') : t(`state.${state}`)}
    </Badge>
  );
}
