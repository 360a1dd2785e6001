/** Names of members, communities, policies and attributes, by id, as far as this account may know them. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { attributesQuery, communitiesQuery, membersQuery, policiesQuery } from '../app/questions.ts';

export type NameById = (id: string) => string | undefined;

export function useNames(): NameById {
  const { data: members = [] } = useQuery(membersQuery);
  const { data: communities = [] } = useQuery(communitiesQuery);
  const { data: policies = [] } = useQuery(policiesQuery);
  const { data: attributes = [] } = useQuery(attributesQuery);
  return useMemo(() => {
    const names = new Map(
      [...members, ...communities, ...policies, ...attributes].map(({ id, name }) => [id, name]),
    );
    return (id) => names.get(id);
  }, [members, communities, policies, attributes]);
}
