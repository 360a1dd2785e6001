/** What this account may do about its member's policy (contract/src/member-policy.ts). */
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../../app/questions.ts';

export interface PolicyRights {
  account: string;
  /** Whether the account sees all that its member sees: others are told nothing of the policy. */
  isWhole: boolean;
  maySetCeiling: boolean;
  maySetDefaults: boolean;
  mayAgree: boolean;
}

export function usePolicyRights(): PolicyRights | undefined {
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return undefined;
  const isAdministrator = me.roles.includes('administrator') && me.scopes.includes('admin');
  const isReleaseOfficer = me.roles.includes('release-officer') && me.scopes.includes('label');
  return {
    account: me.account,
    isWhole: !me.narrow,
    maySetCeiling: isAdministrator,
    maySetDefaults: isAdministrator || isReleaseOfficer,
    mayAgree: isReleaseOfficer,
  };
}
