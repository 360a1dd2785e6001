/** What a label may name, as far as this account may know of it, ready to choose from. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  attributesQuery,
  communitiesQuery,
  meQuery,
  membersQuery,
  policiesQuery,
} from '../../../app/questions.ts';
import { everybody } from './parts.ts';

export interface Choice {
  value: string;
  label: string;
}

interface Named {
  id: string;
  name: string;
}

const byName = <One extends Named>(all: readonly One[]): One[] =>
  all.toSorted((a, b) => a.name.localeCompare(b.name));

/** Values that are held already though one cannot choose them stand in the list too, as they are. */
const unknownAmong = (held: readonly string[], known: readonly Choice[]): Choice[] =>
  held
    .filter((value) => !known.some((choice) => choice.value === value))
    .map((value) => ({ value, label: value }));

const choicesOf = (all: readonly Named[]): Choice[] =>
  byName(all).map(({ id, name }) => ({ value: id, label: name }));

/** Everybody, then communities, then members; those who left only where they are named already. */
export function useAudiences(held: readonly string[]): { group: string; items: Choice[] }[] {
  const { t } = useTranslation('release');
  const { data: members = [] } = useQuery(membersQuery);
  const { data: communities = [] } = useQuery(communitiesQuery);
  const { data: me } = useQuery(meQuery);
  const items = {
    everybody: [{ value: everybody, label: t('audience.everybody') }],
    communities: byName(communities).map(({ id, name }) => ({ value: `community:${id}`, label: name })),
    members: byName(members)
      .filter(({ id, departed }) => !departed || held.includes(`member:${id}`))
      .map(({ id, name, departed }) => ({
        value: `member:${id}`,
        label: departed
          ? t('member.departed', { name })
          : id === me?.member.id
            ? t('member.own', { name })
            : name,
      })),
  };
  const unknown = unknownAmong(held, Object.values(items).flat());
  return [
    { group: t('group.all'), items: items.everybody },
    { group: t('group.communities'), items: items.communities },
    { group: t('group.members'), items: items.members },
    { group: t('group.unknown'), items: unknown },
  ].filter((group) => group.items.length > 0);
}

export function useMemberChoices(held: readonly string[] = []): Choice[] {
  const { data: members = [] } = useQuery(membersQuery);
  const choices = choicesOf(members.filter(({ id, departed }) => !departed || held.includes(id)));
  return [...choices, ...unknownAmong(held, choices)];
}

export function usePolicyChoices(held: readonly string[]): Choice[] {
  const { data: policies = [] } = useQuery(policiesQuery);
  const choices = choicesOf(policies);
  return [...choices, ...unknownAmong(held, choices)];
}

export function useAttributeChoices(held: readonly string[]): Choice[] {
  const { data: attributes = [] } = useQuery(attributesQuery);
  const choices = choicesOf(attributes);
  return [...choices, ...unknownAmong(held, choices)];
}
