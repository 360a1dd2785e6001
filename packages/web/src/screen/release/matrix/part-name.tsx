/** The name of a property or portion: as STIX has it; of the project's extensions, in words what they are. */
import {
  assessmentExtensionId,
  labelExtensionId,
  organisationExtensionId,
  personExtensionId,
} from '@entente/contract/stix';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const kinds = new Map<string, 'person' | 'organisation' | 'assessment' | 'label'>([
  [personExtensionId, 'person'],
  [organisationExtensionId, 'organisation'],
  [assessmentExtensionId, 'assessment'],
  [labelExtensionId, 'label'],
]);
const extended = /^extensions\.([^.]+)\.?(.*)$/;

export function PartName({ selector }: { selector: string }): ReactNode {
  const { t } = useTranslation('release');
  const [, id = '', rest = ''] = extended.exec(selector) ?? [];
  const kind = kinds.get(id);
  if (kind === undefined) return <code className="release-part">{broken(selector)}</code>;
  return (
    <>
      {t(`extension.${kind}`)} {rest !== '' && <code className="release-part">{broken(rest)}</code>}
    </>
  );
}

/** May be broken behind each dot and underline. */
function broken(text: string): ReactNode {
  return text.split(/(?<=[._])/).map((piece, index) => (
    <Fragment key={`${String(index)} ${piece}`}>
      {piece}
      <wbr />
    </Fragment>
  ));
}
