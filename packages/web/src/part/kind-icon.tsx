/** A picture for each kind of object; the word always stands beside it or in its label. */
import {
  IconAffiliate,
  IconAlertTriangle,
  IconArrowsRightLeft,
  IconAt,
  IconBug,
  IconBuilding,
  IconEye,
  IconFileText,
  IconFlag,
  IconFolder,
  IconLanguage,
  IconMapPin,
  IconMessage,
  IconNote,
  IconRadar,
  IconServer,
  IconSpy,
  IconStack2,
  IconTarget,
  IconTool,
  IconUser,
  IconUsersGroup,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { textIn, type StixObject } from '../record/object.ts';

const pictures: Readonly<Record<string, Icon>> = {
  'attack-pattern': IconTarget,
  campaign: IconFlag,
  'domain-name': IconWorld,
  'email-addr': IconAt,
  'email-message': IconAt,
  grouping: IconFolder,
  identity: IconUsersGroup,
  'identity.individual': IconUser,
  'identity.organization': IconBuilding,
  incident: IconAlertTriangle,
  indicator: IconRadar,
  infrastructure: IconServer,
  'intrusion-set': IconAffiliate,
  'ipv4-addr': IconServer,
  'ipv6-addr': IconServer,
  'language-content': IconLanguage,
  location: IconMapPin,
  malware: IconBug,
  note: IconNote,
  'observed-data': IconEye,
  opinion: IconMessage,
  relationship: IconArrowsRightLeft,
  report: IconFileText,
  sighting: IconEye,
  'threat-actor': IconSpy,
  tool: IconTool,
  url: IconWorld,
  'user-account': IconUser,
};

export function KindIcon({ object, size = 18 }: { object: StixObject; size?: number }): ReactNode {
  const named = `${object.type}.${textIn(object, 'identity_class') ?? ''}`;
  const Picture = pictures[named] ?? pictures[object.type] ?? IconStack2;
  return <Picture size={size} stroke={1.6} aria-hidden className="kind-icon" />;
}
