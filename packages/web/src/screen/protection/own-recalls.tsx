/** What the member took back, and who has acknowledged, as far as it may know. */
import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnRecall } from '@entente/contract/recall';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import { Listed } from '../../part/listed.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { useNames } from '../../part/names.ts';
import { Empty } from '../../part/states.tsx';
import { useTimes, type Times } from '../../part/time.ts';
import { KindOf } from './kind-of.tsx';
import { ownRecallsQuery } from './questions.ts';

export function OwnRecalls(): ReactNode {
  const { t } = useTranslation('protection');
  const list = useInfiniteQuery(ownRecallsQuery);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('own.lead')}
      </Text>
      <Listed list={list} none={<Empty title={t('own.none')} next={t('own.none.next')} />}>
        {(items, onEnd) => <OwnTable items={items} onEnd={onEnd} />}
      </Listed>
    </Stack>
  );
}

function OwnTable({
  items,
  onEnd,
}: {
  items: readonly OwnRecall[];
  onEnd: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation('protection');
  const times = useTimes();
  return (
    <LongTable
      label={t('tab.own')}
      minWidth={704}
      columns={[
        { key: 'record', head: t('own.record'), track: 'minmax(14rem, 1.4fr)' },
        { key: 'when', head: t('own.when'), track: '7.5rem' },
        { key: 'kind', head: t('own.kind'), track: 'minmax(8rem, 0.7fr)' },
        { key: 'members', head: t('own.members'), track: 'minmax(10rem, 1fr)' },
      ]}
      count={items.length}
      keyOf={(index) => {
        const { object, at, kind } = items[index] as OwnRecall;
        return `${object} ${at} ${kind}`;
      }}
      row={(index) => cellsOf(items[index] as OwnRecall, t, times)}
      onEnd={onEnd}
    />
  );
}

function cellsOf(
  { object, at, kind, members, rest }: OwnRecall,
  t: TFunction<'protection'>,
  times: Times,
): ReactNode[] {
  return [
    <Fragment key="record">
      {kind === 'narrowing' ? (
        <RecordLink id={object} size="sm">
          <TitleOf id={object} />
        </RecordLink>
      ) : (
        <KindOf id={object} />
      )}
      <Text size="xs" c="dimmed" className="care-id">
        {object}
      </Text>
    </Fragment>,
    times.day(at),
    t(`own.kind.${kind}`),
    <WhoHad key="members" members={members} rest={rest} />,
  ];
}

/** Members that were to have it, each with what it has said since. */
export function WhoHad({ members, rest }: Pick<OwnRecall, 'members' | 'rest'>): ReactNode {
  const { t } = useTranslation('protection');
  const { t: common } = useTranslation();
  const names = useNames();
  const times = useTimes();
  return (
    <ul className="care-names">
      {members.map(({ member, acknowledged }) => (
        <li key={member}>
          <Text size="sm">
            <bdi>{names(member) ?? common('members.unknown')}</bdi>{' '}
            <Text span size="xs" c="dimmed">
              {acknowledged === null ? t('own.open') : t('own.done', { day: times.day(acknowledged) })}
            </Text>
          </Text>
        </li>
      ))}
      {rest && (
        <li>
          <Text size="xs" c="dimmed">
            {t('own.rest')}
          </Text>
        </li>
      )}
    </ul>
  );
}
