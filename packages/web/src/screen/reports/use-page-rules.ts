/** While a report is shown, each page that is printed has its marking at head and foot. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConditions } from '../../part/marking-line.tsx';
import { isCode } from '@entente/contract/stix';
import type { Marking } from '../../record/marking.ts';
import { bannerCodes, pageRules } from './banner.ts';

export function usePageRules(
  marking: Marking,
  isOwn: boolean,
  paragraphs: readonly (readonly string[])[],
): void {
  const { t } = useTranslation();
  const { t: own } = useTranslation('reports');
  const conditions = useConditions();
  const codes = bannerCodes(marking.handling, paragraphs);
  // Whoever holds the whole must not read from it that every paragraph may go where the report may.
  const isMarked = paragraphs.some((paragraph) => paragraph.length > 0);
  const said = isMarked ? [own('banner.marked')] : conditions(marking, isOwn);
  const parts = [...codes.filter(isCode), ...said, ...codes.filter((code) => !isCode(code))];
  const line = parts.length === 0 ? [t('label.unsaid')] : parts;
  const rules = pageRules(line, own('page', { page: '{page}', pages: '{pages}' }));
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [rules]);
}
