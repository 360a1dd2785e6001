/** What objects on the wire are known by: the project's extensions, and the markings of TLP. */
export {
  answerExtensionId,
  assessmentExtensionId,
  decisionExtensionId,
  labelExtensionId,
  noticeExtensionId,
  organisationExtensionId,
  personExtensionId,
  reportTextExtensionId,
  requestExtensionId,
} from '@entente/core/extension/identifiers';
export { isCode } from '@entente/core/label/label';
export { tlp2Ids, tlpNameOfId } from '@entente/core/stix/tlp';

/** Ends the ids that a contributor is shown where another member would be given an id that leads nowhere. */
export const standInUuid = '00000000-0000-4000-8000-000000000000';
