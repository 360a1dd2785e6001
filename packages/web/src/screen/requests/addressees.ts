/** Whom one may ask: communities that one is within, and other members. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { communitiesQuery, meQuery, membersQuery } from '../../app/questions.ts';

interface Named {
  id: string;
  name: string;
}

const choices = (kind: string, all: readonly Named[]) =>
  all
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));

export function useAddressees(): { group: string; items: { value: string; label: string }[] }[] {
  const { t } = useTranslation('requests');
  const { data: members = [] } = useQuery(membersQuery);
  const { data: communities = [] } = useQuery(communitiesQuery);
  const { data: me } = useQuery(meQuery);
  const others = members.filter(({ id, departed }) => !departed && id !== me?.member.id);
  return [
    { group: t('group.communities'), items: choices('community', communities) },
    { group: t('group.members'), items: choices('member', others) },
  ];
}
