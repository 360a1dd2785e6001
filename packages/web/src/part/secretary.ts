/** Who keeps members and rosters: the secretary while the cell is being founded, then the members together. */
import { useQuery } from '@tanstack/react-query';
import { constitutionQuery, meQuery } from '../app/questions.ts';

/** Whether this account is a secretary's; the cell asks again that its member is the host. */
export function useIsSecretary(): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && me.roles.includes('secretary') && me.scopes.includes('admin');
}

function useRules(): { isSecretary: boolean; isFounded: boolean | undefined } {
  const isSecretary = useIsSecretary();
  const { data } = useQuery({ ...constitutionQuery, enabled: isSecretary });
  return { isSecretary, isFounded: data === undefined ? undefined : data.constituted !== null };
}

/** Whether this account changes members and rosters by itself. */
export function useFounds(): boolean {
  const { isSecretary, isFounded } = useRules();
  return isSecretary && isFounded === false;
}

/** Whether this account tables what the members decide on members and rosters. */
export function useTables(): boolean {
  const { isSecretary, isFounded } = useRules();
  return isSecretary && isFounded === true;
}
