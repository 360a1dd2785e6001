/** What the member gave lately, and who opened it as far as it may know; each leads to who sees it. */
import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery, ofView } from '../../app/questions.ts';
import { TitleOf } from '../../part/entry.tsx';
import { LongList } from '../../part/long-list.tsx';
import { OpenedBy } from '../../part/opened-by.tsx';
import { More } from '../../part/more.tsx';
import { useGoOn } from '../../part/use-go-on.ts';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';

type GivenObject = AnswerOf<Operations['given']>['items'][number];

const atOnce = 6;
/** Once more is asked for, the list goes on by itself. */
const further = 50;

export function Given(): ReactNode {
  const { t } = useTranslation('situation');
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="given">
      <Title order={2} id="given">
        {t('given')}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {me.narrow ? t('given.narrow') : t('given.rule')}
      </Text>
      {!me.narrow && <GivenList />}
    </Paper>
  );
}

function GivenList(): ReactNode {
  const { t } = useTranslation('situation');
  const given = useInfiniteQuery({
    queryKey: [ofView, 'given'],
    queryFn: ({ pageParam }) =>
      cell.given(pageParam === undefined ? { limit: atOnce } : { limit: further, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const goOn = useGoOn(given);
  if (given.isPending) return <Loading />;
  if (given.isError && !given.isFetchNextPageError)
    return <Failed error={given.error} onRetry={() => void given.refetch()} />;
  const isBegun = given.data.pages.length > 1;
  const items = given.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    const next = (
      <Anchor renderRoot={(props) => <Link {...props} to="/bring-in" search={{}} />}>
        {t('given.none.next')}
      </Anchor>
    );
    return <Empty title={t('given.none')} next={next} />;
  }
  return (
    <>
      <LongList
        label={t('given')}
        items={items}
        keyOf={({ object }) => object}
        height={34}
        row={(item) => <GivenRow item={item} />}
        onEnd={isBegun ? goOn : undefined}
      />
      {(!isBegun || given.isFetchNextPageError) && <More of={given} isSmall />}
    </>
  );
}

function GivenRow({ item: { object, added, readers, rest } }: { item: GivenObject }): ReactNode {
  const times = useTimes();
  return (
    <>
      <Group justify="space-between" gap="xs" wrap="nowrap" py={4}>
        <Anchor
          size="sm"
          fw={600}
          className="entry-row-title"
          renderRoot={(props) => (
            <Link {...props} to="/record/$id" params={{ id: object }} search={{ tab: 'who-sees' }} />
          )}
        >
          <TitleOf id={object} />
        </Anchor>
        <Text size="xs" c="dimmed" className="nowrap">
          {times.day(added)}
        </Text>
      </Group>
      <OpenedBy readers={readers} rest={rest} />
    </>
  );
}
