/** What came into the view since one was last here: from whom how much, and what it is. */
import { Anchor, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { cell } from '../../app/cell.ts';
import { meQuery, ofView } from '../../app/questions.ts';
import { useNames } from '../../part/names.ts';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { ArrivedList } from './arrived-list.tsx';
import { periods } from './period.ts';
import { useSince, type Since, type SituationKey } from './use-since.ts';

const arrivalsQuery = (since: string) =>
  queryOptions({
    queryKey: [ofView, 'arrivals', since],
    queryFn: () => cell.arrivals({ since }),
    placeholderData: keepPreviousData,
  });

export function Arrivals(): ReactNode {
  const { t } = useTranslation('situation');
  const times = useTimes();
  const since = useSince();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="arrivals">
      <div className="arrivals-head">
        <Title order={2} id="arrivals">
          {t('arrivals')}
        </Title>
        <PeriodChoice since={since} />
      </div>
      <Text size="sm" c="dimmed" mih={20}>
        {since.since !== undefined && t('arrivals.since', { time: times.moment(since.since) })}
      </Text>
      {since.error !== null && <Failed error={since.error} onRetry={since.retry} />}
      {since.since === undefined ? (
        since.error === null && <div className="arrivals-coming" data-pending="" />
      ) : (
        <Arrived since={since.since} />
      )}
    </Paper>
  );
}

/** How much of each member stands before the list: until it is there, nothing of the list is shown, or it would jump. */
function Arrived({ since }: { since: string }): ReactNode {
  const { isPending } = useQuery(arrivalsQuery(since));
  return (
    <div className="arrivals-coming" data-pending={isPending ? '' : undefined}>
      <Members since={since} />
      <ArrivedList since={since} />
    </div>
  );
}

function PeriodChoice({ since: { period, visited } }: { since: Since }): ReactNode {
  const { t } = useTranslation('situation');
  const navigate = useNavigate();
  const { contributor, type } = useAsked<SituationKey>();
  const offered = periods.filter((one) => one !== 'visit' || visited !== null);
  return (
    <NativeSelect
      aria-label={t('period')}
      size="xs"
      w={210}
      value={period}
      data={offered.map((value) => ({ value, label: t(`period.${value}`) }))}
      onChange={({ currentTarget: { value } }) =>
        void navigate({
          to: '/',
          search: {
            period: value,
            ...(contributor === undefined ? {} : { contributor }),
            ...(type === undefined ? {} : { type }),
          },
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}

/** Of each member how many objects; the one that is chosen is chosen no more when it is pressed again. */
function Members({ since }: { since: string }): ReactNode {
  const { t } = useTranslation('situation');
  const { t: common } = useTranslation();
  const names = useNames();
  const times = useTimes();
  const asked = useAsked<SituationKey>();
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch } = useQuery(arrivalsQuery(since));
  if (data === undefined && error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  const nameOf = (member: string): string =>
    member === me?.member.id ? common('own-contribution') : (names(member) ?? common('members.unknown'));
  return (
    <>
      <ul className="arrivals-members" aria-label={t('members')}>
        {data?.members.map(({ contributor, objects }) => (
          <li key={contributor ?? ''}>
            {contributor === null ? (
              <span className="arrivals-member">
                {common('of-the-hub')} <b>{times.number(objects)}</b>
              </span>
            ) : (
              <Link
                to="/"
                search={choosing(asked, contributor)}
                resetScroll={false}
                className="arrivals-member"
                aria-current={asked.contributor === contributor}
              >
                <bdi>{nameOf(contributor)}</bdi> <b>{times.number(objects)}</b>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {asked.contributor !== undefined && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/search" search={{ contributor: asked.contributor ?? '' }} />
          )}
        >
          {t('members.search', { member: nameOf(asked.contributor) })}
        </Anchor>
      )}
    </>
  );
}

function choosing(
  { contributor, ...asked }: Partial<Record<SituationKey, string>>,
  chosen: string,
): Partial<Record<SituationKey, string>> {
  return contributor === chosen ? asked : { ...asked, contributor: chosen };
}
