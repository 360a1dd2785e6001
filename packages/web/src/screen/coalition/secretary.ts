/** Who keeps members and rosters. */
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../app/questions.ts';

/** Whether this account tables members and rosters; the cell asks again that its member is the host. */
export function useIsSecretary(): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && me.roles.includes('secretary') && me.scopes.includes('admin');
}
