/** Reviewing likely pairs, one at a time, by keys: the same, not the same, next. */
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../app/questions.ts';
import { Empty, Failed, Loading } from '../../../part/states.tsx';
import { useTimes } from '../../../part/time.ts';
import { PairReview } from './pair-review.tsx';
import { useQueue, type Queue } from './queue.ts';

export function Review(): ReactNode {
  const { data: me } = useQuery(meQuery);
  return me === undefined ? <Loading /> : <Queued member={me.member.id} />;
}

function Queued({ member }: { member: string }): ReactNode {
  const { t } = useTranslation('screening');
  const queue = useQueue(member);
  const { found, pair } = queue;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('review.what')}
      </Text>
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      <PairReview member={member} queue={queue} />
      {pair === undefined && !found.isError && <NoPair queue={queue} />}
    </>
  );
}

/** Still looking, paused, or at the end. */
function NoPair({ queue: { found, persons, goOn, back } }: { queue: Queue }): ReactNode {
  const { t } = useTranslation('screening');
  const times = useTimes();
  const looked = t('review.looked', { count: persons, number: times.number(persons) });
  if (goOn !== undefined) {
    const button = (
      <Button size="xs" variant="default" onClick={goOn}>
        {t('review.go-on')}
      </Button>
    );
    return <Empty title={looked} next={button} />;
  }
  if (found.isPending || found.hasNextPage) return <Loading />;
  const again =
    back === undefined ? (
      looked
    ) : (
      <Button size="xs" variant="default" onClick={back}>
        {t('review.back')}
      </Button>
    );
  return <Empty title={t('review.end')} next={again} />;
}
