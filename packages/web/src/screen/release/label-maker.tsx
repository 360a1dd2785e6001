/** Making a label: audiences and conditions in plain words, with the line of marking as it will print. */
import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LabelBody } from '@entente/contract/label';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../app/questions.ts';
import { DifferenceShown } from './difference/shown.tsx';
import { WouldSee } from './difference/would-see.tsx';
import { Audiences } from './label/audiences.tsx';
import { Conditions, Owners } from './label/conditions.tsx';
import { FurtherHandling, TrafficLight } from './label/handling.tsx';
import { MarkingToPrint } from './label/line.tsx';
import { hasConditions } from './label/parts.ts';
import { Presets } from './label/presets.tsx';
import { rememberLabel } from './label/recent.ts';
import { Term } from './label/term.tsx';
import './release.css';

export function LabelMaker({
  value,
  onChange,
  instead,
}: {
  value: LabelBody;
  onChange: (label: LabelBody) => void;
  /** What is relabelled, so that it is said who gains and who loses. */
  instead?: { object: string; version?: string | undefined } | undefined;
}): ReactNode {
  const { t } = useTranslation('release');
  const changed = useRemembered(onChange);
  return (
    <Stack gap="md" role="group" aria-label={t('maker.title')}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {t('maker.lead')}
        </Text>
        <Presets onChoose={changed} />
      </Group>
      <Audiences value={value} onChange={changed} />
      <TrafficLight value={value} onChange={changed} />
      <MoreConditions value={value} onChange={changed} />
      <MarkingToPrint value={value} />
      {instead === undefined ? (
        <WouldSee value={value} />
      ) : (
        <DifferenceShown selection={[instead]} value={value} />
      )}
    </Stack>
  );
}

/** What is seldom wanted stays folded until something of it is there. */
function MoreConditions({
  value,
  onChange,
}: {
  value: LabelBody;
  onChange: (label: LabelBody) => void;
}): ReactNode {
  const { t } = useTranslation('release');
  const [isAsked, setAsked] = useState(false);
  return (
    <details
      open={isAsked || hasConditions(value)}
      onToggle={({ currentTarget }) => setAsked(currentTarget.open)}
      className="release-more"
    >
      <summary>{t('maker.more')}</summary>
      <Stack gap="sm" mt="sm">
        <Conditions value={value} onChange={onChange} />
        <Owners value={value} onChange={onChange} />
        <FurtherHandling value={value} onChange={onChange} />
        <Term value={value} onChange={onChange} />
      </Stack>
    </details>
  );
}

/** Keeps the label that was made last when the maker is left. */
function useRemembered(onChange: (label: LabelBody) => void): (label: LabelBody) => void {
  const { data: me } = useQuery(meQuery);
  const last = useRef<LabelBody>(undefined);
  const account = me?.account;
  useEffect(
    () => () => {
      if (last.current !== undefined && account !== undefined) rememberLabel(account, last.current);
    },
    [account],
  );
  return (label) => {
    last.current = label;
    onChange(label);
  };
}
