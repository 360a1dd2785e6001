/** Reviewing likely pairs, one at a time, by keys: the same, not the same, next. */
import { Button, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../../app/questions.ts';
import { Empty, Failed, Loading } from '../../../part/states.tsx';
import { useTimes } from '../../../part/time.ts';
import { useKept } from '../kept.ts';
import { shares, type Share } from './likely.ts';
import { PairReview } from './pair-review.tsx';
import { useQueue, type Queue } from './queue.ts';

export function Review(): ReactNode {
  const { data: me } = useQuery(meQuery);
  return me === undefined ? <Loading /> : <Queued member={me.member.id} />;
}

function Queued({ member }: { member: string }): ReactNode {
  const { t } = useTranslation('screening');
  const [share, setShare] = useKept<Share>('share', 'all');
  const queue = useQueue(member, share);
  const { found, pair } = queue;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('review.what')}
      </Text>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={t('review.share')}
        data={shares.map((value) => ({ value, label: t(`review.share.${value}`) }))}
        value={share}
        onChange={setShare}
      />
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      <PairReview member={member} queue={queue} />
      {pair === undefined && !found.isError && <NoPair queue={queue} share={share} />}
    </>
  );
}

/** Still looking, paused, or at the end. */
function NoPair({ queue: { found, looked, goOn, back }, share }: { queue: Queue; share: Share }): ReactNode {
  const { t } = useTranslation('screening');
  const times = useTimes();
  const counted =
    looked === 0 ? undefined : t(`review.looked.${share}`, { count: looked, number: times.number(looked) });
  if (goOn !== undefined) {
    const button = (
      <Button size="xs" variant="default" onClick={goOn}>
        {t('review.go-on')}
      </Button>
    );
    return <Empty title={counted ?? t('review.none-yet')} next={button} />;
  }
  if (found.isPending || found.hasNextPage) return <Loading />;
  if (counted === undefined) return <Empty title={t('review.none')} next={t('review.none.next')} />;
  const again =
    back === undefined ? (
      counted
    ) : (
      <Button size="xs" variant="default" onClick={back}>
        {t('review.back')}
      </Button>
    );
  return <Empty title={t('review.end')} next={again} />;
}
