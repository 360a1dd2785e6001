/** The communities that one is within, and one of them with its roster. */
import { Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { communitiesQuery } from '../../app/questions.ts';
import { Foreign } from '../../part/foreign.tsx';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { CommunityLink } from './community-link.tsx';
import { Roster } from './roster.tsx';

export function Communities(): ReactNode {
  const { t, i18n } = useTranslation('coalition');
  const { community: asked } = useAsked<'community'>();
  const { data: communities, error, refetch } = useQuery(communitiesQuery);
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (communities === undefined) return <Loading />;
  if (communities.length === 0)
    return <Empty title={t('communities.none')} next={t('communities.none.next')} />;
  const sorted = communities.toSorted((a, b) => a.name.localeCompare(b.name, i18n.language));
  const shown = sorted.find(({ id }) => id === asked) ?? (asked === undefined ? sorted[0] : undefined);
  return (
    <section aria-labelledby="communities-title">
      <Title order={2} mb="xs" id="communities-title">
        {t('communities')}
      </Title>
      <Group gap="xs" mb="md" component="nav" aria-labelledby="communities-title">
        {sorted.map(({ id, name }) => (
          <CommunityLink key={id} id={id} size="sm" {...(id === shown?.id ? { 'aria-current': 'true' } : {})}>
            <Foreign text={name} />
          </CommunityLink>
        ))}
      </Group>
      {shown === undefined ? (
        <Empty title={t('community.unknown')} next={t('community.unknown.next')} />
      ) : (
        <Roster key={shown.id} community={shown} />
      )}
    </section>
  );
}
