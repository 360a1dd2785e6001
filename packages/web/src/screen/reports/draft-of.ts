/** A report of one's own, as it can be written anew. */
import type { LabelBody } from '@entente/contract/label';
import { labelExtensionId, tlpNameOfId } from '@entente/contract/stix';
import { extensionIn, recordsIn, textIn, textsIn, type StixObject } from '../../record/object.ts';
import { isOfText, newParagraph, type Draft } from './draft.ts';
import { hasParagraphs, paragraphSelector, paragraphsOf } from './report-text.ts';

/**
 * What can be written anew of it; nothing where it has marks that this screen would lose, and the text might then
 * reach others: more than one label on a paragraph, labels on other parts, markings that no label of a paragraph has.
 */
export function draftOf(object: StixObject): Draft | undefined {
  const labels = labelsOfText(object);
  if (labels === undefined || !hasKnownMarkings(object, labels)) return undefined;
  const { extension_type: _type, portions: _portions, ...stated } = extensionIn(object, labelExtensionId);
  const selectorOf = (index: number): string =>
    hasParagraphs(object) ? paragraphSelector(index) : 'description';
  const paragraphs = paragraphsOf(object).map(({ text }, index) =>
    newParagraph(text, labels.get(selectorOf(index))),
  );
  return {
    title: textIn(object, 'name') ?? '',
    language: textIn(object, 'lang') ?? '',
    subjects: textsIn(object, 'report_types'),
    published: textIn(object, 'published') ?? '',
    paragraphs: paragraphs.length === 0 ? [newParagraph('')] : paragraphs,
    objects: textsIn(object, 'object_refs'),
    label: withTlp(stated, textsIn(object, 'object_marking_refs')),
  };
}

/** The label of each part of the text; a label of the whole text counts for each of its paragraphs. */
function labelsOfText(object: StixObject): Map<string, LabelBody> | undefined {
  const ofParagraph = new Set(paragraphsOf(object).map((_paragraph, index) => paragraphSelector(index)));
  const labels = new Map<string, LabelBody>();
  for (const portion of recordsIn(extensionIn(object, labelExtensionId), 'portions')) {
    const { selectors: _selectors, ...label } = portion;
    for (const selector of textsIn(portion, 'selectors')) {
      const isWhole = selector === 'description' && !hasParagraphs(object);
      if (labels.has(selector) || !(isWhole || ofParagraph.has(selector))) return undefined;
      labels.set(selector, label);
    }
  }
  return labels;
}

const hasKnownMarkings = (object: StixObject, labels: ReadonlyMap<string, LabelBody>): boolean =>
  recordsIn(object, 'granular_markings').every((marking) => {
    const code = `TLP:${tlpNameOfId(textIn(marking, 'marking_ref') ?? '') ?? ''}`;
    return textsIn(marking, 'selectors')
      .filter(isOfText)
      .every((selector) => labels.get(selector)?.handling?.includes(code) === true);
  });

/** TLP that was put on the object counts to its label. */
function withTlp(label: LabelBody, markings: readonly string[]): LabelBody {
  const codes = markings.map(tlpNameOfId).flatMap((name) => (name === undefined ? [] : [`TLP:${name}`]));
  if (codes.length === 0) return label;
  return { ...label, handling: [...new Set([...(label.handling ?? []), ...codes])] };
}
