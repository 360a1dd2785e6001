/** A label that was made here, in words: its codes, then who has it and on what conditions. */
import { Group, Text } from '@mantine/core';
import type { LabelBody } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Code, conditionsOf } from '../../../part/marking-line.tsx';
import { useNames } from '../../../part/names.ts';
import { useTimes } from '../../../part/time.ts';
import type { Marking } from '../../../record/marking.ts';

const markingFor = ({ levels, all, any, owners, handling, until, review }: LabelBody): Marking => ({
  handling: handling ?? [],
  any: any ?? [],
  levels: Object.entries(levels ?? {}),
  all: all ?? [],
  owners: owners ?? [],
  until,
  review,
});

export function LabelInWords({ label }: { label: LabelBody }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const times = useTimes();
  const marking = markingFor(label);
  const alone = marking.any.length === 0 ? [t('label.alone')] : [];
  return (
    <Group gap={6} wrap="wrap">
      {marking.handling.map((code) => (
        <Code key={code} code={code} />
      ))}
      <Text span size="xs" c="dimmed">
        <bdi>{[...alone, ...conditionsOf(marking, t, names, times)].join(' · ')}</bdi>
      </Text>
    </Group>
  );
}
