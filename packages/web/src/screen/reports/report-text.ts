/** The text of a report as it is served: its paragraphs, each with the codes by which it is to be handled. */
import { reportTextExtensionId, tlpNameOfId } from '@entente/contract/stix';
import { extensionIn, recordIn, recordsIn, textIn, textsIn, type StixObject } from '../../record/object.ts';

export interface ServedParagraph {
  text: string;
  /** `TLP:RED` and the like, where the paragraph has a marking of its own. */
  codes: string[];
}

/** Types that are read as reports. */
export const reportTypes = ['report', 'grouping', 'note'] as const;

/** What a portion or a granular marking names a paragraph by. */
export const paragraphSelector = (index: number): string =>
  `extensions.${reportTextExtensionId}.paragraphs.[${index}]`;

/** The property that holds the text where the extension does not. */
export const textProperty = (type: string): 'description' | 'content' =>
  type === 'note' ? 'content' : 'description';

/** Whether the paragraphs are kept one by one. */
export const hasParagraphs = (object: StixObject): boolean =>
  textsIn(extensionIn(object, reportTextExtensionId), 'paragraphs').length > 0;

export function paragraphsOf(object: StixObject): ServedParagraph[] {
  if (hasParagraphs(object)) {
    return textsIn(extensionIn(object, reportTextExtensionId), 'paragraphs').map((text, index) => ({
      text,
      codes: codesAt(object, paragraphSelector(index)),
    }));
  }
  const property = textProperty(object.type);
  const codes = codesAt(object, property);
  return paragraphsIn(textIn(object, property) ?? '').map((text) => ({ text, codes }));
}

/** Splits a text at its blank lines; every other line break is kept. */
export const paragraphsIn = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .filter((paragraph) => /\S/.test(paragraph));

/** TLP that granular markings give what a selector names. */
function codesAt(object: StixObject, selector: string): string[] {
  const names = recordsIn(object, 'granular_markings').flatMap((marking) => {
    const name = tlpNameOfId(textIn(marking, 'marking_ref') ?? '');
    return name !== undefined && textsIn(marking, 'selectors').includes(selector) ? [`TLP:${name}`] : [];
  });
  return [...new Set(names)];
}

/** The extensions of an object but for these. */
export const extensionsWithout = (object: StixObject, ...ids: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(recordIn(object, 'extensions')).filter(([id]) => !ids.includes(id)));
