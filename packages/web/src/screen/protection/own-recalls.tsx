/** What the member took back, and who has acknowledged, as far as it may know. */
import { Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnRecall } from '@entente/contract/recall';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import { useNames } from '../../part/names.ts';
import { useTimes } from '../../part/time.ts';
import { KindOf } from './kind-of.tsx';
import { Listed } from './listed.tsx';
import { ownRecallsQuery } from './questions.ts';

export function OwnRecalls(): ReactNode {
  const { t } = useTranslation('protection');
  const list = useInfiniteQuery(ownRecallsQuery);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('own.lead')}
      </Text>
      <Listed list={list} none={{ title: t('own.none') }}>
        {(items) => (
          <Table.ScrollContainer minWidth={640}>
            <Table className="care-table">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('own.record')}</Table.Th>
                  <Table.Th>{t('own.when')}</Table.Th>
                  <Table.Th>{t('own.kind')}</Table.Th>
                  <Table.Th>{t('own.members')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((one) => (
                  <OwnRow key={`${one.object} ${one.at} ${one.kind}`} one={one} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Listed>
    </Stack>
  );
}

function OwnRow({ one: { object, at, kind, members, rest } }: { one: OwnRecall }): ReactNode {
  const { t } = useTranslation('protection');
  const times = useTimes();
  return (
    <Table.Tr>
      <Table.Td>
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
      </Table.Td>
      <Table.Td className="nowrap">{times.day(at)}</Table.Td>
      <Table.Td>{t(`own.kind.${kind}`)}</Table.Td>
      <Table.Td>
        <WhoHad members={members} rest={rest} />
      </Table.Td>
    </Table.Tr>
  );
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
