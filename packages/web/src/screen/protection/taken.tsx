/** What a recall took, and what of one's own rests on it; asked for when it is opened. */
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { KindOf } from './kind-of.tsx';
import { recallQuery } from './questions.ts';

type Taken = AnswerOf<Operations['recalledObjects']>['items'][number];
type Derived = AnswerOf<Operations['derivedObjects']>['items'][number];

export function Taken({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('protection');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        mt="xs"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('recalls.what')}
      </Anchor>
      {isOpen && <TakenParts id={id} />}
    </>
  );
}

function TakenParts({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('protection');
  const found = useQuery(recallQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const { objects, derived } = found.data;
  return (
    <Stack gap="xs" mt="xs">
      <ul className="care-names">
        {objects.map((one) => (
          <TakenRow key={`${one.object} ${one.version ?? ''} ${String(one.part)}`} one={one} />
        ))}
      </ul>
      <Text size="sm" fw={600}>
        {t('recalls.derived')}
      </Text>
      {derived.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('recalls.derived.none')}
        </Text>
      ) : (
        <ul className="care-names">
          {derived.map((one) => (
            <DerivedRow key={`${one.object} ${one.recalled} ${one.way}`} one={one} />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function TakenRow({ one: { object, version, part } }: { one: Taken }): ReactNode {
  const { t } = useTranslation('protection');
  const times = useTimes();
  const said = [
    ...(version === null ? [] : [t('recalls.version', { day: times.day(version) })]),
    ...(part ? [t('recalls.part')] : []),
  ];
  return (
    <li>
      <Text size="sm">
        {part ? <TitleOf id={object} /> : <KindOf id={object} />} {said.join(' · ')}
      </Text>
      <Text size="xs" c="dimmed" className="care-id">
        {object}
      </Text>
    </li>
  );
}

function DerivedRow({ one: { object, way } }: { one: Derived }): ReactNode {
  const { t } = useTranslation('protection');
  return (
    <li>
      <Group gap={8}>
        <RecordLink id={object} size="sm">
          <TitleOf id={object} />
        </RecordLink>
        <Text size="xs" c="dimmed">
          {t(`recalls.${way}`)}
        </Text>
      </Group>
    </li>
  );
}
