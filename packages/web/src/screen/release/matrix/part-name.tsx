/** The name of a property or portion, in the words that the record has for it; a place within it as STIX has it. */
import {
  assessmentExtensionId,
  labelExtensionId,
  organisationExtensionId,
  personExtensionId,
} from '@entente/contract/stix';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { propertyAt } from '../../../record/statements.ts';
import { wordForProperty } from '../../record/value/words.ts';

/** Extensions as a whole. */
const kinds = new Map<string, 'person' | 'organisation' | 'assessment' | 'label'>([
  [`extensions.${personExtensionId}`, 'person'],
  [`extensions.${organisationExtensionId}`, 'organisation'],
  [`extensions.${assessmentExtensionId}`, 'assessment'],
  [`extensions.${labelExtensionId}`, 'label'],
]);
const whole = /^extensions\.[^.]+$/;

export function PartName({ selector }: { selector: string }): ReactNode {
  const { t } = useTranslation('release');
  const { t: record } = useTranslation('record');
  const kind = kinds.get(selector);
  if (kind !== undefined) return t(`extension.${kind}`);
  if (whole.test(selector)) return <Written text={selector} />;
  const { property, within } = propertyAt(selector);
  return (
    // Whoever writes labels by hand needs the name that STIX has.
    <span title={selector}>
      {wordForProperty(property, record)} {within !== '' && <Written text={within} />}
    </span>
  );
}

/** May be broken behind each dot and underline. */
const Written = ({ text }: { text: string }): ReactNode => (
  <code className="release-part">
    {text.split(/(?<=[._])/).map((piece, index) => (
      <Fragment key={`${String(index)} ${piece}`}>
        {piece}
        <wbr />
      </Fragment>
    ))}
  </code>
);
