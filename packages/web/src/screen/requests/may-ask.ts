/** Who asks and answers: analysts and release officers who see all that their member sees. */
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../app/questions.ts';

export function useMayAsk(): boolean {
  const { data: me } = useQuery(meQuery);
  if (me === undefined || me.narrow || !me.scopes.includes('write')) return false;
  return me.roles.includes('analyst') || me.roles.includes('release-officer');
}
