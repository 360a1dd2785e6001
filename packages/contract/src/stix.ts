/** What objects on the wire are known by: the project's extensions, and the markings of TLP. */
export {
  assessmentExtensionId,
  labelExtensionId,
  noticeExtensionId,
  organisationExtensionId,
  personExtensionId,
} from '@entente/core/extension/identifiers';
export { tlpNameOfId } from '@entente/core/stix/tlp';
