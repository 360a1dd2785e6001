/** Who keeps members and rosters: the secretary while the cell is being founded, then the members together. */
import { useQuery } from '@tanstack/react-query';
import { constitutionQuery, meQuery } from '../app/questions.ts';

function useRules(): { isSecretary: boolean; isFounded: boolean | undefined } {
  const { data: me } = useQuery(meQuery);
  const isSecretary = me !== undefined && me.roles.includes('secretary') && me.scopes.includes('admin');
  const { data } = useQuery({ ...constitutionQuery, enabled: isSecretary });
  return { isSecretary, isFounded: data === undefined ? undefined : data.constituted !== null };
}

/** Whether this account changes members and rosters by itself; the cell asks again that its member is the host. */
export function useIsSecretary(): boolean {
  const { isSecretary, isFounded } = useRules();
  return isSecretary && isFounded === false;
}

/** Whether this account tables what the members decide on members and rosters. */
export function useTables(): boolean {
  const { isSecretary, isFounded } = useRules();
  return isSecretary && isFounded === true;
}
