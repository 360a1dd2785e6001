/** What kind of record an id is of: of what was taken there is no more to be said. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordForTypeOfId } from '../../record/kind.ts';

export function KindOf({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('stix');
  return <em>{wordForTypeOfId(id, t)}</em>;
}
