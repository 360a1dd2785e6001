/** Agreements on hit/no-hit and their runs: what is asked of the cell, and who may act on them. */
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { AgreementBody, AgreementSide } from '@entente/contract/matching';
import { cell } from '../../app/cell.ts';
import { meQuery } from '../../app/questions.ts';

const ofMatching = 'matching';
/** Milliseconds: what the other member does comes by no feed. */
const freshFor = 30_000;

export const agreementsQuery = queryOptions({
  queryKey: [ofMatching, 'agreements'],
  queryFn: () => Array.fromAsync(cell.every('matchingAgreements', { limit: 1000 })),
  refetchInterval: freshFor,
});

export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: [ofMatching, 'agreement', id],
    queryFn: () => cell.matchingAgreement({ id }),
    refetchInterval: freshFor,
  });

export const runsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [ofMatching, 'runs', id],
    queryFn: ({ pageParam }) =>
      cell.matchingRuns({ id, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: freshFor,
  });

/** Has all that is known of agreements and runs asked anew. */
export function useRenew(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [ofMatching] });
}

/** An act on agreements or runs; all of them are old afterwards. */
export function useActing<Given, Result>(act: (given: Given) => Promise<Result>) {
  return useMutation({ mutationFn: act, onSuccess: useRenew() });
}

/** What the cell holds the account to. */
export function useMatchingRights(): { mayDecide: boolean; mayCarry: boolean } {
  const { data: me } = useQuery(meQuery);
  if (me === undefined || me.narrow) return { mayDecide: false, mayCarry: false };
  const isOneOf = (...roles: (typeof me.roles)[number][]): boolean =>
    roles.some((role) => me.roles.includes(role));
  return {
    mayDecide: isOneOf('administrator') && me.scopes.includes('admin'),
    mayCarry: isOneOf('analyst', 'release-officer', 'integrator') && me.scopes.includes('write'),
  };
}

export interface Standing {
  side: AgreementSide;
  /** The other member. */
  other: string;
  ownKey: string | null;
  otherKey: string | null;
  /** Whether one's own gateway sends the runs. */
  sends: boolean;
  isProposer: boolean;
}

/** An agreement as one of its two members has it. */
export function standingOf(agreement: AgreementBody, member: string): Standing {
  const { asker, owner, askerKey, ownerKey, learnsFirst, proposer } = agreement;
  const side = asker === member ? 'asker' : 'owner';
  const [ownKey, otherKey] = side === 'asker' ? [askerKey, ownerKey] : [ownerKey, askerKey];
  return {
    side,
    other: side === 'asker' ? owner : asker,
    ownKey,
    otherKey,
    sends: learnsFirst === side,
    isProposer: proposer === member,
  };
}

/** The member of whoever is signed in. */
export function useOwnMember(): string {
  const { data: me } = useQuery(meQuery);
  return me?.member.id ?? '';
}
