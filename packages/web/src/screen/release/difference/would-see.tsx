/** Who would see a draft under this label, by name. */
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Explanation, LabelBody } from '@entente/contract/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { meQuery } from '../../../app/questions.ts';
import { pause } from '../label/line.tsx';
import { useMemberLists } from './lists.ts';

const explainedLabelQuery = (label: LabelBody) =>
  queryOptions({
    queryKey: ['label', 'explained', JSON.stringify(label)],
    queryFn: () => cell.explainLabel({ label }),
  });

export function WouldSee({ value }: { value: LabelBody }): ReactNode {
  const { t } = useTranslation('release');
  const lists = useMemberLists();
  const { data: me } = useQuery(meQuery);
  const [label] = useDebouncedValue(value, pause);
  const { data } = useQuery({ ...explainedLabelQuery(label), placeholderData: keepPreviousData });
  const membersOf = (verdict: Explanation['verdict']): string[] =>
    (data?.items ?? [])
      .filter((item) => item.verdict === verdict && item.member !== me?.member.id)
      .map(({ member }) => member);
  const [sure, maybe] = [membersOf('yes'), membersOf('depends-on-others')];
  if (sure.length + maybe.length === 0) return null;
  return (
    <details className="release-more">
      <summary>
        {maybe.length === 0
          ? t('would-see', { count: sure.length })
          : t('would-see.or-maybe', { count: sure.length, maybe: maybe.length })}
      </summary>
      {sure.length > 0 && (
        <Text size="sm" mt={4}>
          <bdi>{lists(sure)}</bdi>
        </Text>
      )}
      {maybe.length > 0 && (
        <Text size="sm" mt={4}>
          <strong>{t('would-see.maybe')}</strong> <bdi>{lists(maybe)}</bdi>
        </Text>
      )}
    </details>
  );
}
