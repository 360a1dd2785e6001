/** Names in a row, as the language joins them. */
import { useTranslation } from 'react-i18next';
import { useNames } from '../../../part/names.ts';

/** Puts members in a row by name, in alphabetical order. */
export function useMemberLists(): (members: Iterable<string>) => string {
  const { i18n } = useTranslation();
  const names = useNames();
  const list = new Intl.ListFormat(i18n.language === 'fr' ? 'fr-FR' : 'en-GB', { type: 'conjunction' });
  return (members) =>
    list.format([...members].map((id) => names(id) ?? id).toSorted((a, b) => a.localeCompare(b)));
}
