/** Why a member sees something or not, in words. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNames, type NameById } from '../../../part/names.ts';
import { wordForTypeOfId } from '../../../record/kind.ts';
import type { Reason } from './cells.ts';

export type ReasonWords = (reason: Reason) => string;

/** Puts reasons in words, with names where they are known. */
export function useReasons(): ReasonWords {
  const { t } = useTranslation('release');
  const { t: stix } = useTranslation('stix');
  const names = useNames();
  return (reason) => reasonIn(reason, t, names, (id) => wordForTypeOfId(id, stix));
}

function reasonIn(
  { code, subject = '' }: Reason,
  t: TFunction<'release'>,
  names: NameById,
  kind: (id: string) => string,
): string {
  const name = names(subject.slice(subject.indexOf(':') + 1)) ?? subject;
  if (code === 'end-closed' || code === 'others-ground') return t(`why.${code}`, { kind: kind(subject) });
  if (code === 'part-closed') return t('why.part-closed', { part: subject });
  return t(`why.${code}`, { name });
}
