/** Paragraphs as portions: the form without one tells nothing of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formOf } from '../release/form.ts';
import { prepare } from '../release/prepare.ts';
import { tlp2Ids } from '../stix/tlp.ts';
import type { StixObject } from '../stix/types.ts';
import { labelExtensionId, reportTextExtensionId } from './identifiers.ts';

const at = (index: number): string => `extensions.${reportTextExtensionId}.paragraphs.[${index}]`;

interface Paragraph {
  text: string;
  isMarked: boolean;
}

/** As docs/extensions/report-text.md says that reports are written. */
function reportWith(paragraphs: readonly Paragraph[]): StixObject {
  const open = paragraphs.filter(({ isMarked }) => !isMarked).map(({ text }) => text);
  const marked = paragraphs.flatMap(({ isMarked }, index) => (isMarked ? [at(index)] : []));
  return {
    type: 'report',
    spec_version: '2.1',
    id: 'report--7b0ad5f1-6f0f-4dd4-9e3c-3d9c6a1c1f10',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    name: 'The mill',
    ...(open.length > 0 && { description: open.join('\n\n') }),
    published: '2026-01-01T00:00:00.000Z',
    object_refs: ['identity--3c1d9c52-7d0b-4c5e-8c39-6a2f6f0f9b22'],
    ...(marked.length > 0 && { granular_markings: [{ marking_ref: tlp2Ids.RED, selectors: marked }] }),
    extensions: {
      [reportTextExtensionId]: {
        extension_type: 'property-extension',
        ...(paragraphs.length > 0 && { paragraphs: paragraphs.map(({ text }) => text) }),
      },
      [labelExtensionId]: {
        extension_type: 'property-extension',
        any: [['public']],
        ...(marked.length > 0 && { portions: [{ selectors: marked, any: [['member:m2']] }] }),
      },
    },
  };
}

const prepared = (object: StixObject) => prepare(object, JSON.stringify(object), new Map(), () => 'digest');

test('a report of which paragraphs are withheld is, to the byte, one that never had them', () => {
  const paragraphs = fc.array(
    fc.record({ text: fc.constantFrom('One.', 'Two.', 'ثلاثة'), isMarked: fc.boolean() }),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(paragraphs, (given) => {
      const form = (object: StixObject, closedSelectors: readonly string[]): string =>
        JSON.stringify(
          formOf(object, {
            isOpen: () => true,
            closedSelectors,
            label: { extension_type: 'property-extension' },
            standIn: (_path, type) => `${type}--00000000-0000-4000-8000-000000000000`,
          }).object,
        );
      const closed = given.flatMap(({ isMarked }, index) => (isMarked ? [at(index)] : []));
      const open = given.filter(({ isMarked }) => !isMarked);
      expect(form(reportWith(given), closed)).toBe(form(reportWith(open), []));
      expect(prepared(reportWith(given))).toHaveProperty('prepared.id');
    }),
  );
});
