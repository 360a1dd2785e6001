/** What objects on the wire are known by: the project's extensions, and the markings of TLP. */
export {
  assessmentExtensionId,
  labelExtensionId,
  noticeExtensionId,
  organisationExtensionId,
  personExtensionId,
} from '@entente/core/extension/identifiers';
export { tlp2Ids, tlpNameOfId } from '@entente/core/stix/tlp';
